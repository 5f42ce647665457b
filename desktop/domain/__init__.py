"""What a lifter knows: values and rules. Standard library only."""
