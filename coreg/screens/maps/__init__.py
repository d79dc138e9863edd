"""What sets the two off: the path of one map, one's own maps, and what both see of them."""
