"""What problems say: the words of every message, a module for each area."""
