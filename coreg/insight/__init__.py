"""What the records say: pure, over records."""
