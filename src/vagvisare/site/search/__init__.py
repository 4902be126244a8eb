"""The data that search and narrowed lists load."""
