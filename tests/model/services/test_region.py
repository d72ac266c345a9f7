"""A service is for what it names: in one instrument where it says which, else in any."""

import pytest

from integraal.model.services.region import Region, Service

DESK = Service("loket", "Loket", ("wonen", "procesregie/bel-de-regisseur"))


@pytest.mark.parametrize(
    ("wanted", "instrument", "is_for"),
    [
        ("wonen", "", True),
        ("wonen", "meldcode", True),
        ("bel-de-regisseur", "", True),
        ("bel-de-regisseur", "procesregie", True),
        ("bel-de-regisseur", "meldcode", False),
        ("wone", "", False),
        ("", "", False),
        ("procesregie", "", False),
        ("procesregie/bel-de-regisseur", "procesregie", False),
    ],
)
def test_what_it_names_it_is_for_and_nothing_else(
    wanted: str, instrument: str, is_for: bool
) -> None:
    assert DESK.is_for(wanted, instrument) is is_for


def test_what_nobody_checked_must_be_checked() -> None:
    assert DESK.needs_check
    assert DESK.checked is None


def test_services_of_a_region_are_known_by_what_they_are_and_not_by_where_they_stand() -> None:
    same = Service("loket", "Loket", ("wonen", "procesregie/bel-de-regisseur"))
    assert Region("r", "R", "i", (DESK,)) == Region("r", "R", "i", (same,))
    assert len({DESK, same}) == 1
