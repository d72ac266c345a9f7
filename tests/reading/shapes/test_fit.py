"""A tree that does not fit its shape is told every misfit, its place and the nearest remedy."""

from typing import Annotated

import pytest
from pydantic import Field

from integraal.model.finding import Finding
from integraal.reading.shapes.base import Flag, Identifier, Shape, Text
from integraal.reading.shapes.fit import fit, nearest
from integraal.reading.yaml_tree import compose


class Room(Shape):
    """A room."""

    name: Text
    warm: Flag = False


class House(Shape):
    """A house."""

    id: Identifier
    rooms: Annotated[list[Room], Field(min_length=1)]
    garden: Room | None = None
    cellars: dict[str, Room] | None = None
    floors: int = 1


class Street(Shape):
    """A street has two houses or more."""

    houses: Annotated[list[Identifier], Field(min_length=2)]


def misfits(text: str, shape: type[Shape] = House) -> tuple[Finding, ...]:
    node, faults = compose(text, "huis.yaml")
    assert node is not None
    assert faults == ()
    fitted, findings = fit(shape, node)
    assert (fitted is None) is bool(findings)
    return findings


def test_what_fits_is_filled_in() -> None:
    node, _ = compose("id: huis\nrooms:\n  - name: ' Keuken '\n    warm: true\n", "huis.yaml")
    assert node is not None
    house, findings = fit(House, node)
    assert findings == ()
    assert house == House(id="huis", rooms=[Room(name="Keuken", warm=True)])


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("rooms: [name: a]\n", "missing-key", 1, 1),
        ("id: huis\nrooms:\n  - warm: true\n", "missing-key", 3, 5),
        ("id: huis\nrooms: [name: a]\nroof: b\n", "unknown-key", 3, 1),
        ("id: Huis!\nrooms: [name: a]\n", "bad-form", 1, 5),
        ("id: [huis]\nrooms: [name: a]\n", "not-text", 1, 5),
        ("id: huis\nrooms: [name: '  ']\n", "empty-text", 2, 15),
        ("id: huis\nrooms: []\n", "empty-list", 2, 8),
        ("id: huis\nrooms: keuken\n", "not-a-list", 2, 8),
        ("id: huis\nrooms: [keuken]\n", "not-a-mapping", 2, 9),
        ("id: huis\nrooms: [name: a]\ngarden: groen\n", "not-a-mapping", 3, 9),
        ("id: huis\nrooms: [name: a]\ncellars: [b]\n", "not-a-mapping", 3, 10),
        ("id: huis\nrooms: [{name: a, warm: ja}]\n", "not-a-flag", 2, 25),
        ("id: huis\nrooms: [{name: a, warm: 1}]\n", "not-a-flag", 2, 25),
    ],
)
def test_a_misfit_is_said_where_it_stands(text: str, code: str, line: int, column: int) -> None:
    (finding,) = misfits(text)
    assert (finding.code, finding.place.line, finding.place.column) == (code, line, column)


def test_a_misfit_of_any_other_kind_is_said() -> None:
    (finding,) = misfits("id: huis\nrooms: [name: a]\nfloors: twee\n")
    assert finding.code == "wrong-shape"
    assert dict(finding.details) == {"key": "floors", "word": "twee"}


def test_every_misfit_of_a_file_is_said_at_once() -> None:
    text = "id: Huis!\nroof: b\nrooms:\n  - nam: a\n  - name: b\n    warm: ja\ngarden: groen\n"
    assert sorted(finding.code for finding in misfits(text)) == [
        "bad-form",
        "missing-key",
        "not-a-flag",
        "not-a-mapping",
        "unknown-key",
        "unknown-key",
    ]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("idd: huis\nid: huis\nrooms: [name: a]\n", "id"),
        ("id: huis\nrooms: [{name: a, wram: true}]\n", "warm"),
        ("id: huis\nrooms: [name: a]\ngarden: {name: a, naam: b}\n", "name"),
        ("id: huis\nrooms: [name: a]\ncellars: {wijn: {name: a, naam: b}}\n", "name"),
        ("id: huis\nrooms: [name: a]\nschoorsteen: b\n", ""),
    ],
)
def test_a_misspelt_key_gets_the_nearest_key_of_its_own_shape(text: str, suggestion: str) -> None:
    (finding,) = misfits(text)
    assert (finding.code, finding.suggestion) == ("unknown-key", suggestion)


def test_a_list_that_is_only_too_short_is_not_said_to_be_empty() -> None:
    (finding,) = misfits("houses: [een]\n", Street)
    assert finding.code != "empty-list"


def test_a_list_with_something_wrong_in_it_is_not_said_to_be_short_as_well() -> None:
    (finding,) = misfits("houses: [een, Twee!]\n", Street)
    assert finding.code == "bad-form"
    assert dict(finding.details)["key"] == "houses"


def test_a_list_that_is_empty_is_said_to_be_empty() -> None:
    (finding,) = misfits("houses: []\n", Street)
    assert finding.code == "empty-list"


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("wonem", ["werk", "wonen"], "wonen"),
        ("x", ["werk"], ""),
        ("wonen", [], ""),
        ("", ["a"], ""),
    ],
)
def test_nearest_offers_what_looks_most_alike_or_nothing(
    word: str, known: list[str], found: str
) -> None:
    assert nearest(word, known) == found
