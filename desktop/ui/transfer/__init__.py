"""The screen that brings files in and out."""
