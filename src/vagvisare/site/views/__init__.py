"""What each kind of page shows, a module for each family of kinds."""
