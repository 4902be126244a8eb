"""The repository's layout: floors, ARCHITECTURE.md's rooms, names, locks, no machine's paths."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path, PurePosixPath

import pytest

from scripts import house

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "vagvisare"
MADE = {".git", ".venv", "node_modules", "__pycache__", "build", "site", ".site.vagvisare"}
"""Generated folders. ``build``, ``site`` and ``.site.vagvisare`` are so at the root only."""
MADE_AT_THE_ROOT = {"build", "site", ".site.vagvisare"}
FOREIGN = {"mkdocs", "properdocs", "material", "mkdocs_static_i18n"}
"""Packages unknown to the generator: it must be able to move to another platform."""
ADAPTER = "src/vagvisare/adapters/mkdocs.py"
"""The only module that may know them."""
INTERNALS = "src/vagvisare/libraries/internals.py"
"""The only module that may use what libraries do not promise to keep."""
UNDOCUMENTED = {"jinja2.compiler", "gettext.c2py"}
"""Parts of libraries that are private although their names do not say so."""
DOCUMENTED = {"os._exit"}
"""Parts that are documented although their names look private."""


def _kept(folder: Path = ROOT) -> Iterator[Path]:
    """Every file that belongs to the repository; generated ones are left out."""
    for entry in sorted(folder.iterdir()):
        made = entry.name in (MADE if folder == ROOT else MADE - MADE_AT_THE_ROOT)
        if made or entry.name.endswith(("_cache", ".egg-info")):
            continue
        if entry.is_dir():
            yield from _kept(entry)
        else:
            yield entry


MODULES = {path.relative_to(ROOT).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
FILES = [path.relative_to(ROOT).as_posix() for path in _kept()]
LOCKS = sorted(ROOT.glob("requirements*.txt"))
NODE_LOCKS = [ROOT / file for file in FILES if file.endswith("package-lock.json")]


# --- what imports what ----------------------------------------------------------------------------


@cache
def _imports(module: str) -> frozenset[str]:
    """The dotted names that a module imports, also inside functions.

    ``from vagvisare.languages import when`` gives both ``vagvisare.languages`` and
    ``vagvisare.languages.when``.
    """
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                found.update(alias.name for alias in names)
            case ast.ImportFrom(module=base, names=names, level=level):
                assert level == 0, f"{module} imports relatively"
                found.update({base, *(f"{base}.{alias.name}" for alias in names)})
            case ast.Call(
                func=ast.Name(id="__import__") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                found.add(name)
    return frozenset(found)


def _module_of(name: str) -> str | None:
    """The file of one of our modules, by its dotted name; None for everything else."""
    place = f"src/{name.replace('.', '/')}"
    return next((file for file in (f"{place}.py", f"{place}/__init__.py") if file in MODULES), None)


def _used(module: str) -> set[str]:
    """The files of our modules that a module imports."""
    return {
        file
        for name in _imports(module)
        if (file := _module_of(name)) and not file.endswith("/__init__.py")
    }


@pytest.mark.parametrize("module", [module for module in MODULES if module != ADAPTER])
def test_knows_nothing_of_the_platform(module: str) -> None:
    assert not {name for name in _imports(module) if name.partition(".")[0] in FOREIGN}


PROGRAMS = [file for file in FILES if file.endswith(".py") and not file.startswith("tests/")]


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


def _is_private(name: str) -> bool:
    return any(part.startswith("_") and not part.endswith("__") for part in name.split("."))


def _private(file: str) -> Iterator[str]:
    """The private names of others that a file uses.

    Imported names, and attributes other than those of its own classes.
    """
    own = {node.name for node in ast.walk(_tree(file)) if isinstance(node, ast.FunctionDef)}
    for node in ast.walk(_tree(file)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names if _is_private(alias.name))
            case ast.ImportFrom(module=str(base), names=names):
                found = {f"{base}.{alias.name}" for alias in names}
                yield from (
                    name for name in found if _is_private(name) or {name, base} & UNDOCUMENTED
                )
            case (
                ast.Attribute(value=ast.Name(id="self" | "cls"))
                | ast.Attribute(value=ast.Call(func=ast.Name(id="super")))
            ):
                pass
            case ast.Attribute() if ast.unparse(node) in DOCUMENTED:
                pass
            case ast.Attribute(attr=name) if (_is_private(name) and name not in own) or ast.unparse(
                node
            ) in UNDOCUMENTED:
                yield ast.unparse(node)


@pytest.mark.parametrize("file", [file for file in PROGRAMS if file != INTERNALS])
def test_uses_nothing_that_is_private_to_another(file: str) -> None:
    assert [*_private(file)] == []


def test_what_is_private_is_found() -> None:
    assert {"jinja2.compiler.CodeGenerator", "server._epoch_cond"} <= {*_private(INTERNALS)}


def test_the_hooks_only_name_the_adapter() -> None:
    code = [
        line for line in (ROOT / "hooks/site.py").read_text(encoding="utf-8").splitlines() if line
    ]
    assert len(code) <= 3
    assert "from vagvisare.adapters.mkdocs import *" in code[-1]


@cache
def _house() -> dict[str, str]:
    """The rooms of ARCHITECTURE.md, the top floor first, each with what it says of it."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = re.search(r"^```\n(adapters/ .*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert block, "ARCHITECTURE.md has no house"
    lines = [line.partition(" ") for line in block[1].splitlines() if not line.startswith(" ")]
    return {room.rstrip("/"): said.strip() for room, _, said in lines}


def _room(module: str) -> str:
    return str(PurePosixPath(module).parent.relative_to("src/vagvisare"))


OUTSIDE = {"src/vagvisare/__main__.py"}
"""Modules in no room: ``python -m vagvisare``."""
HOUSED = [
    module for module in MODULES if not module.endswith("/__init__.py") and module not in OUTSIDE
]


def _first_line(module: str) -> str:
    return (ast.get_docstring(_tree(module)) or "").partition("\n")[0]


def test_the_house_has_every_room_and_says_of_it_what_the_room_says() -> None:
    rooms = {_room(module) for module in HOUSED}
    assert {
        room: _first_line(f"src/vagvisare/{room}/__init__.py") for room in sorted(rooms)
    } == dict(sorted(_house().items()))


def test_every_module_says_in_one_line_what_it_is_about() -> None:
    assert not [module for module in HOUSED if not _first_line(module).endswith(".")]


def test_the_house_is_printed_with_every_module() -> None:
    printed = [line.split()[0] for line in house.house()]
    assert printed == [
        name
        for room in _house()
        for name in (
            f"{room}/",
            *sorted(PurePosixPath(one).name for one in HOUSED if _room(one) == room),
        )
    ]


@pytest.mark.parametrize("module", HOUSED)
def test_uses_only_its_own_room_and_the_floors_below(module: str) -> None:
    floors = [*_house()]
    own = floors.index(_room(module))
    assert not {used for used in _used(module) if floors.index(_room(used)) < own}


def test_no_modules_import_each_other_in_a_circle() -> None:
    order = TopologicalSorter({module: _used(module) for module in HOUSED})
    order.prepare()  # raises CycleError, which names the circle


# --- tests mirror the source ----------------------------------------------------------------------


def _elsewhere() -> dict[str, list[str]]:
    """The modules that are tested elsewhere, and by which tests, as tests/README.md has them."""
    text = (ROOT / "tests/README.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| `")]
    return {
        module: re.findall(r"`([^`]+)`", tests)
        for modules, tests in rows
        for module in re.findall(r"`([^`]+)`", modules)
    }


