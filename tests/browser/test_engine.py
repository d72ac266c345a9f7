"""The engine in JavaScript gives the very advice that Python gives, field for field."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.model.answers import Answers, Partly, several
from integraal.model.case import Case, Moment
from integraal.model.example import Example
from integraal.model.instrument import Instrument
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.cases.casefile import read_case
from integraal.reading.examples import instrument_of, read_examples
from integraal.reading.library import Library, data_folder
from tests.browser.engine import advised, advised_here, bring
from tests.browser.node import there_is_node
from tests.conftest import INSTRUMENTS, ROOT
from tests.counts import times
from tests.property.strategies import some_answers
from tests.reading.helpers import good
from tests.verify.encoded import rich_instruments

pytestmark = pytest.mark.xdist_group("browser_engine")

__all__ = ["there_is_node"]

LANDS = ("nl", "be", "")
DAY = date(2026, 11, 21)


@cache
def shipped() -> dict[str, Instrument]:
    found = {name: Library().instrument(name) for name in INSTRUMENTS}
    bring(found.values())
    return found


@cache
def others_of(name: str) -> list[Instrument]:
    """Of an instrument; looking for them takes longer than any advice."""
    return [shipped()[other.id] for other in neighbours(name, "nl")]


def as_a_file_says(instrument: Instrument, answers: Answers) -> Answers:
    """Answers as they come out of a file: of a list, all others are unknown, or none."""
    for name, answer in tuple(answers.items()):
        if isinstance(answer, Partly):
            options = instrument.question(name).option_ids
            told = several(answer.chosen, options, unsure=bool(answer.unknown))
            answers = answers.with_answer(name, told)
    return answers


def _some(draw: st.DrawFn, instrument: Instrument) -> Answers:
    return as_a_file_says(instrument, draw(some_answers(instrument)))


def _check(name: str, case: Case, *, source_only: bool = False) -> None:
    """Both engines say the same of a case, key by key in the same order."""
    instrument, others = shipped()[name], others_of(name)
    here = advised_here(instrument, case, others, source_only=source_only)
    there = advised(instrument, case, others, source_only=source_only)
    assert there == here
    assert list(there) == list(here)


def _told(name: str) -> list[Example]:
    instrument = Library().instrument(name)
    paths = sorted((ROOT / "tests" / "cases").glob("*/*.yaml"))
    return [
        each
        for path in paths
        if instrument_of(path) == name
        for each in read_examples(path, instrument, elsewhere(instrument))
    ]


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_case_of_an_author_gets_the_same_advice(name: str) -> None:
    for each in _told(name):
        case = Case("C-1", moments=(Moment(DAY, each.answers),))
        _check(name, case, source_only=each.source_only)


@pytest.mark.parametrize(
    "path", sorted((data_folder() / "voorbeelden").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_so_does_every_shipped_example_whatever_its_moments(path: Path) -> None:
    for name in INSTRUMENTS:
        instrument = shipped()[name]
        case = read_case(path, instrument, elsewhere(instrument)).case
        if {one for moment in case.moments for one, _ in moment.versions} & {name}:
            _check(name, case)
            _check(name, case, source_only=True)


@st.composite
def _cases(draw: st.DrawFn, name: str) -> Case:
    """A case with moments of several instruments, and maybe one that lies ahead."""
    moments = []
    for month in range(1, draw(st.integers(1, 3)) + 1):
        named = draw(st.lists(st.sampled_from(INSTRUMENTS), max_size=2, unique=True))
        asked = {name, *named} if not named or draw(st.booleans()) else set(named)
        said = {k: v for one in asked for k, v in _some(draw, shipped()[one]).items()}
        versions = tuple((one, "1") for one in named)
        moments.append(Moment(date(2026, month, 1), Answers(said), versions))
    ahead: tuple[Moment, ...] = ()
    if draw(st.integers(0, 5)) == 0:
        ahead = (Moment(date(2027, 1, 1), _some(draw, shipped()[name])),)
    return Case("C-1", draw(st.sampled_from(LANDS)), tuple(moments), ahead=ahead)


@pytest.mark.parametrize("name", INSTRUMENTS)
@settings(max_examples=times(140), deadline=None)
@given(data=st.data())
def test_so_does_whatever_case_of_whatever_moments(name: str, data: st.DataObject) -> None:
    case = data.draw(_cases(name))
    _check(name, case, source_only=data.draw(st.booleans()))


def _check_alone(instrument: Instrument, cases: Sequence[Answers]) -> None:
    bring([instrument])
    for answers in cases:
        case = Case("C-1", moments=(Moment(DAY, as_a_file_says(instrument, answers)),))
        for source_only in (False, True):
            there = advised(instrument, case, (), source_only=source_only)
            assert there == advised_here(instrument, case, (), source_only=source_only)


@settings(max_examples=times(120), deadline=None)
@given(data=st.data())
def test_so_does_every_small_instrument_there_is(data: st.DataObject) -> None:
    instrument = data.draw(rich_instruments())
    drawn = st.lists(some_answers(instrument), min_size=1, max_size=8)
    _check_alone(instrument, data.draw(drawn))


@pytest.mark.parametrize(
    "name", ["klein", "tellen", "routes", "tafels", "klachtenlijst", "zorgpunten", "definities"]
)
@settings(max_examples=times(15), deadline=None)
@given(data=st.data())
def test_so_do_numbers_scores_and_definitions(name: str, data: st.DataObject) -> None:
    instrument = good(f"{name}.yaml")
    drawn = st.lists(some_answers(instrument), min_size=1, max_size=8)
    _check_alone(instrument, data.draw(drawn))
