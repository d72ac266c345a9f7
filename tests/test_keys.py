"""The page of all keys has every key that an author may write, and no other."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import ROOT

PARTS = {
    ("instrument", ""): "The instrument itself",
    ("instrument", "Section"): "A section",
    ("instrument", "Question"): "A question",
    ("instrument", "Option"): "An option",
    ("instrument", "Condition"): "A condition",
    ("instrument", "Test"): "What must be so of an answer",
    ("instrument", "Rule"): "A rule",
    ("instrument", "Definition"): "A definition",
    ("instrument", "Role"): "A role",
    ("instrument", "Action"): "An action",
    ("instrument", "Outcome"): "An outcome",
    ("instrument", "Table"): "A table",
    ("instrument", "Score"): "A score",
    ("instrument", "Item"): "What counts in a score",
    ("instrument", "Band"): "A band of a score",
    ("instrument", "Never"): "A promise",
    ("instrument", "Present"): "The present",
    ("instrument", "Release"): "When others may read",
    ("instrument", "Renamed"): "An old name",
    ("instrument", "Retired"): "What went away",
    ("instrument", "Validation"): "A study",
    ("instrument", "Citation"): "A place in a source",
    ("instrument", "Source"): "A source",
    ("scale", ""): "The scale itself",
    ("scale", "Level"): "A level",
    ("scale", "Form"): "A form of working",
    ("scale", "AttentionPoint"): "A point of attention",
    ("test", ""): "The test file itself",
    ("test", "Example"): "A case",
    ("test", "Expectation"): "What is expected",
}
"""By kind of file and part of its schema: the heading under which its keys stand."""
PAGE = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
NOT_BY_NAME = {
    ("instrument", "Trigger"),
    ("instrument", "Conditions"),
    ("test", "Citation"),
    ("scale", "Citation"),
}
"""Parts whose keys stand with another part."""


def schema(kind: str) -> dict[str, Any]:
    text = (ROOT / "docs" / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def on_page(heading: str) -> dict[str, tuple[bool, str]]:
    """By key under a heading: whether it must be there, and what it says."""
    below = PAGE.split(f"\n### {heading}\n", 1)[1].split("\n#", 1)[0]
    rows = re.findall(r"^\| (\**)`(\w+)`\** \| (.*) \|$", below, re.MULTILINE)
    return {key: (bool(stars), said) for stars, key, said in rows}


def keys_in(part: object) -> Iterator[str]:
    """Every key that a part of a schema names, however deep."""
    if isinstance(part, dict):
        yield from part.get("properties", {})
        for each in part.values():
            yield from keys_in(each)
    elif isinstance(part, list):
        for each in part:
            yield from keys_in(each)


@pytest.mark.parametrize("part", PARTS, ids="-".join)
def test_every_key_of_the_schema_stands_on_the_page_and_the_other_way_round(
    part: tuple[str, str],
) -> None:
    kind, name = part
    whole = schema(kind)
    asked = whole["definitions"][name] if name else {**whole, "definitions": {}}
    more = keys_in(schema(kind)["definitions"]["Trigger"]) if name == "Condition" else ()
    shown = on_page(PARTS[part])
    assert set(shown) == {*keys_in(asked), *more}
    assert {key for key, (must, _) in shown.items() if must} == set(asked.get("required", ()))
    assert all(said.strip() for _, said in shown.values())


def test_no_part_is_forgotten() -> None:
    with_keys = {
        (kind, name)
        for kind in ("instrument", "scale", "test")
        for name, part in schema(kind)["definitions"].items()
        if next(keys_in(part), "")
    }
    assert with_keys - NOT_BY_NAME == {each for each in PARTS if each[1]}
    assert re.findall(r"^### (.*)$", PAGE, re.MULTILINE) == list(PARTS.values())
