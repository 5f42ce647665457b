"""The screen of profiles on this computer."""
