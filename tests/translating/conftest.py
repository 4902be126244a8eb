"""A copy of the project's texts for each module; every test finds it unchanged."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from translating.roots import a_copy, restore


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project's texts."""
    return a_copy(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def root(shared: Path) -> Iterator[Path]:
    """The copy, restored afterwards."""
    yield shared
    restore(shared)
