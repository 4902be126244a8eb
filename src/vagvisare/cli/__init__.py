"""The command line: the only modules that print or exit."""

from vagvisare.cli.main import main

__all__ = ["main"]
