"""The hooks of MkDocs, all of which are in the package."""

from vagvisare.adapters.mkdocs import *  # noqa: F403 (MkDocs takes a hook by its name)
