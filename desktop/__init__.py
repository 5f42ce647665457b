"""Repbook: an offline training log for people who lift."""