def _mirrored(module: str) -> str:
    place = PurePosixPath(module).relative_to("src/vagvisare")
    return f"tests/{place.parent}/test_{place.name}"


def test_every_module_is_tested_at_its_path_or_where_the_readme_says() -> None:
    named = [*_elsewhere()]
    assert not [
        module
        for module in HOUSED
        if _mirrored(module) not in FILES
        and not any(
            fnmatch(module.removeprefix("src/vagvisare/").removesuffix(".py"), name)
            for name in named
        )
    ]


def test_the_readme_of_the_tests_names_what_is_there() -> None:
    modules = [one.removeprefix("src/vagvisare/").removesuffix(".py") for one in HOUSED]
    without = [one for one in modules if _mirrored(f"src/vagvisare/{one}.py") not in FILES]
    found = _elsewhere()
    assert found
    assert not [name for name in found if not any(fnmatch(one, name) for one in without)]
    assert not {
        test for tests in found.values() for test in tests if f"tests/{test}.py" not in FILES
    }


# --- the locks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE | re.IGNORECASE)[1:]
    assert entries
    assert not [
        entry.splitlines()[0]
        for entry in entries
        if "==" not in entry or "--hash=sha256:" not in entry
    ]
    assert "://" not in text
    assert not re.search(
        r"^--?(i|f|index-url|extra-index-url|find-links|trusted-host)\b", text, re.MULTILINE
    )


@pytest.mark.parametrize("lock", NODE_LOCKS, ids=lambda lock: lock.relative_to(ROOT).as_posix())
def test_a_lock_of_node_has_hashes_and_no_address(lock: Path) -> None:
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    installed = {name: package for name, package in packages.items() if name}
    assert installed
    assert not [
        name
        for name, package in installed.items()
        if "integrity" not in package or "resolved" in package
    ]


