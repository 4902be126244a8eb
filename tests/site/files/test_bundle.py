"""vagvisare.site.files.bundle: a script and its imports as one file."""

import json
import subprocess

import pytest

from vagvisare.site.files.bundle import bundled

SCRIPTS = {
    "words": "export const word = (one) => one + two;\nconst two = 2;",
    "other": 'import { word as said } from "./words.js";\nexport class Other {\n  say = said;\n}',
    "page": 'import { Other } from "./other.js";\nimport { word } from "./words.js";\n'
    "const two = 5;\nconsole.log(JSON.stringify([word(1), new Other().say(3), two]));",
}


def test_names_of_two_modules_do_not_meet() -> None:
    ran = subprocess.run(
        ["node", "--input-type=module", "-e", bundled("page", SCRIPTS)],
        capture_output=True,
        check=True,
        text=True,
    )
    assert json.loads(ran.stdout) == [3, 5, 5]


def test_each_module_is_there_once() -> None:
    assert bundled("page", SCRIPTS).count("const two = 2") == 1


@pytest.mark.parametrize("line", ['import "./words.js";', "export default 1;", "export { a };"])
def test_another_form_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"page\.js"):
        bundled("page", {**SCRIPTS, "page": line})
