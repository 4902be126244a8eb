"""The package alone: its wheel is complete, and builds a site without the repository."""

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.site import sites

SOURCE = sites.ROOT / "src"
NEEDED = ("pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built in a copy of the sources since building leaves files among them."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(
        SOURCE, folder / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    for name in NEEDED:
        shutil.copy(sites.ROOT / name, folder)
    _pip(
        "wheel",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder / "out"),
        str(folder),
    )
    (made,) = (folder / "out").glob("*.whl")
    return made


def _pip(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_wheel_has_every_file_of_the_package(wheel: Path) -> None:
    files = (
        path
        for path in (SOURCE / "vagvisare").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    with zipfile.ZipFile(wheel) as archive:
        assert {path.relative_to(SOURCE).as_posix() for path in files} <= {*archive.namelist()}


@pytest.fixture
def python(wheel: Path, tmp_path: Path) -> Path:
    """The Python of an environment with the wheel and this environment's other packages."""
    environment = tmp_path / "environment"
    venv.create(environment)
    program = environment / "bin" / "python"
    _pip("--python", str(program), "install", "--no-index", "--no-deps", str(wheel))
    (packages,) = environment.glob("lib/python*/site-packages")
    # Python does not read the .pth files of a folder named in a .pth; theirs name the sources.
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return program


@pytest.mark.slow
def test_the_wheel_builds_a_site(python: Path, tmp_path: Path) -> None:
    records = sites.shipped("partners/kommunen", "offers/sfi") | {
        "enterprises/anna": sites.enterprise("Anna")
    }
    root = sites.a_root(tmp_path / "root", records, places=("1280",))
    assert sorted(path.name for path in root.iterdir()) == [
        "directory",
        "docs",
        "hooks",
        "mkdocs.yml",
    ]
    assert [path.name for path in (root / "hooks").iterdir()] == ["site.py"]
    facts = {"SOURCE_DATE_EPOCH": sites.EPOCH, "NO_MKDOCS_2_WARNING": "1", "PATH": ""}
    for command in (
        ["vagvisare", "check"],
        ["mkdocs", "build", "-q", "-d", str(tmp_path / "site")],
    ):
        done = subprocess.run(
            [python, "-m", *command],
            cwd=root,
            env=facts,
            capture_output=True,
            text=True,
            check=False,
            timeout=sites.LIMIT,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    where = [python, "-c", "import vagvisare; print(vagvisare.__file__)"]
    found = subprocess.run(
        where, cwd=root, env=facts, capture_output=True, text=True, check=True
    ).stdout
    assert Path(found).is_relative_to(tmp_path / "environment")
    assert sites.tree(tmp_path / "site") == sites.tree(
        sites.build_site(root, tmp_path / "from-source")
    )
