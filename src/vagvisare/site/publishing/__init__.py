"""The site put in its place, and nothing of somebody else's touched."""
