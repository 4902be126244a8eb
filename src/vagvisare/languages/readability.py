"""How hard Swedish text is to read: läsbarhetsindex (LIX), and how hard it may be.

C. H. Björnsson, Läsbarhet (Stockholm: Liber, 1968).
"""

import re

NEWCOMERS = 35
"""A Swedish page for newcomers has a LIX below this: 30 to 40 is easy (Björnsson)."""
EASY_SWEDISH = 30
"""A text in easy Swedish has a LIX below this: below 30 is very easy (Björnsson)."""
LONG_WORD = 6
"""A word with more letters than this is long (Björnsson)."""
LIST_SIGN = re.compile(r"^\s*(?:[-*>|#]+|\d+\.)\s*")
"""What precedes the text of a list item, a heading or a row."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?:](?=\s|$)")


def lix(lines: list[str]) -> float:
    """Läsbarhetsindex of Swedish text: words per sentence plus the percentage of long words.

    A line (a heading, a list item, a row of cells) also ends a sentence.
    """
    texts = [LIST_SIGN.sub("", line) for line in lines]
    words = [word for text in texts for word in _WORD.findall(text)]
    sentences = sum(max(1, len(_SENTENCE.findall(text))) for text in texts if _WORD.search(text))
    long = sum(len(word) > LONG_WORD for word in words)
    return len(words) / sentences + 100 * long / len(words) if words else 0.0


def too_hard(easy: str) -> dict[str, str]:
    """The LIX and the limit of easy Swedish that is too hard, as facts; empty if it is not.

    Each line is one idea.
    """
    found = lix(easy.split("\n"))
    return {"value": f"{found:.0f}", "most": str(EASY_SWEDISH)} if found >= EASY_SWEDISH else {}
