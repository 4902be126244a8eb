"""Marks texts in the source as messages of the interface, so that `scripts/messages.py` takes them into the catalogues."""


def message(text: str) -> str:
    """The text itself, to be translated where it is shown."""
    return text
