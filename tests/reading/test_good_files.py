"""The good instruments read without a word, and together use all that the language has."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model import instrument as m
from integraal.model.answers import Answers
from integraal.model.source import Support
from integraal.reading.library import Library
from tests.reading.helpers import GOOD, good

NAMES = (
    "klein.yaml",
    "rucher/questions.yaml",
    "tellen.yaml",
    "routes.yaml",
    "tafels.yaml",
    "definities.yaml",
    "klachtenlijst.yaml",
    "zorgpunten.yaml",
    "eigen-schaal/questions.yaml",
)
ALL = tuple(good(name) for name in NAMES)


def _triggers() -> Iterator[c.Trigger]:
    for instrument in ALL:
        for rule in instrument.rules:
            yield from _with_parts(rule.when)
        for question in instrument.questions():
            if question.ask_when is not None:
                yield from _with_parts(question.ask_when)


def _with_parts(trigger: c.Trigger) -> Iterator[c.Trigger]:
    yield trigger
    if isinstance(trigger, c.InScore):
        return
    inside = (trigger.part,) if hasattr(trigger, "part") else getattr(trigger, "parts", ())
    for part in inside:
        yield from _with_parts(part)


def test_no_good_instrument_is_left_out() -> None:
    found = {
        path for path in GOOD.rglob("*.yaml") if "schema: integraal/instrument/" in _text(path)
    }
    assert found == {GOOD / name for name in NAMES}


@pytest.mark.parametrize("instrument", ALL, ids=NAMES)
def test_a_good_instrument_gives_an_advice_on_no_answers_at_all(instrument: m.Instrument) -> None:
    advice = evaluate(lower(instrument), Answers())
    assert (advice.level is None) is (instrument.scale is None)


def test_together_they_use_every_kind_of_condition() -> None:
    family = {*c.Leaf.__args__, *c.Combined.__args__, c.InScore, c.Otherwise, c.WhenDirection}
    assert {type(trigger) for trigger in _triggers()} == family


def test_together_they_use_every_effect_kind_support_and_policy() -> None:
    rules = [rule for instrument in ALL for rule in instrument.rules]
    assert {type(rule.effect) for rule in rules} == set(m.Effect.__args__)
    assert {rule.grounds.support for rule in rules} == set(Support)
    asked = [question for instrument in ALL for question in instrument.questions()]
    assert {question.kind for question in asked} == set(m.Kind)
    tables = [table for instrument in ALL for table in instrument.tables]
    assert {table.policy for table in tables} == set(m.OutcomePolicy)


def test_the_translation_of_a_good_instrument_is_whole_and_fresh() -> None:
    library = Library(GOOD / "eigen-schaal", cache=None)
    instrument = good("eigen-schaal/questions.yaml")
    assert library.overlay_findings(instrument, "fr") == ()
    assert instrument.scale is not None
    assert library.overlay_findings(instrument.scale, "fr") == ()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
