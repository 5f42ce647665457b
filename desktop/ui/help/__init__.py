"""The help beside the window, the sheet of all shortcuts, and what this program is."""
