"""Languages as values."""

from vagvisare.languages.languages import Language


def test_a_language_can_be_a_key() -> None:
    known = Language("sv", "svenska", "ltr", "Latn", attributes={"phone": ("ringa",)})
    assert {known: 1}[known] == 1
