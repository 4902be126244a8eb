"""Languages: codes, fallbacks, order, dates, and how hard a text is to read."""
