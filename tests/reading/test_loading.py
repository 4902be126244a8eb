"""From a folder to a directory and its problems."""

import gc
from datetime import date
from pathlib import Path

import pytest
from builders import RECORDS, a_root, write

from vagvisare.reading.loading import load, load_record

LIST = {"list": {"label": {"sv": "Bransch"}}}
GOOD = "name: Kafé Ett\nsummary: {sv: Café.}\nsources: [{url: https://www.exempel.se/}]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A good directory."""
    return a_root(tmp_path)


def test_reads_every_kind_with_the_file_s_name_as_id(root: Path) -> None:
    loaded = load(root)
    assert loaded.problems == ()
    assert {f"{record.kind_name}/{record.id}" for record in loaded.directory} == set(RECORDS)
    assert set(loaded.files) >= {f"directory/{place}.yml" for place in RECORDS}


def test_a_faulty_record_is_left_out_and_the_others_stay(root: Path) -> None:
    write(root, "directory/enterprises/fel.yml", GOOD + "x: y\n")
    loaded = load(root)
    assert [(problem.file, problem.line) for problem in loaded.problems] == [
        ("directory/enterprises/fel.yml", 4)
    ]
    assert len(loaded.directory) == len(RECORDS)


def test_problems_are_sorted_and_the_same_each_time(root: Path) -> None:
    write(root, "directory/partners/a.yml", "kind: [\n")
    write(root, "directory/enterprises/b.yml", GOOD + "x: y\nw: z\n")
    problems = load(root).problems
    assert list(problems) == sorted(problems)
    assert [problem.file[-5:] for problem in problems] == ["b.yml", "b.yml", "a.yml"]
    assert load(root).problems == problems


def test_a_place_is_found_again_for_what_only_the_whole_directory_shows(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", GOOD + "# a comment\npart_of: finns-inte\n")
    (problem,) = load(root).problems
    assert (problem.line, problem.column, problem.code) == (5, 10, "unknown-record")


def test_a_vocabulary_file_that_cannot_be_read_does_not_fault_the_records(root: Path) -> None:
    write(root, "directory/vocabulary/industries.yml", "café: [\n")
    write(root, "directory/vocabulary/municipalities.yml", "a: b: c\n")
    assert {problem.file for problem in load(root).problems} == {
        "directory/vocabulary/industries.yml",
        "directory/vocabulary/municipalities.yml",
    }


def test_a_reference_to_a_faulty_record_is_no_second_fault(root: Path) -> None:
    write(root, "directory/partners/haninge-kommun.yml", "name: [\n")
    assert [problem.file for problem in load(root).problems] == [
        "directory/partners/haninge-kommun.yml"
    ]


def test_a_faulty_term_does_not_fault_the_records_that_use_it(root: Path) -> None:
    write(
        root,
        "directory/vocabulary/industries.yml",
        {**LIST, "café": {"label": {"en": "Café"}}, "ny": {"label": {"sv": "Ny"}}},
    )
    (problem,) = load(root).problems
    assert (problem.file, problem.code) == (
        "directory/vocabulary/industries.yml",
        "swedish-missing",
    )


def test_a_list_is_called_what_its_file_says(root: Path) -> None:
    write(root, "directory/vocabulary/roles.yml", {"organisationen": {"label": {"sv": "A"}}})
    write(root, "directory/vocabulary/industries.yml", {**LIST, "café": {"label": {"sv": "Café"}}})
    loaded = load(root)
    assert loaded.problems == ()  # no page says what the roles are called
    vocabulary = loaded.directory.vocabulary
    assert (vocabulary.name("industries"), vocabulary.name("roles")) == (
        {"sv": "Bransch"},
        {"sv": "roles"},
    )
    assert list(vocabulary.terms("industries")) == ["café"]


def test_what_a_list_is_called_is_no_term(root: Path) -> None:
    write(root, "directory/enterprises/kafe.yml", GOOD + "industries: [list]\n")
    assert [problem.code for problem in load(root).problems] == ["unknown-term"]


def test_the_vocabulary_is_what_its_files_say(root: Path) -> None:
    loaded = load(root)
    assert loaded.problems == ()
    vocabulary = loaded.directory.vocabulary
    assert list(vocabulary.terms("industries")) == ["café", "catering", "lokalvård"]
    assert vocabulary.term("industries", "lokalvård").synonyms == {"sv": ("städning",)}
    assert vocabulary.languages["ar"].direction == "rtl"
    assert vocabulary.terms("languages")["ar"].label == {"sv": "Arabiska"}
    assert vocabulary.counties["01"].name == {"sv": "Stockholms län"}
    assert vocabulary.municipalities["0136"].population == 101000


def test_an_empty_folder_has_no_vocabulary_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "directory").mkdir()
    loaded = load(tmp_path)
    assert {problem.code for problem in loaded.problems} == {"missing-file"}
    assert len(loaded.directory) == 0


