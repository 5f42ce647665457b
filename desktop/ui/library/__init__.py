"""The screen of exercises."""
