"""The directory in other people's formats, a module for each."""
