"""Work on every core, and an end that leaves nothing half done."""
