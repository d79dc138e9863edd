"""What sets each of the two off, what helps, and the loop between them."""
