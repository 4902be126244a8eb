"""The Nu HTML Checker finds no error on a page of each kind in each language.

https://validator.github.io/validator/
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.site import sites

SHIPPED = (
    *(
        "",
        "about/",
        "accessibility/",
        "keep-up-to-date/",
        "privacy/",
        "social-enterprises/",
        "search/",
        "municipalities/",
    ),
    *(
        "municipalities/malmo/",
        "municipalities/stockholm/",
        "counties/12/",
        "enterprises/",
        "partners/",
        "offers/",
        "projects/",
    ),
    *(
        "enterprises/yalla-trappan/",
        "partners/arbetsformedlingen/",
        "partners/finsam-i-malmo/",
        "offers/sfi/",
        "projects/spira-1-1/",
    ),
)
RICH = (
    *(
        "enterprises/",
        "enterprises/_a/",
        "enterprises/rich/",
        "enterprises/only-swedish/",
        "enterprises/hostile/",
    ),
    *(
        "partners/hostile/",
        "offers/hostile/",
        "projects/hostile/",
        "municipalities/danderyd/",
        "counties/01/",
    ),
)


def _jar() -> Path:
    jar = sites.node_modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert jar.is_file(), "The Nu checker is missing: npm ci --ignore-scripts"
    return jar


def _samples(site: Path, addresses: tuple[str, ...]) -> list[Path]:
    found = [
        site / language / where / "index.html"
        for language in sites.LANGUAGES
        for where in addresses
    ]
    return [*found, site / "index.html", site / "404.html"]


def test_pages_of_each_kind_are_valid(shipped_site: Path, rich_site: Path) -> None:
    java = os.environ.get("VAGVISARE_JAVA") or shutil.which("java")
    assert java, "The Nu checker needs Java: apt-get install default-jre-headless"
    files = [*_samples(shipped_site, SHIPPED), *_samples(rich_site, RICH)]
    assert [file for file in files if not file.is_file()] == []
    command = [
        java,
        "-Xss2m",
        "-jar",
        str(_jar()),
        "--format",
        "json",
        "--exit-zero-always",
        *map(str, files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=sites.LIMIT)
    messages = json.loads(done.stderr)["messages"]
    errors = {
        f"{message.get('message')} ({_short(message)})"
        for message in messages
        if message["type"] in ("error", "non-document-error")
    }
    assert sorted(errors) == []


def _short(message: dict[str, str]) -> str:
    return f"{message.get('url', '').rpartition('site/')[2]}:{message.get('lastLine', '')}"


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><title>a</title><p id=a><p id=a>")
    java = os.environ.get("VAGVISARE_JAVA") or shutil.which("java")
    assert java
    done = subprocess.run(
        [java, "-jar", str(_jar()), str(tmp_path / "bad.html")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Duplicate ID" in done.stderr
