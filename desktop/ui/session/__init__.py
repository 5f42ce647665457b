"""The screen where sets are logged."""
