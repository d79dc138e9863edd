"""What is good: moments that eased, what helps, and what helps each of the two when it is a lot."""
