"""Repbook: an offline training log for people who lift."""

__version__ = "0.1.0"
