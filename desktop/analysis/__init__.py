"""Numbers out of sets: rep maxes, records, volume, trend and plates."""
