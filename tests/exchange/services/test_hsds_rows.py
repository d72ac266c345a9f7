"""Of a directory of others everything is taken, or counted; nobody's name is taken."""

from typing import Any

import pytest

from integraal.exchange.services.hsds_rows import Read, read_hsds

SERVICE = {"id": "1", "name": "Balie", "status": "active"}


def read(**more: Any) -> Read:
    """One service with more of it."""
    found = read_hsds({"contents": [{**SERVICE, **more}]})
    assert found is not None
    return found


@pytest.mark.parametrize("data", [{"contents": [SERVICE]}, [SERVICE], SERVICE])
def test_a_page_a_list_and_one_service_alone_are_read_alike(data: Any) -> None:
    found = read_hsds(data)
    assert found is not None
    assert [row["name"] for row in found.rows] == ["Balie"]


@pytest.mark.parametrize("data", [{}, None, 3, {"contents": "x"}, {"id": "1"}])
def test_what_holds_no_services_is_none(data: Any) -> None:
    assert read_hsds(data) is None


def test_a_person_at_a_desk_is_counted_and_neither_name_nor_number_is_taken() -> None:
    person = {"id": "c", "name": "Stien", "email": "stien@b.example", "department": "balie"}
    found = read(contacts=[{**person, "phones": [{"id": "p", "number": "02 555 01 02"}]}])
    assert found.people == 1
    assert found.rows[0]["contact"] == "balie"
    assert not found.left


def test_the_number_of_a_desk_is_taken() -> None:
    desk = {"id": "c", "department": "balie", "phones": [{"id": "p", "number": "02 555 01 02"}]}
    assert read(contacts=[desk]).rows[0]["contact"] == "balie; 02 555 01 02"


def test_what_has_no_place_or_another_shape_is_counted_by_its_field() -> None:
    found = read(alternate_name="Desk", description=["een", "twee"], fees_description="")
    assert found.left == {"service.alternate_name": 1, "service.description": 1}
    assert "about" not in found.rows[0]


def test_a_service_says_whose_it_is_from_within_or_from_beside() -> None:
    owner = {"id": "o", "name": "De Brug (verzonnen)"}
    within = read(organization=owner)
    beside = read_hsds(
        {"contents": [{**SERVICE, "organization_id": "o"}], "organizations": [owner]}
    )
    assert beside is not None
    for found in (within, beside):
        assert found.rows[-1]["organisation"] == "De Brug (verzonnen)"
