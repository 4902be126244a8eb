"""Builds that are killed, ended, doubled or out of room.

Each time the old site or the new one is there, whole, and nothing is left behind.
"""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.site import sites
from tests.site.sites import published
from vagvisare.site.html import themes
from vagvisare.site.publishing import workplace

RECORDS = ("enterprises/yalla-trappan", "partners/malmo", "partners/kommunen", "offers/sfi")
NAMES = ("Ett", "Två")
LONGEST = 30.0
"""Seconds to wait for a build to reach the point where it is ended."""


def some(few: int, many: int) -> list[object]:
    """Seeds for random ends: ``few`` in every run of the tests, up to ``many`` in the full one."""
    return [*range(few), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(few, many))]


class Place:
    """Two roots, and the folder in which now one of their sites is built, now the other.

    The sites have no page and no style sheet in common.
    """

    def __init__(self, folder: Path) -> None:
        self.roots = [self._root(folder / name, name) for name in NAMES]
        self.whole = [
            _made(sites.build_site(root, folder / f"whole-{root.name}")) for root in self.roots
        ]
        self.out = folder / "out"
        self.site = self.out / "site"
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self.next = 0

    @staticmethod
    def _root(folder: Path, name: str) -> Path:
        root = sites.a_root(folder, sites.shipped(*RECORDS), places=("1280",))
        settings = root / "mkdocs.yml"
        settings.write_text(
            settings.read_text("utf-8").replace("site_name: Vägvisare", f"site_name: {name}"),
            "utf-8",
        )
        style = root / "theme" / "assets" / "css" / "print.css"
        style.parent.mkdir(parents=True)
        style.write_text(
            f"{(themes.SHIPPED / 'assets/css/print.css').read_text('utf-8')}\n"
            f".{name} {{color: red}}",
            "utf-8",
        )
        return root

    def start(self, **more: object) -> subprocess.Popen[str]:
        """Starts the build of the site that is not there."""
        facts = {
            "PYTHONPATH": str(sites.ROOT / "src"),
            "SOURCE_DATE_EPOCH": sites.EPOCH,
            "NO_MKDOCS_2_WARNING": "1",
        }
        root = self.roots[self.next]
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "-f",
            str(root / "mkdocs.yml"),
            "-d",
            str(self.site),
        ]
        told = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        environment = {**os.environ, **facts, "TMPDIR": str(self.temporary)}
        return subprocess.Popen(command, cwd=root, env=environment, **told, **more)  # type: ignore[call-overload]

    def build(self) -> None:
        """Builds the next site, and turns to the other."""
        process = self.start()
        assert process.wait(sites.LIMIT) == 0, process.communicate()
        assert self.there() == self.next
        self.next = 1 - self.next

    def there(self) -> int:
        """Which of the two sites is there. Fails when it is neither."""
        return which(self.site, self.whole)

    def left(self) -> set[str]:
        """What is left beside the site: files and processes."""
        beside = {
            path.name
            for folder in (self.out, self.temporary)
            for path in folder.iterdir()
            if path != self.site
        }
        return beside | {line for line in _processes() if str(self.site) in line}


def _made(site: Path) -> dict[str, str]:
    return {path: content for path, content in published(site).items() if not path.startswith(".")}


def which(site: Path, whole: list[dict[str, str]]) -> int:
    """Which of the whole sites this is. Fails when it is none of them."""
    now = _made(site)
    assert now in whole, [len(each.items() & now.items()) for each in whole]
    return whole.index(now)


def _processes() -> Iterable[str]:
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            yield (
                f"{process.parent.name} "
                f"{process.read_bytes().replace(bytes(1), b' ').decode(errors='replace')}"
            )
        except OSError:  # it has ended
            continue


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("ends"))
    place.build()
    return place


@pytest.fixture
def place(shared: Place) -> Place:
    """A whole site with nothing beside it, and another one to be built in its place."""
    if shared.left():
        shared.build()
    assert shared.left() == set()
    shared.next = 1 - shared.there()
    return shared


# --- where a build is when it is ended ------------------------------------------------------------


def _anywhere(place: Place, process: subprocess.Popen[str], chance: random.Random) -> None:
    """Waits for a random moment, up to 3 seconds of processor time after the build has begun."""
    folder = workplace.beside(place.site)
    _until(folder.is_dir, process)
    start, used = _seconds(process), chance.uniform(0, 3)
    _until(lambda: _seconds(process) - start > used, process)


def _while_publishing(place: Place, process: subprocess.Popen[str], chance: random.Random) -> None:
    """Waits for a random moment while the next site is put together and the two are switched."""
    _until((workplace.beside(place.site) / "tree").is_dir, process)
    start, used = _seconds(process), chance.uniform(0, 0.12)
    _until(lambda: _seconds(process) - start > used, process, 0.0005)


def _until(there: Callable[[], bool], process: subprocess.Popen[str], pause: float = 0.002) -> None:
    until = time.monotonic() + LONGEST * 10
    while not there() and process.poll() is None and time.monotonic() < until:
        time.sleep(pause)


