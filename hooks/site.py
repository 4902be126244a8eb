"""MkDocs hooks, all defined in the package."""

from vagvisare.adapters.mkdocs import *  # noqa: F403 (MkDocs takes a hook by its name)
