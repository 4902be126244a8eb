"""Free places as JSON: what pages and other people's programs read (`reading.freeplaces`)."""

from datetime import date

from vagvisare.reading import freeplaces
from vagvisare.records.directory import Directory
from vagvisare.site.exports.export import Export, Files


def _files(directory: Directory, _: date) -> Files:
    yield freeplaces.PATH, freeplaces.as_json(freeplaces.of_directory(directory))


EXPORT = Export(of_directory=_files)
