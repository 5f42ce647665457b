"""The screen of charts."""
