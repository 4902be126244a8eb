"""A table as CSV in which no spreadsheet sees a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"""(^|[;,\t\r\n"'])(?=[=+\-@\t\r])""")
"""Where a spreadsheet may take what follows for a formula (OWASP, "CSV injection").

This is not only at the beginning of a value: spreadsheets of some countries split a row at
semicolons, of others at commas, and one that splits a row otherwise than it was written sees
neither where a value begins nor its quotes.
"""


def as_csv(names: Sequence[str], rows: Iterable[Iterable[str | int]]) -> str:
    """The names of the columns and the rows, as RFC 4180 has them."""
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(names)
    for row in rows:
        writer.writerow([harmless(value) if isinstance(value, str) else value for value in row])
    return target.getvalue()


def harmless(text: str) -> str:
    """A text in which no spreadsheet sees a formula."""
    return _FORMULA.sub(r"\1'", text)
