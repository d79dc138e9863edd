"""HOW IT IS SPOKEN: the same practices line by line, for screen readers, braille and simple terminals."""
