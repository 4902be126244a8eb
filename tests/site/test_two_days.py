"""The site on two days: what holds from a day, or until one, changes on it without an edit.

A site built on New Year's Day from records with days equals one that was built the day before from
records edited by hand: nothing else in it depends on the day.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.site import sites

EVE, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)
EPOCHS = {EVE: "1798718400", NEW_YEAR: "1798804800"}
"""Noon of each day, in seconds since 1970."""
SOURCE = "sources: [{title: Test, date: '2026'}]"
RULE = """
  {name}:
    body: kommunen
    because: {{sv: {because}, en: {because}, ar: {because}, so: {because}}}
    {source}
"""
OLD, NEW = (
    RULE.format(name=because.lower(), because=because, source=SOURCE)
    for because in ("OldReason", "NewReason")
)
COURSE = f"""name: {{sv: NewCourse}}
kind: utbildning
summary: {{sv: NewCourse}}
needs: [svenska]
service_area: [SE]
contacts: [{{phone: '+4685551234'}}]
{SOURCE}
"""
UNTIL, FROM = "valid: {to: 2026-12-31}\n", "valid: {from: 2027-01-01}\n"


def _root(folder: Path, rules: str, course: str) -> Path:
    role = f"name: Kommunen\nkind: kommun\nsummary: {{sv: Kommunen}}\nservice_area: [SE]\n{SOURCE}"
    records = {
        "partners/kommunen": role,
        "offers/kurs": course,
        "responsibility/svenska": f"need: svenska\nrules:{rules}",
    }
    folder.mkdir()
    return sites.a_root(folder, records, places=("1280",))


def _built(root: Path, day: date) -> Mapping[str, str]:
    """Every file of the site as it is built on a day."""
    site = root.parent / f"{root.name}-{day}"
    done = sites.run_build(root, site, SOURCE_DATE_EPOCH=EPOCHS[day])
    assert done.returncode == 0, done.stdout + done.stderr
    return sites.published(site)


def test_the_first_of_january_needs_no_edit(tmp_path: Path) -> None:
    dated = _root(tmp_path / "dated", f"{OLD}    {UNTIL}{NEW}    {FROM}", COURSE + FROM)
    edited = _root(tmp_path / "edited", NEW, COURSE)
    before, after = _built(dated, EVE), _built(dated, NEW_YEAR)
    by_hand = _built(edited, EVE)
    assert {name for name in after if after[name] != by_hand.get(name)} == set()
    assert after.keys() == by_hand.keys()
    changed = {name for name in before if before[name] != after.get(name)}
    assert {"sv/guide/index.html", "so/partners/kommunen/index.html"} <= changed
    assert "sv/offers/index.html" not in changed, "what is not for a day yet has its page"
    guides = [
        (tmp_path / f"dated-{day}" / "sv/guide/index.html").read_text("utf-8")
        for day in (EVE, NEW_YEAR)
    ]
    said = [[word in guide for word in ("OldReason", "NewReason", "NewCourse")] for guide in guides]
    assert said == [[True, False, False], [False, True, True]]
