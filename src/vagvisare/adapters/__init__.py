"""Adapters: each makes one platform render the prose and the shells that the site is made of."""
