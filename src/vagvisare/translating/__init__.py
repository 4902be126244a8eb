"""Translations: sent out, taken back in, and how complete they are."""
