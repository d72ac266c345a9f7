"""A condition as written becomes a Condition; a name or number that does not fit is said."""

import pytest

from integraal.model import condition as c
from integraal.model.finding import Finding
from integraal.reading.numbers import number_in
from integraal.reading.resolve.conditions import ConditionReader
from integraal.reading.yaml_tree import compose
from tests.reading.conditions import BAD_FORM, BAD_NAMES, GOOD, LATER, QUESTIONS, SCORE


def read(text: str) -> tuple[c.Trigger | None, tuple[Finding, ...]]:
    node, faults = compose(text, "x.yaml")
    assert node is not None
    assert faults == ()
    reader = ConditionReader(QUESTIONS, "regel", LATER, scores={SCORE.id: SCORE})
    return reader.trigger(node), tuple(reader.findings)


def codes_in(text: str) -> list[str]:
    trigger, findings = read(text)
    assert (trigger is None) is bool(findings)
    return [finding.code for finding in findings]


@pytest.mark.parametrize(("text", "condition"), GOOD.items())
def test_what_is_written_is_what_is_meant(text: str, condition: c.Trigger) -> None:
    assert read(text) == (condition, ())


def test_every_kind_of_leaf_is_in_the_table() -> None:
    assert {*c.Leaf.__args__, c.InScore} <= {type(condition) for condition in GOOD.values()}


@pytest.mark.parametrize(("text", "code"), [*BAD_FORM.items(), *BAD_NAMES.items()])
def test_what_cannot_be_meant_is_said(text: str, code: str) -> None:
    assert codes_in(text) == [code]


def test_every_fault_of_a_condition_is_said_at_once() -> None:
    text = "all: [lst: zwaar, any: [last: zwar, weken: {at_least: veel}], not: anders]"
    assert codes_in(text) == [
        "unknown-question",
        "unknown-option",
        "not-a-number",
        "not-a-condition",
    ]


def test_both_the_count_and_the_parts_are_looked_at() -> None:
    assert sorted(codes_in("at_least_of: {count: veel, of: [lst: zwaar]}")) == [
        "not-a-number",
        "unknown-question",
    ]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("gebeden: {includes: werk}", "gebieden"),
        ("gebieden: {include: werk}", "includes"),
        ("gebieden: {includes: wrk}", "werk"),
        ("direction: pasend", "passend"),
        ("later: x", ""),
        ("zzzz: x", ""),
    ],
)
def test_the_nearest_right_name_is_offered(text: str, suggestion: str) -> None:
    (finding,) = read(text)[1]
    assert finding.suggestion == suggestion


def test_a_misspelt_key_of_a_count_gets_the_nearest_too() -> None:
    _, findings = read("at_least_of: {count: 1, off: [], of: [last: licht]}")
    assert [finding.suggestion for finding in findings] == ["of"]


def test_a_fault_stands_at_the_word_that_is_wrong() -> None:
    (finding,) = read("all:\n  - last:\n      in: [licht, zwar]\n")[1]
    assert (finding.place.line, finding.place.column, finding.place.length) == (3, 19, 4)


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("12", 12), ("-3", -3), ("1.50", 1.5), ("999999999999999", 999999999999999)],
)
def test_a_number_is_what_people_write_as_one(text: str, number: float) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", " 1", "1 ", "+1", "012", "1,5", "1.", ".5", "1e3", "0x1F", "1_000", "1:30", "inf"),
        *("nan", "٣", "²", "1\n", "9" * 16, "--1", "-"),
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    assert number_in(text) is None


def test_a_whole_number_stays_whole() -> None:
    assert isinstance(number_in("12"), int)
