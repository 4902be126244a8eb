"""Puts the site in its place and touches nobody else's files."""
