"""The screen of personal records."""
