"""vagvisare.records.kinds: what records know of themselves."""

import pytest
from builders import a_partner, an_enterprise, an_offer


@pytest.mark.parametrize(("represents", "municipality"), [("0136", "0136"), ("01", None), ("SE", None), (None, None)])
def test_a_municipality_s_own_body_knows_its_code(represents: str | None, municipality: str | None) -> None:
    assert a_partner(kind="kommun", represents=represents).municipality == municipality


def test_the_role_is_no_body_of_its_own() -> None:
    assert a_partner(kind="kommun").is_role
    assert not a_partner(kind="kommun", represents="0136").is_role
    assert not a_partner(kind="statlig-myndighet").is_role
    assert not an_enterprise().is_role


def test_a_group_knows_the_situations_that_it_names() -> None:
    group = {"groups": ["långtidsarbetslös"], "residence": ["asylsökande"], "income": ["sjukpenning"]}
    offer = an_offer(**{"for": group})
    assert offer.for_ is not None
    assert offer.for_.codes == ("långtidsarbetslös", "asylsökande", "sjukpenning")
