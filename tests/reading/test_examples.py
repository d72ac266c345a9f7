"""An author's test cases are read with the answers and expectations as they were written."""

from dataclasses import replace
from pathlib import Path

import pytest

from integraal.model.answers import Answers
from integraal.model.example import Example
from integraal.model.instrument import Never, Route
from integraal.reading.examples import instrument_of, read_examples
from tests.engine.builders import GROUNDS
from tests.reading.helpers import codes, faults, good, nowhere

ROUTES = replace(
    good("routes.yaml"), never=(Never("nooit", Route("loket"), None, GROUNDS, ("elders",)),)
)
TEXT = """schema: integraal/test/1
instrument: routes
cases:
  - id: geld
    about: Het gezin vraagt hulp bij geld.
    source_only: true
    answers:
      hulpvragen: [geld]
    expect:
      feasible:
      outcomes: [loket]
      rules: [geldzorgen]
      rules_open: [jong-kind]
      rules_off: [anders]
      urgent: []
      calls:
        loket: [noodnummer, "1712"]
      for_others: withheld
      promises: [nooit]
  - id: niets
    expect:
      provisional: false
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "routes.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def read(path: Path) -> tuple[Example, ...]:
    return read_examples(path, ROUTES, nowhere)


def change(path: Path, old: str, new: str) -> None:
    assert old in TEXT
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")


def test_a_file_says_for_which_instrument_it_is(path: Path) -> None:
    assert instrument_of(path) == "routes"


def test_an_example_carries_its_answers_and_what_is_expected(path: Path) -> None:
    first, second = read(path)
    assert (first.id, first.about, first.source_only) == (
        "geld",
        "Het gezin vraagt hulp bij geld.",
        True,
    )
    assert first.answers == Answers({"hulpvragen": {"geld"}})
    assert first.expect.outcomes == ("loket",)
    assert first.expect.rules == ("geldzorgen",)
    assert (first.expect.rules_open, first.expect.rules_off) == (("jong-kind",), ("anders",))
    assert (second.answers, second.expect.provisional) == (Answers(), False)


def test_an_example_carries_what_is_expected_of_safety(path: Path) -> None:
    first, second = (example.expect for example in read(path))
    assert (first.urgent, first.calls) == ((), (("loket", ("noodnummer", "1712")),))
    assert (first.for_others, first.promises) == ("withheld", ("nooit",))
    assert (second.urgent, second.calls, second.for_others, second.promises) == (None, (), None, ())


def test_an_expectation_tells_what_was_written_empty_from_what_was_left_out(path: Path) -> None:
    first, second = read(path)
    assert "feasible" in first.expect.fields
    assert "feasible" not in second.expect.fields
    assert second.expect.outcomes is None


def test_every_fault_in_the_answers_of_every_example_is_said(path: Path) -> None:
    more = "  - id: niets\n    answers:\n      woonplaats: alst\n"
    path.write_text(
        TEXT.replace("[geld]", "[gelt]").replace("  - id: niets\n", more), encoding="utf-8"
    )
    findings = faults(lambda: read(path))
    assert [finding.suggestion for finding in findings] == ["geld", "aalst"]
    assert [finding.place.line for finding in findings] == [8, 22]


def test_an_example_uses_the_names_of_today(path: Path) -> None:
    change(path, "hulpvragen: [geld]", "stad: aalst")
    assert codes(lambda: read(path)) == ["moved"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("integraal/test/1", "integraal/casus/1", "unknown-word"),
        ("    expect:\n      provisional: false\n", "", "missing-key"),
        ("rules_off: [anders]", "rules_of: [anders]", "unknown-key"),
        ("provisional: false", "provisional: nee", "not-a-flag"),
        ("outcomes: [loket]", "outcomes: loket", "not-a-list"),
        ("for_others: withheld", "for_others: hidden", "unknown-word"),
        ("urgent: []", "urgent: bel", "not-a-list"),
    ],
)
def test_a_file_of_another_shape_is_told_so(path: Path, old: str, new: str, code: str) -> None:
    change(path, old, new)
    assert codes(lambda: read(path)) == [code]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("  - id: niets\n", "  - id: geld\n", "duplicate-id", 20),
        ("    expect:\n      provisional: false", "    expect: {}", "expects-nothing", 21),
        ("      feasible:\n", "      level: heel-hoog\n", "unknown-level", 10),
        ("[jong-kind]", "[jong-knd]", "unknown-rule", 13),
        ("outcomes: [loket]", "outcomes: [lokket]", "unknown-outcome", 11),
        ("outcomes: [loket]", "outcomes_open: [lokket]", "unknown-outcome", 11),
        ("      urgent: []\n", "      actions: [bell]\n", "unknown-action", 15),
        ("      urgent: []\n", "      urgent: [bell]\n", "unknown-action", 15),
        ("        loket: [", "        lokket: [", "unknown-action", 17),
        ("promises: [nooit]", "promises_off: [noit]", "unknown-promise", 19),
        ("      urgent: []\n", "      scores: {som: [1, 2]}\n", "unknown-score", 15),
    ],
)
def test_what_no_advice_can_be_is_said_with_its_place(
    path: Path, old: str, new: str, code: str, line: int
) -> None:
    change(path, old, new)
    (finding,) = faults(lambda: read(path))
    assert (finding.code, finding.place.line) == (code, line)
