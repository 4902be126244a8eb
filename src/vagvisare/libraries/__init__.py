"""What is used of libraries beyond what they promise."""
