"""The directory as files of the site."""
