"""The only place that knows how the log is kept on disk."""
