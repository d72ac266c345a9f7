"""Every case in tests/cases/ gets the advice it expects, from every engine that exists."""

from pathlib import Path

import pytest

from integraal.engine.lower import lower
from integraal.model.example import Example
from integraal.model.instrument import Instrument
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.examples import instrument_of, read_examples
from integraal.reading.library import Library
from integraal.verify.mutation.differences import differences_in_all
from integraal.verify.mutation.seen import Seen

CASES = Path(__file__).parent / "cases"


def _all() -> list[tuple[Instrument, Example]]:
    found = []
    for path in sorted(CASES.glob("*/*.yaml")):
        instrument = Library().instrument(instrument_of(path))
        found += [(instrument, e) for e in read_examples(path, instrument, elsewhere(instrument))]
    return found


@pytest.mark.parametrize(
    ("instrument", "example"), _all(), ids=lambda part: part.id if hasattr(part, "id") else ""
)
def test_case_gets_the_advice_its_author_expects(instrument: Instrument, example: Example) -> None:
    program = lower(instrument, source_only=example.source_only)
    assert differences_in_all(example.expect, Seen(program, example.answers)) == []


def test_every_vignette_of_the_brief_is_there() -> None:
    told = {example.id for _, example in _all()}
    assert {
        "marina",
        "stien-en-aad",
        "stien-en-aad-met-zorg",
        "een-kind-een-vraag",
        "bibliotheekmedewerker",
        "baan-kwijt-schulden-klachten",
        "dakloos-zonder-aansluiting",
        "dakloos-met-crises",
        "gezin-van-een-gespecialiseerd-team",
    } <= told
