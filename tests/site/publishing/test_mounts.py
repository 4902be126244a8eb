"""Sites on other file systems: a volume, a folder mounted twice, a link elsewhere, a full disk."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.site.sites import published, tree
from vagvisare.site.publishing.publish import Output

MOUNTED = """
import errno, os, sys
from pathlib import Path
from tests.site.sites import tree
from vagvisare.site.publishing.publish import Output

def publish(site, files):
    with Output(site) as output:
        for path, content in files.items():
            output.put(path, content)
        output.finish(files)

place = Path(sys.argv[1])
site = place / "site"
"""
A_VOLUME = """
publish(site, {"a/b": b"1", "c": b"1", "assets/x.00000000.css": b"1"})
(site / "theirs").write_text("theirs")
inside = os.open(site, os.O_DIRECTORY)
publish(site, {"a/b": b"2", "d": b"2", "assets/x.11111111.css": b"2"})
styles = {"assets/x.00000000.css", "assets/x.11111111.css"}
assert set(tree(site)) == {"a/b", "d", "theirs", ".nojekyll", ".vagvisare-manifest", *styles}
assert os.pread(os.open("a/b", os.O_RDONLY, dir_fd=inside), 9, 0) == b"2"
assert [path.name for path in place.iterdir()] == ["site"]
"""
FULL = """
big = os.urandom(100_000)
publish(site, {"a": big, "b": b"1"})
before = tree(place)
failed = 0
for size in range(0, 400_000, 20_000):
    try:
        publish(site, {"a": big, "b": b"2", "c": os.urandom(size), "d/e": b"2"})
        before = tree(place)
    except OSError as error:
        assert error.errno == errno.ENOSPC, error
        failed += 1
        assert tree(place) == before
        assert [path.name for path in place.iterdir()] == ["site"]
assert failed
publish(site, {"a": big, "b": b"2"})
"""


def _in_a_namespace(mount: str, place: Path, program: str) -> None:
    """Runs a program with a file system mounted that nobody else sees."""
    if (
        shutil.which("unshare") is None
        or subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("no mounts without rights here")
    (place / "site").mkdir(parents=True)
    command = f'{mount} && exec "$0" -c "$1" "$2"'
    given = ["unshare", "-rm", "sh", "-c", command, sys.executable, MOUNTED + program, str(place)]
    done = subprocess.run(
        given, env={"PYTHONPATH": ":".join(sys.path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "mount", ['mount -t tmpfs none "$2/site"', 'mount --bind "$2/site" "$2/site"']
)
def test_a_volume_that_is_mounted_as_the_site(mount: str, tmp_path: Path) -> None:
    _in_a_namespace(mount, tmp_path / "place", A_VOLUME)


def test_a_folder_that_is_mounted_elsewhere_too(tmp_path: Path) -> None:
    """As in a container: the mount follows the folder, not its name."""
    seen = tmp_path / "seen"
    seen.mkdir()
    program = (
        f"{A_VOLUME}\nassert Path({str(seen)!r}, 'a/b').read_bytes() == b'2'\n"
        f"assert not Path({str(seen)!r}, 'c').exists()\n"
    )
    _in_a_namespace(f'mount --bind "$2/site" "{seen}"', tmp_path / "place", program)


def test_a_full_disk_leaves_the_earlier_site(tmp_path: Path) -> None:
    _in_a_namespace('mount -t tmpfs -o size=360k none "$2"', tmp_path / "place", FULL)


def test_a_link_to_another_file_system(tmp_path: Path) -> None:
    shared = Path("/dev/shm")  # noqa: S108 (a file system in memory)
    if not shared.is_dir() or shared.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no other file system here")
    with tempfile.TemporaryDirectory(dir=shared) as other:
        (tmp_path / "site").symlink_to(f"{other}/site")
        for content in (b"1", b"2"):
            with Output(tmp_path / "site") as output:
                output.put("a", content)
                output.finish(["a"])
            assert (tmp_path / "site" / "a").read_bytes() == content
        assert list(published(tmp_path / "site")) == ["a"]
        assert len(tree(Path(other))) == 3
