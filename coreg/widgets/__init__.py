"""What is drawn more than once."""
