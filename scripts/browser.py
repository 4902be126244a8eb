"""Prints the path of a Chromium or Chrome that starts, installing one if there is none.

Tries VAGVISARE_BROWSER, then the machine's browsers, then Playwright's own; then Playwright's
download and finally, as root on Debian, the package. Everything but the path goes to standard
error.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
"""The first is headless Chromium, which opens a tab in a quarter of the time."""
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
)
SECONDS_TO_START = 60
MESSAGE = (
    "No Chromium or Chrome that starts was found, and none could be installed.\n"
    "Install one and run the same command again:\n"
    "  Debian            sudo apt install chromium-headless-shell\n"
    "  Ubuntu, Fedora    Google's package of Chrome, or: "
    ".venv/bin/playwright install --with-deps chromium\n"
    "  macOS             Google Chrome\n"
    "Or name one that is there: VAGVISARE_BROWSER=/path/to/chrome make test"
)


def main() -> None:
    """Prints the path, or exits with a message if no browser is available."""
    chosen = os.environ.get("VAGVISARE_BROWSER")
    if chosen:
        if not starts(chosen):
            sys.exit(f"VAGVISARE_BROWSER is {chosen}, which does not start.")
        print(chosen)
        return
    found = first_that_starts(on_this_machine()) or installed()
    if not found:
        sys.exit(MESSAGE)
    print(found)


def installed() -> str | None:
    """A browser installed now: Playwright's, else Debian's."""
    for install in (playwright_download, debian_package):
        if install():
            found = first_that_starts(on_this_machine())
            if found:
                return found
    return None


def on_this_machine() -> Iterator[str]:
    """Possible paths of a browser, likeliest first."""
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from APPLICATIONS
    own = playwright_path()
    if own:
        yield own


def first_that_starts(paths: Iterator[str]) -> str | None:
    """The first of these browsers that can show a page."""
    return next((path for path in paths if starts(path)), None)


def starts(path: str) -> bool:
    """Whether the browser shows an empty page.

    One that lacks a system library exists but does not start.
    """
    if not os.access(path, os.X_OK):
        return False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, *QUIET, f"--user-data-dir={profile}", "--dump-dom", "about:blank"]
        try:
            shown = subprocess.run(
                command, capture_output=True, timeout=SECONDS_TO_START, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return b"<html" in shown.stdout


def playwright_path() -> str | None:
    """The path of Playwright's own Chromium, installed or not; None without Playwright."""
    ask = (
        "from playwright.sync_api import sync_playwright as p\n"
        "with p() as own: print(own.chromium.executable_path)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", ask], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip() or None


def playwright_download() -> bool:
    """Makes Playwright fetch its own Chromium; whether it succeeded."""
    return tried(
        "Fetching Playwright's Chromium",
        [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"],
    )


def debian_package() -> bool:
    """Installs Debian's Chromium if allowed; whether it succeeded."""
    if not (may_install() and shutil.which("apt-get")):
        return False
    return tried("Asking Debian for its packages", ["apt-get", "update", "--quiet"]) and tried(
        "Installing Debian's Chromium",
        ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", NAMES[0]],
    )


def may_install() -> bool:
    """Whether we are root on Debian (Ubuntu's package of that name only leads to a snap)."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian" and os.geteuid() == 0
    except OSError:
        return False


def tried(what: str, command: list[str]) -> bool:
    """Runs a command with its output on standard error; whether it succeeded."""
    print(f"{what} …", file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, stdout=sys.stderr, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    main()
