"""Where two instruments do not say the same of one case, the page says both, and why."""

from datetime import date

import pytest

from integraal.engine.assess import assess, assess_for
from integraal.engine.lower import lower
from integraal.model.answers import Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.model.results.beside import HigherLevel, TaskBeside
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from integraal.report.data.advice import advice_json
from integraal.report.pages.advice import advice_page
from integraal.report.render.markdown import render_markdown
from integraal.words.words import LANGUAGES, Words

BOTH: dict[str, Answer] = {
    "direct_gevaar": "nee",
    "veiligheid": "geen_zorg",
    "professional_betrokken": "ja",
    "kader": "vrijwillig",
    "leefgebieden": frozenset({"wonen", "werk"}),
    "gezinsleden": "een",
}
LOW_THERE: dict[str, Answer] = {
    "kwetsbaarheid": "geen",
    "leefgebieden": frozenset({"wonen"}),
    "organisaties": "vier_of_meer",
    "veiligheid": "geen_zorg",
}


def case(answers: dict[str, Answer]) -> Case:
    return Case("C-1", moments=(Moment(date(2026, 11, 1), Answers(answers)),))


def assessed(name: str, answers: dict[str, Answer], language: str = "nl") -> Assessment:
    others = map(lower, neighbours(name, language))
    return assess(lower(Library().instrument(name, language)), case(answers), others)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["voor-wie-doen-we-wat", "procesregie"])
def test_a_task_beside_a_lower_level_is_told_apart_from_it(name: str, language: str) -> None:
    found = assessed(name, BOTH, language)
    task = Library().instrument("procesregie", language).outcome("coordinatie-aan")
    assert [each.task for each in found.beside if isinstance(each, TaskBeside)] == [task]
    page = render_markdown(advice_page(found, Words(language)))
    assert page.count(" ".join(task.task_note.split())[:60]) == 1


def test_at_the_level_itself_there_is_nothing_to_tell_apart() -> None:
    answers = {**BOTH, "gezinsleden": "twee"}
    assert assessed("voor-wie-doen-we-wat", answers).beside == ()


def test_without_an_answer_of_the_other_it_says_nothing() -> None:
    answers = {name: BOTH[name] for name in ("direct_gevaar", "veiligheid", "kader")}
    assert assessed("procesregie", answers).beside == ()


def test_a_lower_page_says_that_another_instrument_comes_out_higher_and_why() -> None:
    found = assessed("gedeelde-zorg", LOW_THERE)
    higher = [each for each in found.beside if isinstance(each, HigherLevel)]
    assert [(each.instrument.id, each.level.id) for each in higher] == [
        ("voor-wie-doen-we-wat", "coordinatie")
    ]
    because = Library().instrument("voor-wie-doen-we-wat").rule("iemand-houdt-overzicht").grounds
    assert higher[0].because == (because.because,)
    assert advice_json(found, Words("nl"))["beside"] == [
        {"instrument": "voor-wie-doen-we-wat", "level": "coordinatie", "outcome": None}
    ]
    assert assessed("voor-wie-doen-we-wat", LOW_THERE).beside == ()


@pytest.mark.parametrize("reader", [Reader.TABLE, Reader.FAMILY, Reader.CHILD])
def test_others_than_professionals_read_nothing_of_it(reader: Reader) -> None:
    program = lower(Library().instrument("gedeelde-zorg"))
    others = map(lower, neighbours("gedeelde-zorg", "nl"))
    found = assess_for(reader, program, case(LOW_THERE), others)
    assert found is not None
    assert found.beside == ()
