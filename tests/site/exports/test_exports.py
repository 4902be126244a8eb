"""vagvisare.site.exports.exports: every format, found by its module."""

from datetime import date

from builders import a_directory, a_partner, an_enterprise

from vagvisare.site.exports import coveragetable, exports, freeplaces, vcard
from vagvisare.site.exports.exports import EXPORTS

TODAY = date(2026, 11, 23)


def test_every_format_is_found() -> None:
    assert set(EXPORTS) >= {coveragetable.EXPORT, freeplaces.EXPORT, vcard.EXPORT}
    assert exports.EXPORTS is EXPORTS


def test_the_directory_and_its_records_become_files() -> None:
    reached = a_partner(id="a", contacts=[{"phone": "112"}])
    directory = a_directory(reached, an_enterprise(id="b"))
    paths = {path for export in EXPORTS for path, _ in export.of_directory(directory, TODAY)}
    assert paths == {"assets/coverage.csv", "places.json"}
    files = [
        path for record in directory for export in EXPORTS for path, _ in export.of_record(record)
    ]
    assert files == ["contacts/partners/a.vcf"]  # the other one has no contact
