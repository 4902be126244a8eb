"""From texts and templates to safe HTML."""
