"""The directory as the files of a site."""
