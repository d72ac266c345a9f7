"""An advice on one sheet of paper: what decides is on it, or it says how much more there is."""

from datetime import date

import pytest

from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.condition import AnyOf, OneIn
from integraal.model.instrument import Instrument, Raise
from integraal.model.results.advice import Reason
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.examples import read_examples
from integraal.reading.library import Library
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.parts.advice_parts import decides
from integraal.report.phrases.answer import own_answers
from integraal.report.render.terminal.document import render_terminal
from integraal.words.words import LANGUAGES, Words
from tests.cli.terminal import squeezed
from tests.conftest import ROOT
from tests.engine.builders import an_instrument, one, rule

WITH_LEVELS = ("voor-wie-doen-we-wat", "gedeelde-zorg")


def _sheet(
    instrument: Instrument, answers: Answers, words: Words
) -> tuple[str, list[tuple[Reason, tuple[str, ...]]]]:
    """Lay out a sheet; beside it the reasons that decide, each with one's own answers."""
    case = Case("C-1", moments=(Moment(date(2026, 11, 21), answers),))
    assessment = assess(lower(instrument), case, ())
    page = render_terminal(advice_sheet(assessment, words), 80, styled=False)
    advice = assessment.advice
    deciding = [reason for reason in advice.reasons if decides(reason, advice)]
    told = [(each, tuple(own_answers(each.answers, assessment, words))) for each in deciding]
    return squeezed(page), told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WITH_LEVELS)
def test_every_reason_that_decides_is_on_it_with_the_answers(name: str, language: str) -> None:
    instrument, words = Library().instrument(name, language), Words(language)
    for path in sorted((ROOT / "tests" / "cases" / name).glob("*.yaml")):
        for example in read_examples(path, instrument, elsewhere(instrument)):
            page, told = _sheet(instrument, example.answers, words)
            assert told, example.id
            for reason, own in told:
                for said in (str(reason.rule.grounds.because), *own):
                    assert squeezed(said) in page, example.id


def test_reasons_for_which_there_is_no_room_are_counted() -> None:
    names = "abcdefgh"
    rules = [rule(f"r-{name}", AnyOf((OneIn(name, ("ja",)),)), Raise("hoog")) for name in names]
    instrument = an_instrument(*map(one, names), rules=rules)
    page, told = _sheet(instrument, Answers(dict.fromkeys(names, "ja")), Words("nl"))
    assert len(told) == len(names)
    assert squeezed(Words("nl")("sheet.more", count=2)) in page
