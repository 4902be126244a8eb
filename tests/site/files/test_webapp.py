"""vagvisare.site.files.webapp: the manifest of each language."""

import json

from tests.site import sites
from vagvisare.languages.languages import Language
from vagvisare.site.files import webapp


def test_it_speaks_the_language_and_lies_in_any_folder() -> None:
    arabic = Language("ar", "العربية", "rtl", "Arab", ())
    found = json.loads(webapp.manifest(sites.settings(), arabic, str.upper))
    assert (found["lang"], found["dir"]) == ("ar", "rtl")
    assert found["description"] == "WHO HELPS YOU, AND HOW TO REACH THEM."
    assert (found["start_url"], found["scope"]) == ("./", "../")
    assert found["icons"][0]["src"] == "../assets/icon.svg"
