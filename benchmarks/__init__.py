"""How fast the site is built, checked and kept live, beside other generators with the same content."""
