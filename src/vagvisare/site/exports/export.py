"""An export: the directory, or a record of it, as files for other people's programs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Record

Files = Iterable[tuple[str, str]]
"""Files of a site: path, from the site's root, and content."""


def _nothing(*_: object) -> Files:
    return ()


@dataclass(frozen=True, slots=True)
class Export:
    """What a format is made from: the whole directory on a day, each record by itself, or both.

    Files of the directory are written again when an editor pauses, those of a record with every
    change of it. Paths never change, since people may refer to them.
    """

    of_directory: Callable[[Directory, date], Files] = _nothing
    of_record: Callable[[Record], Files] = _nothing
