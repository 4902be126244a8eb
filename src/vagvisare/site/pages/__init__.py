"""The site's pages and their addresses."""
