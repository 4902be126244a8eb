"""vagvisare.libraries.internals fits the installed libraries, or says where it does not."""

import gettext
import threading
from types import SimpleNamespace

import pytest
from jinja2.compiler import CodeGenerator

from vagvisare.libraries import internals
from vagvisare.libraries.internals import ChangedError


def test_a_plural_expression_is_a_function() -> None:
    assert [internals.plural_rule("n != 1")(number) for number in range(3)] == [1, 0, 1]
    with pytest.raises(ValueError, match="plural form"):
        internals.plural_rule("n !")


def test_a_python_without_a_reader_of_plural_expressions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(gettext, "c2py")
    with pytest.raises(
        ChangedError, match=r"^python 3\.\d+.* has no gettext\.c2py .*written for 3\.11"
    ):
        internals.plural_rule("n != 1")


@pytest.fixture
def untried() -> None:
    internals.try_direct.cache_clear()


@pytest.mark.usefixtures("untried")
def test_templates_are_compiled_as_we_mean_them() -> None:
    internals.try_direct()


@pytest.mark.usefixtures("untried")
@pytest.mark.parametrize("part", ["visit_Output", "visit_Call", "_output_child_pre"])
def test_a_code_generator_that_has_changed(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = internals.Direct if part in vars(internals.Direct) else CodeGenerator
    monkeypatch.setattr(owner, part, lambda self, *_: self.write("(''"))
    with pytest.raises(
        ChangedError, match=r"jinja2 \S+ has no code generator .*written for 3\.1\.6"
    ):
        internals.try_direct()


def test_the_browser_is_told() -> None:
    facts = {"_visible_epoch": 1, "_wanted_epoch": 1, "_epoch_cond": threading.Condition()}
    server = SimpleNamespace(**facts)
    internals.tell_browser(server)
    assert vars(server) == facts | {"_visible_epoch": 2, "_wanted_epoch": 2}


def test_a_server_that_has_changed() -> None:
    with pytest.raises(ChangedError, match=r"mkdocs 1\S+ has no epoch .*written for 1\.6\.1"):
        internals.tell_browser(SimpleNamespace())
