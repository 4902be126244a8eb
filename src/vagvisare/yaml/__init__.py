"""YAML files read with positions, edited in place, and written all or none."""
