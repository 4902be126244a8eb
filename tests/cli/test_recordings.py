"""``vagvisare recordings list`` as a command."""

from click.testing import CliRunner

from tests.site import sites
from vagvisare.cli.main import main


def test_it_lists_texts_with_their_place_and_the_whole_time() -> None:
    ran = CliRunner().invoke(
        main,
        ["recordings", "list", "--language", "ar", "--minutes", "1", "--root", str(sites.ROOT)],
    )
    assert ran.exit_code == 0, ran.output
    *lines, last = ran.output.strip().splitlines()
    assert lines[0].startswith("partners/112 summary (")
    assert int(last.split()[-2]) <= 60
