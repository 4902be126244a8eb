"""What search and narrowed lists load."""
