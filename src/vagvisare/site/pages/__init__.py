"""Which pages there are, and their addresses."""
