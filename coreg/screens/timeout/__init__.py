"""A pause with a return, on the screen."""
