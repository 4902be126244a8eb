"""How facts look to a reader of one language."""
