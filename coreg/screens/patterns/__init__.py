"""A couple's own breathing patterns: the list of them, and the page on which one is made."""
