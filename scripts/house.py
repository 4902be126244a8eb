"""Prints every room of the source, the top floor first, and each module with its first line."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "vagvisare"


def rooms() -> list[str]:
    """The rooms as ARCHITECTURE.md has them: folders of the source, the top floor first."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = re.search(r"^```\n(adapters/ .*?)^```$", text, re.MULTILINE | re.DOTALL)
    return re.findall(r"^(\S+)/ ", block[1], re.MULTILINE) if block else []


def first_line(module: Path) -> str:
    """The first line of a module's docstring."""
    return (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]


def house() -> Iterator[str]:
    """The lines of the house."""
    for room in rooms():
        yield f"{room + '/':<24}{first_line(SOURCE / room / '__init__.py')}"
        for module in sorted((SOURCE / room).glob("[!_]*.py")):
            yield f"    {module.name:<20}{first_line(module)}"


if __name__ == "__main__":
    print(*house(), sep="\n")
