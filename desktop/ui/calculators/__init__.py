"""The calculators: plates, one-rep max, warm-up."""
