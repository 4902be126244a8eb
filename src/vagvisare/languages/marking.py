"""Marks texts as messages of the interface, for `scripts/messages.py` to put in the catalogues."""


def message(text: str) -> str:
    """The text itself, to be translated where it is shown."""
    return text
