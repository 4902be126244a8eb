"""Prints the path of a Chromium or Chrome that starts, installing one where there is none.

Looks at VAGVISARE_BROWSER, then at what the machine has, then at Playwright's own; then tries Playwright's download, and
at last, as root on Debian, the package. Everything but the path goes to standard error.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""The first is Chromium without a window of its own: it opens a tab in a quarter of the time."""
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
SECONDS_TO_START = 60
MESSAGE = """No Chromium or Chrome that starts was found, and none could be installed.
Install one and run the same command again:
  Debian            sudo apt install chromium-headless-shell
  Ubuntu, Fedora    Google's package of Chrome, or: .venv/bin/playwright install --with-deps chromium
  macOS             Google Chrome
Or name one that is there: VAGVISARE_BROWSER=/path/to/chrome make test"""


def main() -> None:
    """Prints the path. Ends the program with a message when there is no browser to be had."""
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
    """A browser put in place now: Playwright's, else Debian's."""
    for install in (playwright_download, debian_package):
        if install():
            found = first_that_starts(on_this_machine())
            if found:
                return found
    return None


def on_this_machine() -> Iterator[str]:
    """Where a browser stands or may stand, the likeliest first."""
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from APPLICATIONS
    own = playwright_path()
    if own:
        yield own


def first_that_starts(paths: Iterator[str]) -> str | None:
    """The first of these browsers that can show a page."""
    return next((path for path in paths if starts(path)), None)


def starts(path: str) -> bool:
    """Whether the browser shows an empty page: one that lacks a library of the system is there, but does not start."""
    if not os.access(path, os.X_OK):
        return False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, *QUIET, f"--user-data-dir={profile}", "--dump-dom", "about:blank"]
        try:
            shown = subprocess.run(command, capture_output=True, timeout=SECONDS_TO_START, check=False)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return b"<html" in shown.stdout


def playwright_path() -> str | None:
    """Where Playwright keeps its own Chromium, whether it is there or not; None without Playwright."""
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as own: print(own.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    return answer.stdout.strip() or None


def playwright_download() -> bool:
    """Lets Playwright fetch its own Chromium. Whether it could."""
    return tried("Fetching Playwright's Chromium", [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"])


def debian_package() -> bool:
    """Installs Debian's Chromium where that is allowed. Whether it could."""
    if not (may_install() and shutil.which("apt-get")):
        return False
    return tried("Asking Debian for its packages", ["apt-get", "update", "--quiet"]) and tried(
        "Installing Debian's Chromium",
        ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", NAMES[0]],
    )


def may_install() -> bool:
    """Whether this is Debian (Ubuntu's package of that name only leads to a snap) and we are root."""
    try:
        return platform.freedesktop_os_release().get("ID") == "debian" and os.geteuid() == 0
    except OSError:
        return False


def tried(what: str, command: list[str]) -> bool:
    """Runs a command whose words go to standard error. Whether it succeeded."""
    print(f"{what} …", file=sys.stderr, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, stdout=sys.stderr, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    main()
