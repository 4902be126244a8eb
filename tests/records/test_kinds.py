"""vagvisare.records.kinds: what each kind of record knows about itself."""

import pytest
from builders import a_partner, an_enterprise, an_offer


@pytest.mark.parametrize(
    ("represents", "municipality"), [("0136", "0136"), ("01", None), ("SE", None), (None, None)]
)
def test_a_municipality_s_own_body_knows_its_code(
    represents: str | None, municipality: str | None
) -> None:
    assert a_partner(kind="kommun", represents=represents).municipality == municipality


def test_the_role_is_no_body_of_its_own() -> None:
    assert a_partner(id="kommunen", kind="kommun", service_area=["SE"]).is_role
    assert not a_partner(kind="kommun", represents="0136").is_role
    assert not a_partner(kind="statlig-myndighet").is_role
    assert not an_enterprise(service_area=["SE"]).is_role


def test_any_record_says_what_people_must_know_of_it() -> None:
    authority = a_partner(kind="statlig-myndighet", represents="01", informs_police="unsure")
    assert authority.is_authority
    assert authority.tells_police
    assert authority.own_area == "01"
    for other in (an_enterprise(), an_offer()):
        assert not other.is_authority
        assert not other.tells_police
        assert other.own_area is None


def test_a_policy_needs_the_page_that_shows_it() -> None:
    shown = {"title": "Policy för sociala företag", "url": "https://www.exempel.se/policy"}
    assert a_partner(policies=[shown]).policies[0].title == shown["title"]
    with pytest.raises(ValueError, match=r"policies\.0\.url"):
        a_partner(policies=[{"title": shown["title"], "date": "2014"}])
