"""The screen of past workouts."""
