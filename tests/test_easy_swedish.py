"""Easy Swedish: a text beside the Swedish one.

It goes stale as a translation does, but is never reported missing unless asked for.
"""

from pathlib import Path

import pytest
from builders import a_directory, a_root, a_vocabulary, an_enterprise, an_offer
from click.testing import CliRunner
from translating.roots import a_copy, differences, run

from vagvisare.cli import main
from vagvisare.languages.languages import EASY, wording
from vagvisare.reading.loading import load
from vagvisare.records.texts import fingerprint, state
from vagvisare.translating.passages import is_wanted, passages
from vagvisare.translating.standing import standing

ROOT = Path(__file__).parents[1]
SUMMARY = {"sv": "Grundläggande undervisning.", "sv-simple": "Du lär dig."}
KEY = "offers/sfi/summary"


def test_it_stands_beside_the_swedish_and_is_nobody_s_language() -> None:
    offer = an_offer(summary=SUMMARY)
    assert offer.summary["sv-simple"] == "Du lär dig."
    assert EASY.code not in a_vocabulary().languages
    assert wording({"sv": "a", "sv-simple": "b"}, "so", ("en", "sv")).text == "a"
    for fields in (
        {"languages": [{"code": "sv-simple", "how": ["staff"]}]},
        {"summary": {"sv-simple": "Du lär dig."}},
    ):
        with pytest.raises(ValueError, match=r"unknown term|Swedish text is missing"):
            an_offer(**fields)


@pytest.mark.parametrize(
    ("made_from", "expected"),
    [("Grundläggande undervisning.", "machine"), ("Något annat.", "stale")],
)
def test_it_goes_stale_when_the_swedish_changes(made_from: str, expected: str) -> None:
    mark = {"sv-simple": {"summary": {"from": fingerprint(made_from), "by": "machine"}}}
    offer = an_offer(summary=SUMMARY, translations=mark)
    assert state(offer.summary, "sv-simple", offer.translations["sv-simple"]["summary"]) == expected


def test_it_is_not_called_missing_unless_it_is_asked_for() -> None:
    directory = a_directory(an_enterprise())
    assert list(standing(directory, ["sv", "ar"])) == ["ar"]
    asked = standing(directory, ["sv-simple"])["sv-simple"]
    assert asked["enterprises"]["missing"] == 1


def test_names_and_pages_of_prose_have_none(tmp_path: Path) -> None:
    named = a_directory(an_offer(name={"sv": "Sfi"}))
    assert [p.key for p in passages(named) if is_wanted(p, EASY)] == [KEY]
    assert load(a_root(tmp_path)).problems == ()


def test_every_offer_need_and_situation_has_it_and_every_one_is_current() -> None:
    directory = load(ROOT).directory
    vocabulary = directory.vocabulary
    texts = [offer.summary for offer in directory.offers.values()]
    texts += [offer.description for offer in directory.offers.values() if offer.description]
    terms = [
        *vocabulary.terms("needs").values(),
        *(situation.term for situation in vocabulary.situations.values()),
    ]
    texts += [term.explanation for term in terms if term.explanation]
    assert [text["sv"] for text in texts if EASY.code not in text] == []
    assert "stale" not in {p.state(EASY.code) for p in passages(directory)}


def test_it_goes_out_and_comes_back(tmp_path: Path) -> None:
    root = a_copy(tmp_path)
    file = tmp_path / "easy.po"
    assert run(root, "export", "--language", "sv-simple", "--output", str(file)).exit_code == 0
    assert run(root, "import", str(file)).exit_code == 0
    assert differences(root) == {}
    file.write_text(
        file.read_text().replace("Du får lära dig svenska från början.", "Du får lära dig svenska.")
    )
    assert run(root, "import", str(file)).exit_code == 0
    lines = ["-    Du får lära dig svenska från början.", "+    Du får lära dig svenska."]
    assert differences(root) == {"directory/offers/sfi.yml": lines}


def test_a_name_does_not_come_back_in_easy_swedish(tmp_path: Path) -> None:
    root = a_copy(tmp_path)
    file = tmp_path / "easy.po"
    head = (
        'msgid ""\nmsgstr ""\n"Language: sv-simple\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    )
    file.write_text(
        f'{head}msgctxt "offers/sfi/name"\nmsgid "Svenska för invandrare (sfi)"\nmsgstr "Sfi"\n'
    )
    result = run(root, "import", str(file), "--language", "en")
    assert result.exit_code == 1
    assert "[exchange-unknown-text]" in result.output


def test_the_meaning_of_a_swedish_text_that_changed_may_be_unchanged_here_too(
    tmp_path: Path,
) -> None:
    root = a_copy(tmp_path)
    record = root / "directory/offers/sfi.yml"
    record.write_text(
        record.read_text().replace("bor i Sverige. Gratis.", "bor i Sverige. Utan avgift.")
    )
    assert run(root, "unchanged", "offers/sfi", "summary", "--language", "sv-simple").exit_code == 0
    said = (
        CliRunner()
        .invoke(main, ["check", "--root", str(root), "--language", "en", str(record)])
        .output
    )
    assert "sv-simple" not in said
    assert 'of "summary" into "ar"' in said
