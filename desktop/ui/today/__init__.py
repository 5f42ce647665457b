"""The screen that says what to train next."""
