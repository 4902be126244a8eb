"""A script and all that it imports as one file: on a slow line each turn of requests costs more.

Each module becomes a function that runs once and gives back what it exports, so names of two
modules never meet. What a module loads while it runs (``import("./suggestions.js")``) stays a file
of its own.
"""

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (const|class|function\*?|async function\*?) (\w+)", re.MULTILINE)
_OTHER = re.compile(r"^(?:import\b|export\b).*", re.MULTILINE)


def bundled(name: str, scripts: Mapping[str, str]) -> str:
    """The script ``name`` of these, with what it imports before it.

    Raises ValueError for an import or export of another form than ours.
    """
    return "\n".join([*(_module(one, scripts) for one in _order(name, scripts))])


def _order(name: str, scripts: Mapping[str, str]) -> list[str]:
    """A script and all that it needs, each after what it needs itself."""
    found: dict[str, None] = {}

    def visit(one: str) -> None:
        for _, other in _IMPORT.findall(scripts[one]):
            if other not in found:
                visit(other)
        found[one] = None

    visit(name)
    return list(found)


def _module(name: str, scripts: Mapping[str, str]) -> str:
    names = [match[1] for match in _EXPORT.findall(scripts[name])]
    body = _IMPORT.sub(_taken, scripts[name])
    body = _EXPORT.sub(r"\1 \2", body)
    if other := _OTHER.search(body):
        raise ValueError(f"{name}.js: {other[0]}")
    return f"const {_variable(name)} = (() => {{\n{body}\nreturn {{ {', '.join(names)} }};\n}})();"


def _taken(match: re.Match[str]) -> str:
    return f"const {{{match[1].replace(' as ', ': ')}}} = {_variable(match[2])};"


def _variable(name: str) -> str:
    return f"${name.replace('-', '_')}"
