"""Every case in tests/cases/ gets the advice it expects, from every engine that exists."""

from pathlib import Path

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import DONT_KNOW, Answers
from integraal.model.example import Example
from integraal.model.instrument import Instrument
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.cases.casefile import read_case
from integraal.reading.examples import instrument_of, read_examples
from integraal.reading.library import Library, data_folder
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


def _told(name: str, instrument: str) -> Answers:
    case = read_case(
        data_folder() / "voorbeelden" / name, Library().instrument(instrument), lambda _: None
    )
    return case.case.latest.answers


@pytest.mark.parametrize("name", ["marina.yaml", "stien-en-aad.yaml"])
def test_two_files_about_the_same_people_tell_the_same(name: str) -> None:
    """What the document tells is told once: of what both ask, neither knows more."""
    one = _told(name, "voor-wie-doen-we-wat")
    other = _told(f"procesregie/{name}", "procesregie")
    both = set(one) & set(other)
    assert {question: one[question] for question in both} == {q: other[q] for q in both}


def test_of_stien_and_aad_nobody_knows_yet_whether_it_is_safe() -> None:
    """That Aad can be furious is a signal, not a finding: so people ask."""
    for folder, instrument in (("", "voor-wie-doen-we-wat"), ("procesregie/", "procesregie")):
        answers = _told(f"{folder}stien-en-aad.yaml", instrument)
        assert answers["veiligheid"] is DONT_KNOW
        opened = Library().instrument(instrument)
        called = {
            opened.action_of(each.rule).id for each in evaluate(lower(opened), answers).actions
        }
        assert "vraag-nu-naar-veiligheid" in called
        assert "volg-de-meldcode" not in called
