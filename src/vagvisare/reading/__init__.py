"""Files into a directory and problems."""
