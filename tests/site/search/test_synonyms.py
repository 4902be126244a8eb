"""What people type for a record is found like its names."""

import json

from tests.site import sites
from vagvisare.reading.loading import load
from vagvisare.site.search import wordindex


def test_synonyms_are_names_for_the_search_without_the_articles_of_their_language() -> None:
    directory = load(sites.ROOT, today=sites.TODAY).directory
    assert {"socialen", "السوسيال"} <= set(directory.partners["kommunen"].synonyms)
    words = {
        word
        for path, content in wordindex.files(directory, ())
        if path.startswith("names/")
        for word in json.loads(content)
    }
    assert {"=socialen", "=سوسيال"} <= words
    assert "=السوسيال" not in words
