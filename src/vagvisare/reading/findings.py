"""What a rule over the whole directory finds, before its line is looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vagvisare.problems.problems import Fact
from vagvisare.records.fields import Path
from vagvisare.records.kinds import Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of an entry at the way ``path`` in its file (its key, if ``at_key``)."""

    record: Entry
    path: Path
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    at_key: bool = False
