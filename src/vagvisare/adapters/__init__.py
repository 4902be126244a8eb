"""Adapters: each lets one platform render the prose and the shells that the site is made of."""
