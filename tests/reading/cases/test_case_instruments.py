"""Which instruments a case is of: those it names, and those that ask what it answers."""

import pytest

from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument
from integraal.reading.cases.case_instruments import (
    asked_by,
    elsewhere,
    instruments_in,
    main_instrument,
)
from integraal.reading.yaml_tree import compose


def named_in(text: str) -> list[str]:
    tree, _ = compose(text, "c.yaml")
    assert tree is not None
    return instruments_in(tree)


def test_a_case_names_its_instruments_once_whatever_the_moment() -> None:
    used = "instruments: {meldcode: '2026.1', iets-anders: '1'}"
    text = f"moments:\n  - {{moment: 2026-01-01, {used}}}\n  - {{moment: 2026-02-01, {used}}}\n"
    assert named_in(text) == ["meldcode"]


def test_a_case_that_names_none_is_of_the_first() -> None:
    assert named_in("casus: C-1") == ["voor-wie-doen-we-wat"]


@pytest.mark.parametrize(
    ("used", "main"),
    [
        (["meldcode", "voor-wie-doen-we-wat"], "voor-wie-doen-we-wat"),
        (["meldcode", "procesregie"], "procesregie"),
    ],
)
def test_the_first_instrument_goes_before_others_and_else_the_last(
    used: list[str], main: str
) -> None:
    assert main_instrument(used) == main


def test_a_question_is_found_with_whoever_asks_it(instrument: Instrument) -> None:
    find = elsewhere(instrument)
    asked = find("md_gesprek")
    assert asked is not None
    assert find("md_gesprekk") is None


def test_an_answer_that_only_another_instrument_asks_for_names_it(instrument: Instrument) -> None:
    answers = Answers({"md_gesprek": "gevoerd"})
    assert asked_by(Case("C-1", moments=(Moment(None, answers),)), instrument) == ["meldcode"]
    assert asked_by(Case("C-1"), instrument) == []
