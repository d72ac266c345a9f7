"""A condition as written becomes a Condition; a name or number that does not fit is said."""

import pytest

from integraal.model import condition as c
from integraal.model.finding import Finding
from integraal.model.instrument import Kind, Option, Question
from integraal.reading.resolve.conditions import ConditionReader, number_in
from integraal.reading.yaml_tree import compose


def question(name: str, kind: Kind, *options: str) -> Question:
    made = tuple(Option(option, option) for option in options)
    return Question(name, name, "?", "?", kind, options=made)


AREAS = ("wonen", "werk", "school")
QUESTIONS = {
    asked.id: asked
    for asked in (
        question("last", Kind.ONE, "licht", "matig", "zwaar"),
        question("gebieden", Kind.SEVERAL, *AREAS),
        question("weken", Kind.NUMBER),
        question("woorden", Kind.TEXT),
    )
}


def read(text: str) -> tuple[c.Trigger | None, tuple[Finding, ...]]:
    node, faults = compose(text, "x.yaml")
    assert node is not None
    assert faults == ()
    reader = ConditionReader(QUESTIONS, "regel", frozenset({"later"}))
    return reader.trigger(node), tuple(reader.findings)


def codes_in(text: str) -> list[str]:
    trigger, findings = read(text)
    assert (trigger is None) is bool(findings)
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("last: zwaar", c.OneIn("last", ("zwaar",))),
        ("last: {in: [licht, zwaar]}", c.OneIn("last", ("licht", "zwaar"))),
        ("last: {at_least: matig}", c.OneIn("last", ("matig", "zwaar"))),
        ("last: {at_most: matig}", c.OneIn("last", ("licht", "matig"))),
        ("last: {known: true}", c.Known("last", True)),
        ("gebieden: {includes: werk}", c.SomeChosen("gebieden", ("werk",), 1)),
        ("gebieden: {includes_any: [werk, wonen]}", c.SomeChosen("gebieden", ("wonen", "werk"), 1)),
        (
            "gebieden: {at_least_chosen: 3}",
            c.SomeChosen("gebieden", AREAS, 3),
        ),
        ("gebieden: {known: false}", c.Known("gebieden", False)),
        ("weken: {at_least: 2}", c.Between("weken", 2, None)),
        ("weken: {at_most: -1.5}", c.Between("weken", None, -1.5)),
        ("woorden: {known: false}", c.Known("woorden", False)),
        ("not: {last: licht}", c.Not(c.OneIn("last", ("licht",)))),
        ("all: [last: licht]", c.All((c.OneIn("last", ("licht",)),))),
        ("any: [last: licht]", c.AnyOf((c.OneIn("last", ("licht",)),))),
        (
            "at_least_of: {count: 1, of: [last: licht]}",
            c.AtLeastOf(1, (c.OneIn("last", ("licht",)),)),
        ),
        ("otherwise", c.Otherwise()),
        ("direction: passend", c.WhenDirection(c.Direction.FITS)),
    ],
)
def test_what_is_written_is_what_is_meant(text: str, condition: c.Trigger) -> None:
    assert read(text) == (condition, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("anders", "not-a-condition"),
        ("[last: licht]", "not-a-condition"),
        ("{last: licht, weken: {at_least: 2}}", "one-per-condition"),
        ("{}", "one-per-condition"),
        ("not: otherwise", "not-a-condition"),
        ("all: {last: licht}", "not-a-list"),
        ("all: []", "empty-list"),
        ("any: [otherwise]", "not-a-condition"),
        ("at_least_of: [last: licht]", "not-a-mapping"),
        ("at_least_of: {of: [last: licht]}", "missing-key"),
        ("at_least_of: {count: 1, of: [last: licht], nog: 1}", "unknown-key"),
        ("at_least_of: {count: 0, of: [last: licht]}", "count-out-of-range"),
        ("at_least_of: {count: 2, of: [last: licht]}", "count-out-of-range"),
        ("at_least_of: {count: veel, of: [last: licht]}", "not-a-number"),
        ("gebieden: {at_least_chosen: 0}", "count-out-of-range"),
        ("gebieden: {at_least_chosen: 4}", "count-out-of-range"),
        ("weken: {at_least: 012}", "not-a-number"),
        ("weken: {at_least: 1:30}", "not-a-number"),
        ("weken: {at_least: [2]}", "not-a-number"),
        ("weken: 2", "not-a-test"),
        ("weken: {at_least: 2, at_most: 5}", "not-a-test"),
        ("gebieden: werk", "not-a-test"),
        ("last: [licht]", "not-a-test"),
        ("woorden: rust", "not-a-test"),
        ("woorden: {at_least: 2}", "unknown-test"),
        ("last: {includes: licht}", "unknown-test"),
        ("last: {in: licht}", "not-a-list"),
        ("last: {known: ja}", "not-a-flag"),
        ("last: zwar", "unknown-option"),
        ("last: {at_least: weet_niet}", "unknown-option"),
        ("gebieden: {includes: [werk]}", "unknown-option"),
        ("lst: zwaar", "unknown-question"),
        ("later: zwaar", "question-comes-later"),
        ("direction: omhoog", "unknown-word"),
        ("all: [direction: passend]", "unknown-question"),
    ],
)
def test_what_cannot_be_meant_is_said(text: str, code: str) -> None:
    assert codes_in(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "gebieden: {at_least_chosen: 1.5}",
        "at_least_of: {count: 1.5, of: [last: licht, last: matig]}",
    ],
)
def test_half_an_answer_cannot_be_counted(text: str) -> None:
    condition, findings = read(text)
    assert (condition, len(findings)) == (None, 1)


def test_an_empty_choice_is_an_empty_list_and_not_something_else_than_a_list() -> None:
    assert codes_in("last: {in: []}") == ["empty-list"]


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