def _seconds(process: subprocess.Popen[str]) -> float:
    """The processor time that a process has used, in seconds, to the hundredth.

    It is the same on a busy machine as on a quiet one.
    """
    try:
        fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return float("inf")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@linux
@pytest.mark.parametrize("seed", some(2, 60))
def test_killed_while_it_publishes(seed: int, place: Place) -> None:
    _kill(place, _while_publishing, seed)


@linux
@pytest.mark.parametrize("seed", some(1, 40))
def test_killed_anywhere(seed: int, place: Place) -> None:
    _kill(place, _anywhere, seed)


def _kill(
    place: Place, where: Callable[[Place, subprocess.Popen[str], random.Random], None], seed: int
) -> None:
    process = place.start()
    where(place, process, random.Random(seed))
    process.kill()
    process.wait()
    place.there()
    for _ in range(500):
        if not any(str(place.site) in line for line in _processes()):
            break
        time.sleep(0.02)
    place.next = 1 - place.there()
    place.build()
    assert place.left() == set()


@linux
@pytest.mark.parametrize("seed", some(3, 50))
def test_asked_to_end(seed: int, place: Place) -> None:
    where, group = (_while_publishing, _anywhere)[seed % 2], seed % 4 < 2
    number = (signal.SIGTERM, signal.SIGTERM, signal.SIGINT)[seed % 3]
    process = place.start(start_new_session=True)
    where(place, process, random.Random(seed))
    if process.poll() is None:
        (os.killpg if group else os.kill)(process.pid, number)
    said, _ = process.communicate()
    assert "Traceback" not in said
    assert place.left() == set()
    if process.returncode != 0:
        assert (process.returncode, said) == (
            128 + number,
            f"Avbrutet ({number.name}). Inget har skrivits till hälften.\n",
        )
    place.there()


@linux
@pytest.mark.parametrize("seed", some(1, 20))
def test_doubled(seed: int, place: Place) -> None:
    """Two builds, the second begun while the first is at work.

    At most one fails, and it names the process of the other.
    """
    first = place.start()
    offset = random.Random(seed).uniform(0, 4)
    _until(lambda: _seconds(first) > offset, first)
    place.next = 1 - place.next
    second = place.start()
    told = {process: process.communicate()[0] for process in (first, second)}
    failed = [process for process in told if process.returncode != 0]
    assert len(failed) < 2, told
    for process in failed:
        other = second if process is first else first
        assert (process.returncode, f"process {other.pid}" in told[process]) == (1, True), told
    assert "Traceback" not in "".join(told.values())
    assert place.left() == set()
    place.there()


# --- no room --------------------------------------------------------------------------------------


@linux
@pytest.mark.parametrize("seed", some(1, 10))
def test_files_that_may_not_be_large(seed: int, place: Place) -> None:
    before, size = (
        place.there(),
        [50, 4_000, 30_000, 60_000, 70_000, 100, 500, 1_000, 20_000, 40_000][seed],
    )
    process = place.start(
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    )
    said, _ = process.communicate()
    assert process.returncode == 1, said
    assert "Traceback" not in said
    assert "får inte bli så stor" in said
    assert place.left() == set()
    assert place.there() == before


FULL = """
mount -t tmpfs -o size=60m,mode=700 none "$1" && cp -a "$2" "$1/site" || exit 99
free=$(df --output=avail -k "$1" | tail -1)
head -c "$(( (free - $3) * 1024 ))" /dev/zero > "$1/filler" || exit 98
shift 3
"$@"
status=$?
rm "$OUT/filler"
find "$OUT" -maxdepth 1 -printf '%f\\n'
rm -rf "$OUT.copy" && cp -a "$OUT" "$OUT.copy"
exit $status
"""


@linux
@pytest.mark.parametrize("seed", some(1, 10))
def test_a_disk_that_is_full(seed: int, place: Place, tmp_path: Path) -> None:
    """The site is on a small file system of its own, with the given number of kilobytes free."""
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("no mounts without rights here")
    free = [3_000, 40, 400, 1_000, 2_000, 4_000, 5_000, 6_000, 7_000, 8_000][seed]
    out, root = tmp_path / "disk", place.roots[place.next]
    out.mkdir()
    facts = {
        "PYTHONPATH": str(sites.ROOT / "src"),
        "SOURCE_DATE_EPOCH": sites.EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "OUT": str(out),
    }
    build = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(root / "mkdocs.yml"),
        "-d",
        str(out / "site"),
    ]
    given = ["unshare", "-rm", "sh", "-c", FULL, "sh", str(out), str(place.site), str(free), *build]
    done = subprocess.run(
        given, env=os.environ | facts, cwd=root, capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode in (0, 1), said
    assert "Traceback" not in said
    assert done.stdout.splitlines()[-2:] == ["disk", "site"], said
    copy = out.with_name("disk.copy") / "site"
    assert which(copy, place.whole) == (place.next if done.returncode == 0 else place.there())
    if done.returncode:
        assert "Disken är full" in said