def test_without_a_directory_there_is_nothing_to_load(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path)


def test_pages_about_the_directory_and_hidden_files_are_let_be(root: Path) -> None:
    write(root, "directory/LICENSE.md", "CC0")
    write(root, "directory/enterprises/.gitkeep", "")
    write(root, "directory/.DS_Store", "")
    assert load(root).problems == ()


def test_links_within_the_directory_are_followed_and_links_out_of_it_are_not(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = write(tmp_path_factory.mktemp("outside"), "secret.yml", GOOD)
    folder = root / "directory/enterprises"
    (folder / "inside.yml").symlink_to("basta-nykvarn.yml")
    (folder / "outside.yml").symlink_to(outside)
    (folder / "loop.yml").symlink_to("loop.yml")
    loaded = load(root)
    assert {(p.file.split("/")[-1], p.code) for p in loaded.problems} - {
        ("inside.yml", "duplicate-name")
    } == {
        ("outside.yml", "symlink"),
        ("loop.yml", "symlink"),
    }
    assert "inside" in loaded.directory.enterprises
    assert (
        load_record(root, folder / "outside.yml", loaded.directory.vocabulary)[1][0].code
        == "symlink"
    )


def test_a_folder_that_is_a_link_out_is_not_followed(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    write(outside, "a.yml", GOOD)
    (root / "directory/projects/spira.yml").unlink()
    (root / "directory/projects").rmdir()
    (root / "directory/projects").symlink_to(outside)
    assert [(problem.file, problem.code) for problem in load(root).problems] == [
        ("directory/projects", "symlink")
    ]


def test_one_record_is_read_as_it_is_with_all(root: Path) -> None:
    whole = load(root).directory
    record, problems = load_record(
        root, Path("directory/enterprises/basta-nykvarn.yml"), whole.vocabulary
    )
    assert (record, problems) == (whole.enterprises["basta-nykvarn"], [])
    assert (
        load_record(root, root / "directory/enterprises/basta-nykvarn.yml", whole.vocabulary)[0]
        == record
    )


def test_one_record_tells_its_problems(root: Path) -> None:
    vocabulary = load(root).directory.vocabulary
    for name, code in {"borta": "unreadable", "Fel Namn": "file-name"}.items():
        record, problems = load_record(root, Path(f"directory/enterprises/{name}.yml"), vocabulary)
        assert (record, [problem.code for problem in problems]) == (None, [code])
    with pytest.raises(ValueError, match="is not directory"):
        load_record(root, Path("docs/sv/index.md"), vocabulary)


def test_progress_is_told_to_the_end(root: Path) -> None:
    told: list[tuple[int, int]] = []
    load(root, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(RECORDS), len(RECORDS))


def test_several_processes_read_the_same(root: Path) -> None:
    for number in range(2100):
        write(root, f"directory/enterprises/kafe-{number}.yml", GOOD.replace("Ett", str(number)))
    write(root, "directory/enterprises/fel.yml", GOOD + "x: y\n")
    today = date(2026, 11, 23)
    alone, together = load(root, today=today), load(root, today=today, processes=2)
    assert alone.problems == together.problems
    assert alone.directory.enterprises == together.directory.enterprises
    assert list(alone.directory.enterprises) == list(together.directory.enterprises)


def test_the_collector_is_as_it_was(root: Path) -> None:
    assert gc.isenabled()
    load(root)
    assert gc.isenabled()
