"""The models of the directory, and the directory itself."""
