"""The screen where workouts are planned."""
