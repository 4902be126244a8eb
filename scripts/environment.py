"""Makes the virtual environment ``.venv`` anew and installs what the site needs (requirements.txt), nothing else.

With ``--dev`` it adds to the environment what checks and tests need (requirements-dev.txt).

Needs only Python's standard library. Says plainly what is missing where it cannot.
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
    """Makes the environment, or adds to it; ends the program with a message when the machine lacks something."""
    if sys.argv[1:] == ["--dev"]:
        print("Adding what requirements-dev.txt locks to .venv.", flush=True)
        pip("--require-hashes", "-r", "requirements-dev.txt")
    else:
        make()


def make() -> None:
    """Makes the environment."""
    lacks = missing()
    if lacks:
        sys.exit(lacks)
    print("Making .venv and installing what requirements.txt locks (about a minute the first time).", flush=True)
    venv.create(PLACE, clear=True, with_pip=True)
    pip("--require-hashes", "-r", "requirements.txt")
    pip("--no-deps", "--no-build-isolation", "--editable", ".")


def missing() -> str:
    """What this Python lacks to make the environment, and how to get it; empty when it lacks nothing."""
    version = ".".join(map(str, sys.version_info[:2]))
    if sys.version_info < OLDEST:
        return f"Python {'.'.join(map(str, OLDEST))} or newer is needed; {sys.executable} is {version}."
    if importlib.util.find_spec("ensurepip") is None:
        return f"This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt install python{version}-venv"
    return ""


def pip(*arguments: str) -> None:
    """Installs into the environment. Ends the program when pip fails: it has then said why.

    Python compiles what it imports, when it does; to compile all of it first takes longer than to serve the site.
    """
    options = ("--quiet", "--disable-pip-version-check", "--no-compile")
    command = [str(PLACE / "bin" / "python"), "-m", "pip", "install", *options, *arguments]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit("What is locked could not be installed; pip's own words stand above. Is there a network?")


if __name__ == "__main__":
    main()
