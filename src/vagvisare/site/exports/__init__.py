"""Files beside the pages."""
