"""Writes the JSON Schema of each kind of record into ``schemas/``."""

from pathlib import Path

from vagvisare.records.kinds import KINDS
from vagvisare.records.schemas import path, schema

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Writes every file anew."""
    for model in KINDS.values():
        file = ROOT / path(model)
        file.parent.mkdir(exist_ok=True)
        file.write_text(schema(model), encoding="utf-8")


if __name__ == "__main__":
    main()
