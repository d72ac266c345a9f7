"""What may stand at a desk: how one reaches it, and nothing of persons."""

import pytest

from integraal.model.finding import Place
from integraal.privacy.desks import desk_faults

NUMBER_OF_A_PERSON = "111222333"
"""Fits as a number of a person, and is nobody's."""


def faults(field: str, text: str) -> list[str]:
    found = desk_faults([(("services", 0, field), text)], lambda _: Place("net.yaml"))
    return [dict(one.details)["kinds"] for one in found]


@pytest.mark.parametrize("area", ["053 12", "09 265", "02/555", "(011) 21", "020-55"])
def test_a_telephone_number_of_a_desk_is_never_taken_for_one_of_a_person(area: str) -> None:
    numbers = [f"{area} {number:04d}"[:-2] + f" {number % 100:02d}" for number in range(2000)]
    assert [number for number in numbers if faults("contact", f"balie, {number}")] == []


@pytest.mark.parametrize("field", ["contact", "about", "name"])
def test_a_number_of_a_person_is_refused_in_each_field(field: str) -> None:
    assert faults(field, f"Vraag naar {NUMBER_OF_A_PERSON}.")
    assert faults(field, f"053 12 33 53, dossier van {NUMBER_OF_A_PERSON}")
