"""The command palette: one line to find and do anything."""
