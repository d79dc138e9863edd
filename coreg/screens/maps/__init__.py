"""What sets the two off: the path of one map, one's own maps, what both see of them, and the loop."""
