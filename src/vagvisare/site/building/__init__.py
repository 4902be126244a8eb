"""Renders the pages and writes the site."""
