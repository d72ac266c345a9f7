"""The schemas for editors: they know what our reader knows of forms, and give no false alarm."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from integraal.reading.library import data_folder, header
from integraal.reading.shapes.json_schema import SHAPES, json_schema, schema_text
from tests.conftest import ROOT
from tests.reading.bad_files import BadFile, bad_files
from tests.reading.conditions import BAD_FORM, BAD_NAMES
from tests.reading.conditions import GOOD as GOOD_CONDITIONS
from tests.reading.helpers import GOOD

OURS = sorted(
    path
    for folder in (data_folder(), GOOD, ROOT / "tests" / "cases")
    for path in folder.rglob("*.yaml")
)
FORM = (
    "bad-form",
    "empty-list",
    "empty-text",
    "missing-key",
    "not-a-condition",
    "not-a-date",
    "not-a-flag",
    "not-a-list",
    "not-a-mapping",
    "not-a-whole-number",
    "not-text",
    "one-effect",
    "one-per-condition",
    "unknown-key",
    "unknown-word",
)
"""Codes of faults in the form of a file; the others are about names, or about YAML itself."""
NAMES = ("unknown-question", "unknown-level", "unknown-option", "duplicate-id", "moved")


class _Editor(SafeConstructor):
    """Sees a file as editors do: YAML 1.2, where numbers are numbers and dates are text."""


_Editor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)


def _seen(path: Path) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Editor
    return yaml.load(path.read_text(encoding="utf-8"))


def _seen_text(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Editor
    return yaml.load(text)


@cache
def _validator(kind: str) -> Draft7Validator:
    return Draft7Validator(json_schema(kind), format_checker=Draft7Validator.FORMAT_CHECKER)


def _problems(kind: str, seen: Any) -> list[str]:
    errors = _validator(kind).iter_errors(seen)
    return [f"{error.json_path}: {error.message}" for error in errors]


def _kind(path: Path) -> str:
    found = header(path)
    if found and found.kind in SHAPES:
        return found.kind
    return "casus" if "casefiles" in path.parts else "instrument"


def _bad(*codes: str) -> list[BadFile]:
    return [bad for bad in bad_files() if bad.code in codes]


def _file(bad: BadFile) -> Path:
    """Find the file with the fault; a folder holds others besides."""
    return Path(bad.findings()[0].place.file)


@pytest.mark.parametrize("kind", SHAPES)
def test_the_shipped_schema_is_the_one_that_the_shapes_make_now(kind: str) -> None:
    shipped = ROOT / "docs" / "schemas" / f"{kind}.json"
    command = f"integraal export schema {kind} -o {shipped.relative_to(ROOT)} --overschrijf"
    assert shipped.read_text(encoding="utf-8") == schema_text(kind), command


def test_no_schema_is_shipped_that_nothing_makes() -> None:
    shipped = {path.stem for path in (ROOT / "docs" / "schemas").iterdir()}
    assert shipped == set(SHAPES)


@pytest.mark.parametrize("kind", SHAPES)
def test_the_page_about_editors_names_every_schema(kind: str) -> None:
    page = (ROOT / "docs" / "editor.md").read_text(encoding="utf-8")
    assert f"| [`{kind}`](schemas/{kind}.json) |" in page
    assert json_schema(kind)["properties"]["schema"]["const"] in page


@pytest.mark.parametrize("kind", SHAPES)
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft7Validator.check_schema(json_schema(kind))


@pytest.mark.parametrize("kind", SHAPES)
def test_everything_a_schema_refers_to_is_in_it(kind: str) -> None:
    schema = json_schema(kind)
    text = json.dumps(schema)
    named = {part.partition('"')[0] for part in text.split("#/definitions/")[1:]}
    assert named == set(schema["definitions"])


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_an_editor_finds_nothing_wrong_with_what_we_ship(path: Path) -> None:
    assert _problems(_kind(path), _seen(path)) == []


@pytest.mark.parametrize("bad", _bad(*FORM), ids=lambda bad: bad.path.name)
def test_an_editor_sees_a_fault_of_form(bad: BadFile) -> None:
    path = _file(bad)
    assert _problems(_kind(path), _seen(path))


@pytest.mark.parametrize("bad", _bad(*NAMES), ids=lambda bad: bad.path.name)
def test_names_are_left_to_the_reader(bad: BadFile) -> None:
    path = _file(bad)
    assert _problems(_kind(path), _seen(path)) == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("instrument", "version: 2026.1"),
        ("instrument", "title: 2026"),
        ("scale", "version: 2"),
        ("sources", "sources: [{id: 001, title: 1984, where: 5}]"),
        ("translation", "texts: {title: {of: 12345678, text: 1}, about: {of: 1e234567, text: a}}"),
        ("casus", "moment: 2026-11-21"),
        ("casus", "casus: 2041"),
        ("casus", "instruments: {voor-wie-doen-we-wat: 2026.1}"),
        ("casus", "answers: {kinderen: 3, leeftijd: 1.5, wonen: , werk: [a, weet_niet], wie: []}"),
        ("casus", "answers:"),
    ],
)
def test_what_looks_like_a_number_or_a_date_gives_no_alarm(kind: str, line: str) -> None:
    problems = _problems(kind, _seen_text(line))
    assert [problem for problem in problems if "required property" not in problem] == []


CONDITIONS = [
    *((when, True) for when in (*GOOD_CONDITIONS, *BAD_NAMES)),
    *((when, False) for when in BAD_FORM),
]


@pytest.mark.parametrize(("when", "fits"), CONDITIONS)
def test_the_form_of_a_condition_is_checked_at_any_depth(when: str, fits: bool) -> None:
    rule = {"id": "r", "at_least": "x", "because": "B.", "support": "choice"}
    rule["source"] = [{"document": "001"}]  # type: ignore[assignment]
    seen = {"rules": [{**rule, "when": _seen_text(when)}]}
    problems = [p for p in _problems("instrument", seen) if ".rules" in p]
    assert (problems == []) is fits


@pytest.mark.parametrize("when", ["wonen: ja", "altijd: {known: true}", ""])
def test_a_question_may_have_a_condition_or_none(when: str) -> None:
    question = {"id": "q", "name": "Q", "ask": "Q?", "why": "W.", "kind": "text"}
    question["ask_when"] = _seen_text(when)
    seen = {"sections": [{"id": "s", "title": "S", "questions": [question]}]}
    assert [p for p in _problems("instrument", seen) if ".sections" in p] == []


def test_every_key_of_a_rule_that_needs_it_has_a_hint() -> None:
    rule = json_schema("instrument")["definitions"]["Rule"]["properties"]
    without = {key for key, about in rule.items() if not about.get("description")}
    assert without == {"id", "source"}


def test_hints_are_inherited() -> None:
    definitions = json_schema("instrument")["definitions"]
    hints = {definitions[name]["properties"]["because"]["description"] for name in GROUNDED}
    assert hints == {"The reason, in a sentence for people."}


GROUNDED = ("Rule", "Present")


def test_an_editor_is_given_no_defaults_to_type_in() -> None:
    assert '"default"' not in schema_text("instrument")
