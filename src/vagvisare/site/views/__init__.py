"""What each kind of page shows: one module per family of kinds."""
