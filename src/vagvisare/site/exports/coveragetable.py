"""Coverage as CSV: for each municipality and language, how often each outcome occurs."""

from collections.abc import Iterator
from datetime import date

from vagvisare.guidance.coverage import OUTCOMES
from vagvisare.languages.languages import SOURCE
from vagvisare.records.directory import Directory
from vagvisare.site.exports.export import Export, Files
from vagvisare.site.exports.table import as_csv
from vagvisare.site.files.coverage import checked, counts, spoken

PATH = "assets/coverage.csv"


def summary(directory: Directory, today: date) -> str:
    """The table, counted over situations and needs.

    ``other`` is any language that nobody speaks or writes.
    """
    return as_csv(
        ["code", "municipality", "county", "language", *OUTCOMES], _rows(directory, today)
    )


def _rows(directory: Directory, today: date) -> Iterator[list[str | int]]:
    vocabulary, known = directory.vocabulary, spoken(directory)
    found = {code: counts(directory, today, code) for code in checked(directory, today).languages}
    for code, municipality in vocabulary.municipalities.items():
        county = vocabulary.counties[municipality.county].name[SOURCE]
        for language, ends in found.items():
            numbers = (ends[code][outcome] for outcome in OUTCOMES)
            named = language if language in known else "other"
            yield [code, municipality.swedish_name, county, named, *numbers]


def _files(directory: Directory, today: date) -> Files:
    yield PATH, summary(directory, today)


EXPORT = Export(of_directory=_files)
