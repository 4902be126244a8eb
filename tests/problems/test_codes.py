"""Every code has one message, and every message is used."""

import ast
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import vagvisare
from vagvisare.problems.messages import MESSAGES

SOURCE = Path(vagvisare.__file__).parent
PROBLEMS = SOURCE / "problems"
WORDS = PROBLEMS / "words"
MOST_LINES = 400
TAKE_A_CODE = {"Problem", "Finding", "_problem", "_add", "matching"}
"""What is called with a code: the last text among its positional arguments."""
CODE_FIRST = "PydanticCustomError"
"""What is called with a code as its first argument, and with another text after it."""
GIVE_A_CODE = ("Facts", "Finding")
"""Types in the annotation of a function that returns or yields ``…, code, facts``."""


def _codes_of_messages() -> Counter[str]:
    """How often each code is written in an area's table: a dict would hide a second one."""
    return Counter(
        ast.literal_eval(key)
        for path in WORDS.glob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict)
        for key in node.value.keys
        if key
    )


def _texts(node: ast.expr) -> list[str]:
    """The texts that an expression may be; ``*`` for what an f-string fills in."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=orelse):
            return [*_texts(body), *_texts(orelse)]
        case ast.JoinedStr(values=values):
            parts = [part.value if isinstance(part, ast.Constant) else "*" for part in values]
            return ["".join(map(str, parts))]
    return []


def _codes_in(tree: ast.Module) -> Iterator[str]:
    """The codes that a module gives to problems."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args) if (
                name in TAKE_A_CODE
            ):
                found = [texts for argument in args if (texts := _texts(argument))]
                yield from found[-1] if found else ()
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name == CODE_FIRST:
                yield from _texts(first)
            case ast.Assign(targets=[ast.Name(id="code")], value=value):
                yield from _texts(value)
            case ast.FunctionDef(returns=ast.expr() as returns) if any(
                name in ast.unparse(returns) for name in GIVE_A_CODE
            ):
                for inner in ast.walk(node):
                    match inner:
                        case ast.Return() | ast.Yield() if (
                            isinstance(inner.value, ast.Tuple) and len(inner.value.elts) > 1
                        ):
                            yield from _texts(inner.value.elts[-2])


def _codes_of_problems() -> dict[str, str]:
    """The codes in the source, each with a module that has it."""
    return {
        code: path.relative_to(SOURCE).as_posix()
        for path in sorted(SOURCE.rglob("*.py"))
        for code in _codes_in(ast.parse(path.read_text("utf-8")))
    }


MODULES = sorted(PROBLEMS.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PROBLEMS).as_posix())
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) < MOST_LINES


def test_a_code_has_one_message() -> None:
    assert [code for code, times in _codes_of_messages().items() if times > 1] == []


def test_every_area_is_looked_up() -> None:
    assert _codes_of_messages().keys() == MESSAGES.keys()


def test_every_code_has_a_message() -> None:
    assert {
        code: module
        for code, module in _codes_of_problems().items()
        if not any(fnmatch(known, code) for known in MESSAGES)
    } == {}


def test_every_message_is_used() -> None:
    used = _codes_of_problems()
    assert [known for known in MESSAGES if not any(fnmatch(known, code) for code in used)] == []
