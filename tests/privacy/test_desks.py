"""What may stand at a desk: how one reaches it, and nothing of persons."""

import pytest

from integraal.model.finding import Place
from integraal.model.services.network import Network
from integraal.model.services.region import Service
from integraal.privacy.desks import desk_faults, people_at_desks, region_texts

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


def test_what_many_desks_say_is_told_of_each_of_them() -> None:
    texts = [(("services", n, "about"), f"Vraag naar {NUMBER_OF_A_PERSON}.") for n in range(3)]
    named = [(("services", n, "about"), "Vraag naar mevrouw Jansen.") for n in range(3)]
    found = desk_faults(texts, lambda at: Place("net.yaml", int(at[1])))
    people = people_at_desks(named, lambda at: Place("net.yaml", int(at[1])))
    assert [one.place.line for one in found] == [one.place.line for one in people] == [0, 1, 2]


def test_a_number_of_a_desk_stands_where_one_reaches_it_and_nowhere_else() -> None:
    """The same words, judged by the field in which they stand."""
    text = "Lindelaan 12"
    fields = ("contact", "about")
    found = [faults(field, text) for field in (*fields, *reversed(fields))]
    assert found == [[], ["adres"], ["adres"], []]


def test_each_place_of_a_list_is_told_where_it_stands_and_one_place_once() -> None:
    desk = Service("a", "A", ("wonen",), places=("mevrouw Jansen", "Aalst", "meneer Peeters"))
    texts = list(region_texts(Network("n", "N", (desk,))))
    told = people_at_desks(texts, lambda at: Place("net.yaml", int(at[-1]) + 1))
    assert [(one.place.line, dict(one.details)["where"]) for one in told] == [
        (1, "places"),
        (3, "places"),
    ]
    assert len(people_at_desks(texts, lambda _: Place("list.csv", 7))) == 1


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("9300 Aalst", []),
        ("9000 Gent", []),
        ("Kerkstraat 12, 9300 Aalst", ["adres"]),
        ("9300 Aalst, Kerkstraat 12", ["adres"]),
    ],
)
def test_a_postcode_with_its_town_is_no_address_where_a_service_says_for_whom_it_is(
    text: str, kinds: list[str]
) -> None:
    assert faults("places", text) == kinds
    assert faults("about", text) == ["adres"]
