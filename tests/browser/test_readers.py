"""What others may read of a case is the same in the browser: nothing from which safety is told."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.model.answers import DONT_KNOW, Answer, Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.instrument import Instrument
from integraal.model.reader import Reader
from tests.browser.engine import advised_for, advised_here_for, bring
from tests.browser.node import there_is_node
from tests.browser.test_engine import as_a_file_says, others_of, shipped
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.property.authored import kept_from_others
from tests.property.strategies import any_answer, some_answers

pytestmark = pytest.mark.xdist_group("browser_engine")

__all__ = ["there_is_node"]

OTHERS = [reader for reader in Reader if not reader.is_professional]
LANDS = ("nl", "be", "")
TALK = st.sampled_from([None, "gevoerd", "gevoerd", "niet_veilig", DONT_KNOW])
NOTED = (Agreement("Bellen", "school", None, done=False),)


def _check(instrument: Instrument, case: Case, others: list[Instrument], reader: Reader) -> bool:
    """Both engines show a reader the same; whether that is anything."""
    here = advised_here_for(reader, instrument, case, others)
    assert advised_for(reader, instrument, case, others) == here
    return here is not None


@st.composite
def _cases(draw: st.DrawFn, name: str) -> Case:
    """Cases of several days; at some of them there was a talk, at some people only agreed."""
    moments = []
    known: dict[str, Answer] = {}
    for month in range(1, draw(st.integers(1, 3)) + 1):
        if not known or draw(st.booleans()):
            asked = {name, *draw(st.lists(st.sampled_from(INSTRUMENTS), max_size=1))}
            known = {k: v for one in asked for k, v in _drawn(draw, one).items()}
        talk = draw(TALK)
        if talk is not None:
            known = {**known, "md_gesprek": talk}
        bare = draw(st.integers(0, 4)) == 0
        noted = NOTED if bare or draw(st.booleans()) else ()
        versions = () if bare else tuple((one, "1") for one in {name} if draw(st.booleans()))
        answers = Answers({"land": "nl"} if bare and draw(st.booleans()) else {} if bare else known)
        moments.append(Moment(date(2026, month, 1), answers, versions, noted))
    ahead = (Moment(date(2027, 1, 1), Answers(known)),) if draw(st.integers(0, 7)) == 0 else ()
    return Case("C-1", draw(st.sampled_from(LANDS)), tuple(moments), ahead=ahead)


def _drawn(draw: st.DrawFn, name: str) -> Answers:
    """Answers of an instrument; often with nothing that is worrying, so that others have a page."""
    instrument = shipped()[name]
    answers = as_a_file_says(instrument, draw(some_answers(instrument)))
    if draw(st.booleans()):
        secret = [q.id for q in instrument.every_question() if q.sensitive]
        return answers.without(*secret)
    return answers


@pytest.mark.parametrize("name", INSTRUMENTS)
@settings(max_examples=times(60), deadline=None)
@given(data=st.data())
def test_each_reader_is_shown_the_same(name: str, data: st.DataObject) -> None:
    case, reader = data.draw(_cases(name)), data.draw(st.sampled_from(OTHERS))
    _check(shipped()[name], case, others_of(name), reader)


@pytest.mark.parametrize("reader", OTHERS)
def test_there_is_a_page_and_there_is_none(reader: Reader) -> None:
    """Whatever is compared above is not nothing with nothing."""
    instrument = shipped()["voor-wie-doen-we-wat"]
    for said, is_shown in (
        ({"gezinsleden": "drie_of_meer"}, True),
        ({"veiligheid": "zorg"}, False),
    ):
        case = Case("C-1", "nl", (Moment(date(2026, 11, 1), Answers(said)),))
        assert _check(instrument, case, [], reader) is is_shown


@pytest.mark.parametrize("reader", OTHERS)
def test_what_goes_along_of_another_day_is_for_professionals_only(reader: Reader) -> None:
    days = (Answers({"kader": "vrijwillig", "gezinsleden": "een"}), Answers({}))
    moments = tuple(Moment(date(2026, month, 1), said) for month, said in enumerate(days, 1))
    assert _check(shipped()["procesregie"], Case("C-1", "nl", moments), [], reader)


@settings(max_examples=times(25), deadline=None)
@given(data=st.data())
def test_so_is_of_instruments_that_chance_makes(data: st.DataObject) -> None:
    instrument = data.draw(kept_from_others())
    bring([instrument])
    drawn: st.SearchStrategy[Answers] = st.fixed_dictionaries(
        {}, optional={q.id: any_answer(q) for q in instrument.questions()}
    ).map(Answers)
    for answers in data.draw(st.lists(drawn, min_size=1, max_size=4)):
        case = Case("C-1", "", (Moment(date(2026, 11, 1), as_a_file_says(instrument, answers)),))
        for reader in OTHERS:
            _check(instrument, case, [], reader)
