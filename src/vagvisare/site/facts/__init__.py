"""How facts look to somebody who reads one language."""
