"""Every export: each module beside this one that has an ``EXPORT``. Nothing else names them."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules

from vagvisare.site import exports
from vagvisare.site.exports.export import Export


def _found() -> Iterator[Export]:
    for name in sorted(module.name for module in iter_modules(exports.__path__)):
        if name != "exports":
            found = getattr(import_module(f"{exports.__name__}.{name}"), "EXPORT", None)
            yield from [found] if found else []


EXPORTS: Sequence[Export] = tuple(_found())
"""The exports, in the order of their modules' names."""
