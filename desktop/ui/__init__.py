"""Everything that is seen: Qt, one folder for each screen."""
