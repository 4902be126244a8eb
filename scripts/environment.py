"""Creates the virtual environment ``.venv`` with what the site needs, and nothing else.

That is requirements.txt; ``--dev`` adds to the environment what checks and tests need
(requirements-dev.txt). Needs only Python's standard library, and says plainly what is missing.
"""

import importlib.util
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / ".venv"
OLDEST = (3, 11)


def main() -> None:
    """Creates the environment or adds to it; exits with a message if something is missing."""
    if sys.argv[1:] == ["--dev"]:
        print("Adding what requirements-dev.txt locks to .venv.", flush=True)
        pip("--require-hashes", "-r", "requirements-dev.txt")
    else:
        make()


def make() -> None:
    """Creates the environment."""
    lacks = missing()
    if lacks:
        sys.exit(lacks)
    print(
        "Making .venv and installing what requirements.txt locks (about a minute the first time).",
        flush=True,
    )
    venv.create(PLACE, clear=True, with_pip=True)
    pip("--require-hashes", "-r", "requirements.txt")
    pip("--no-deps", "--no-build-isolation", "--editable", ".")


def missing() -> str:
    """What this Python lacks to create the environment, and how to get it; empty if nothing."""
    version = ".".join(map(str, sys.version_info[:2]))
    if sys.version_info < OLDEST:
        return (
            f"Python {'.'.join(map(str, OLDEST))} or newer is needed; "
            f"{sys.executable} is {version}."
        )
    if importlib.util.find_spec("ensurepip") is None:
        return (
            "This Python cannot make virtual environments. "
            f"On Debian and Ubuntu: sudo apt install python{version}-venv"
        )
    return ""


def pip(*arguments: str) -> None:
    """Installs into the environment. Exits if pip fails, after pip has said why.

    Python compiles modules on first import; compiling all of them beforehand takes longer than
    serving the site.
    """
    options = ("--quiet", "--disable-pip-version-check", "--no-compile")
    command = [str(PLACE / "bin" / "python"), "-m", "pip", "install", *options, *arguments]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit(
            "What is locked could not be installed; pip's own words stand above. "
            "Is there a network?"
        )


if __name__ == "__main__":
    main()