def test_what_pyproject_asks_for_is_locked() -> None:
    asked = re.findall(
        r'^    "([\w-]+==[^"]+)"',
        (ROOT / "pyproject.toml").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    locked = {
        line.split(" ")[0]
        for lock in LOCKS
        for line in lock.read_text(encoding="utf-8").splitlines()
    }
    assert asked
    assert not set(asked) - locked


def _locked(lock: str) -> dict[str, str]:
    """The packages of a lock, with their versions."""
    return dict(
        re.findall(r"^([\w-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    )


def test_serving_installs_no_tool_of_the_tests() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "dependency-groups"
    ]["dev"]
    assert tools
    assert not {tool.partition("==")[0] for tool in tools} & _locked("requirements.txt").keys()


def test_what_is_locked_twice_has_one_version() -> None:
    """requirements-dev.txt is installed on top of requirements.txt.

    It must leave the site's packages alone.
    """
    site, dev = _locked("requirements.txt"), _locked("requirements-dev.txt")
    both = site.keys() & dev.keys()
    assert both
    assert {name: site[name] for name in both} == {name: dev[name] for name in both}


# --- the files ------------------------------------------------------------------------------------

MACHINE = re.compile(rb"(?<![\w./-])/(?:root|work|home/\w+)/|(?<![\w.-])/tmp/[a-z]")
"""A path of one machine. Web addresses that contain such a part are excluded."""


def test_no_file_names_a_path_of_one_machine() -> None:
    assert not [file for file in FILES if MACHINE.search((ROOT / file).read_bytes())]


def test_nothing_of_the_source_is_ignored() -> None:
    """A line without a leading ``/``, such as ``site/``, hides every folder of that name.

    That includes ``src/vagvisare/site``.
    """
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    anywhere = [line.rstrip("/") for line in lines if "/" not in line.rstrip("/")]
    assert not {
        (line, file)
        for line in anywhere
        for file in FILES
        if any(fnmatch(part, line) for part in file.split("/"))
    }


# --- names ----------------------------------------------------------------------------------------


def test_a_public_class_has_a_name_of_its_own() -> None:
    """A name means the same wherever somebody finds it."""
    found: dict[str, list[str]] = {}
    for module in MODULES:
        for node in ast.parse((ROOT / module).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(module)
    assert not {name: modules for name, modules in found.items() if len(modules) > 1}


def test_a_module_that_is_named_is_there() -> None:
    """In scripts, style sheets, templates, documents and YAML.

    A recipe may name a new file.
    """
    named = {}
    for path in _kept():
        if path.suffix in {".js", ".css", ".html", ".md", ".yml"}:
            text = path.read_text("utf-8", "replace")
            found = set(re.findall(r"\bsrc/vagvisare/[\w/]+\.\w+", text)) - set(
                re.findall(r"`([^`]+)`, a new file", text)
            )
            named |= {name: path for name in found if not (ROOT / name).is_file()}
    assert not named


KINDS = {"Record", "Enterprise", "Partner", "Offer", "Project"}


def _kinds_told_apart(module: str) -> Iterator[str]:
    """The places of a module where a record's class is asked for."""
    for node in ast.walk(_tree(module)):
        match node:
            case ast.Call(func=ast.Name(id="isinstance"), args=[_, asked]):
                named = {one.id for one in ast.walk(asked) if isinstance(one, ast.Name)}
            case ast.MatchClass(cls=ast.Name(id=name)):
                named = {name}
            case _:
                continue
        if named & KINDS:
            yield f"{module}:{node.lineno}"


def test_no_module_tells_kinds_apart_by_their_class() -> None:
    """What differs between kinds is a property of the record or of `site.pages.kinds.Kind`."""
    validated = "src/vagvisare/reading/loading.py"  # a validated model may be no record at all
    assert not [
        place for module in MODULES if module != validated for place in _kinds_told_apart(module)
    ]
    assert [*_kinds_told_apart(validated)]


# --- the theme ------------------------------------------------------------------------------------

THEME = SOURCE / "site" / "theme"
LONGEST = 100
"""Columns allowed in a line of a template, a style sheet or a script."""
LONG_LINES: dict[str, str] = {}
"""Files that have longer lines, each with the reason."""
TEMPLATES = sorted(THEME.rglob("*.html"))


def _id(path: Path) -> str:
    return path.relative_to(THEME).as_posix()


def _long_lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [f"{_id(path)}:{number}" for number, line in enumerate(lines, 1) if len(line) > LONGEST]


@pytest.mark.parametrize("ending", ["html"])
def test_no_line_of_the_theme_is_long(ending: str) -> None:
    files = [path for path in sorted(THEME.rglob(f"*.{ending}")) if _id(path) not in LONG_LINES]
    assert files
    assert not [line for path in files for line in _long_lines(path)]


def test_the_exceptions_have_long_lines() -> None:
    assert not [name for name in LONG_LINES if not _long_lines(THEME / name)]


COMMENT = r"\{#-?\s((?:(?!#\}).)*)#\}"
IMPORT = r"\{%-? import [^\n]*\n"


@pytest.mark.parametrize("template", TEMPLATES, ids=_id)
def test_a_template_and_each_of_its_macros_say_what_they_are_given(template: Path) -> None:
    """In a comment before them.

    A template with nothing but macros may leave that to the macros' comments.
    """
    text = template.read_text(encoding="utf-8")
    first = re.match(COMMENT, text, re.DOTALL)
    assert first, "no comment"
    macros = re.findall(rf"(?:{COMMENT}\n(?:{IMPORT})*)?\{{%-? macro (\w+)", text, re.DOTALL)
    assert not [name for comment, name in macros if "Given:" not in comment]
    assert macros or "Given:" in first[1]
