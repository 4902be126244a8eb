"""Translations out, in, and how they stand."""
