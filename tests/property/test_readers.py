"""Noninterference: nobody can read from a page for others what is sensitive, nor from its absence.

Change only sensitive answers, and the page stays the same to the letter, or there is no page.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.assess import assess_for
from integraal.engine.compare.moments import course
from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.readers import shown_to
from integraal.model.answers import Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument
from integraal.model.reader import Reader
from integraal.model.results.comparison import Turn
from integraal.model.truth import Truth
from integraal.reading.cases.case_instruments import neighbours
from integraal.reading.library import Library
from integraal.report.pages.advice import advice_page
from integraal.report.pages.advice_sheet import advice_sheet
from integraal.report.pages.agenda import agenda_page
from integraal.report.pages.comparison import comparison_page
from integraal.report.pages.course import course_page
from integraal.report.pages.family.course import family_course_page
from integraal.report.pages.family.page import family_page
from integraal.report.parts.further import Further
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.counts import times
from tests.property.strategies import any_answer, some_answers
from tests.report.shipped_pages import all_text

LANDS = ("nl", "be", "")
OTHERS = [reader for reader in Reader if not reader.is_professional]
TELLING = {
    "nl": r"veilig(?! thuis)|gevaar|geweld|mishandel|verwaarloz|meldcode|zorgwekkend",
    "en": r"\bsafe|safety|danger|violen|abuse|neglect|meldcode",
    "fr": r"sécurité|danger|violen|maltrait|négligence|meldcode",
}


@cache
def instrument(name: str, language: str = "nl") -> Instrument:
    return Library().instrument(name, language)


@cache
def program(name: str, language: str = "nl") -> Program:
    return lower(instrument(name, language))


@cache
def others(name: str, language: str) -> tuple[Program, ...]:
    return tuple(map(lower, neighbours(name, language)))


SPEAKING = [name for name in INSTRUMENTS if instrument(name).speaks_to_families]


def page(
    name: str, reader: Reader, answers: Answers, language: str = "nl", land: str = "nl"
) -> str | None:
    """The page for a reader as text, or None where there is none."""
    case = Case("C-1", land, (Moment(date(2026, 11, 21), answers),))
    return page_of(case, name, reader, language)


def page_of(case: Case, name: str, reader: Reader, language: str = "nl") -> str | None:
    """The page about a case for a reader as text, or None where there is none."""
    found = assess_for(reader, program(name, language), case, others(name, language))
    if found is None:
        return None
    words, lines = Words(language), Library().help_lines(language).lines
    if reader is Reader.TABLE:
        further = Further(lines=lines)
        pages = (advice_page(found, words, further), advice_sheet(found, words, further))
        return "\n".join(map(all_text, pages))
    return all_text(family_page(found, lines, words))


def sensitive_answers(name: str) -> st.SearchStrategy[Answers]:
    """Any answers to what is sensitive, and to what the meldcode asks besides."""
    asked = {q.id: q for n in (name, "meldcode") for q in instrument(n).questions() if q.sensitive}
    return st.fixed_dictionaries({}, optional={q: any_answer(asked[q]) for q in asked}).map(Answers)


def _without_talk(answers: Answers) -> Answers:
    """After the talk others may know; that is another law."""
    return answers.without("md_gesprek") if answers.get("md_gesprek") == "gevoerd" else answers


def _plain(name: str, data: st.DataObject) -> dict[str, Answer]:
    """Answers to what is not sensitive."""
    given_ = data.draw(some_answers(instrument(name)))
    sensitive = {q.id for q in instrument(name).questions() if q.sensitive}
    return {question: each for question, each in given_.items() if question not in sensitive}


@pytest.mark.parametrize("name", SPEAKING)
@settings(max_examples=times(40), deadline=None)
@given(data=st.data())
def test_sensitive_answers_change_no_letter_of_a_page_for_others(
    name: str, data: st.DataObject
) -> None:
    plain = _plain(name, data)
    reader = data.draw(st.sampled_from(OTHERS))
    language = data.draw(st.sampled_from(LANGUAGES))
    land = data.draw(st.sampled_from(LANDS))
    pages = {
        page(name, reader, Answers({**plain, **_without_talk(each)}), language, land)
        for each in data.draw(st.lists(sensitive_answers(name), min_size=2, max_size=4))
    }
    assert len(pages - {None}) <= 1


def course_of(case: Case, name: str, reader: Reader, language: str = "nl") -> str | None:
    """The page with the course of a case for a reader, or None where there is none."""
    shown = shown_to(program(name, language), [case], reader, in_course=True)
    if shown is None:
        return None
    found = course(program(name, language), shown.cases[0], others(name, language), shown.sight)
    lay_out = course_page if reader is Reader.TABLE else family_course_page
    lines = Library().help_lines(language).lines
    return all_text(lay_out([found], date(2026, 11, 21), Words(language), lines))


@pytest.mark.parametrize("name", SPEAKING)
@settings(max_examples=times(20), deadline=None)
@given(data=st.data())
def test_nor_of_a_course(name: str, data: st.DataObject) -> None:
    plain = [_plain(name, data) for _ in range(2)]
    reader = data.draw(st.sampled_from(OTHERS))
    language = data.draw(st.sampled_from(LANGUAGES))
    land = data.draw(st.sampled_from(LANDS))
    pages: set[str | None] = set()
    for _ in range(3):
        said = [_without_talk(data.draw(sensitive_answers(name))) for _ in plain]
        moments = [Answers({**each, **more}) for each, more in zip(plain, said, strict=True)]
        days = (date(2026, month, 1) for month in range(1, 12))
        case = Case("C-1", land, tuple(map(Moment, days, moments)))
        pages.add(course_of(case, name, reader, language))
    _check_one(pages, language)


@pytest.mark.parametrize("name", SPEAKING)
@settings(max_examples=times(15), deadline=None)
@given(data=st.data())
def test_nor_where_moments_are_of_different_instruments(name: str, data: st.DataObject) -> None:
    reader = data.draw(st.sampled_from(OTHERS))
    land = data.draw(st.sampled_from(LANDS))
    asked = [
        data.draw(st.lists(st.sampled_from(INSTRUMENTS), min_size=1, max_size=2, unique=True))
        for _ in range(3)
    ]
    plain = [_plain(names[0], data) for names in asked]
    pages: set[str | None] = set()
    courses: set[str | None] = set()
    for _ in range(3):
        said = [_without_talk(data.draw(sensitive_answers(names[0]))) for names in asked]
        moments = tuple(
            Moment(
                date(2026, month, 1),
                Answers({**each, **more}),
                versions=tuple((one, "1") for one in names),
            )
            for month, each, more, names in zip(range(1, 12), plain, said, asked, strict=False)
        )
        pages.add(page_of(Case("C-1", land, moments), name, reader))
        courses.add(course_of(Case("C-1", land, moments), name, reader))
    _check_one(pages, "nl")
    _check_one(courses, "nl")


def _check_one(pages: set[str | None], language: str) -> None:
    """Whatever is sensitive, there is this one page or none, and it speaks of no safety."""
    assert len(pages - {None}) <= 1
    for told in filter(None, pages):
        assert re.findall(TELLING[language], _own(told, language), re.I) == []


def comparison_of(name: str, views: list[Answers], language: str, land: str) -> str | None:
    """The sheet on the table with what people answered, or None where there is none."""
    cases = [Case("C-1", land, (Moment(date(2026, 11, 21), view),)) for view in views]
    shown = shown_to(program(name, language), cases, Reader.TABLE)
    if shown is None:
        return None
    found = compare(program(name, language), shown.cases, others(name, language), shown.sight)
    lines = Library().help_lines(language).lines
    return all_text(comparison_page(["" for _ in views], found, Words(language), lines))


def agenda_of(name: str, views: list[Answers], language: str, land: str) -> str | None:
    """The agenda on the table of a case in these views and of another, or None."""
    cases = [Case("C-1", land, (Moment(date(2026, 11, 21), view),)) for view in views]
    shown = shown_to(program(name, language), cases, Reader.TABLE)
    other = assess_for(Reader.TABLE, program(name, language), Case("C-2", land), ())
    if shown is None or other is None:
        return None
    found = compare(program(name, language), shown.cases, others(name, language), shown.sight)
    turn = Turn(tuple(view.assessment for view in found.views), found, ("",) * len(views))
    lines = Library().help_lines(language).lines
    return all_text(agenda_page([turn, Turn((other,))], Words(language), lines))


@pytest.mark.parametrize("made", [comparison_of, agenda_of], ids=lambda made: made.__name__)
@pytest.mark.parametrize("name", SPEAKING)
@settings(max_examples=times(20), deadline=None)
@given(data=st.data())
def test_nor_of_what_people_answered_beside_each_other(
    name: str, made: Callable[..., str | None], data: st.DataObject
) -> None:
    plain = [_plain(name, data) for _ in range(2)]
    language = data.draw(st.sampled_from(LANGUAGES))
    land = data.draw(st.sampled_from(LANDS))
    pages: set[str | None] = set()
    for _ in range(3):
        said = [_without_talk(data.draw(sensitive_answers(name))) for _ in plain]
        views = [Answers({**each, **more}) for each, more in zip(plain, said, strict=True)]
        pages.add(made(name, views, language, land))
    _check_one(pages, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SPEAKING)
@settings(max_examples=times(15), deadline=None)
@given(data=st.data())
def test_no_page_for_others_speaks_of_safety_before_the_talk(
    name: str, language: str, data: st.DataObject
) -> None:
    answers = _without_talk(data.draw(some_answers(instrument(name))))
    for reader in OTHERS:
        told = page(name, reader, answers, language)
        assert told is None or re.findall(TELLING[language], _own(told, language), re.I) == []


def _own(text: str, language: str) -> str:
    """The page without the names of help lines, which stand on every one."""
    for line in Library().help_lines(language).lines:
        text = text.replace(line.name, "").replace(line.hours, "")
    return text.replace("Signs of Safety", "")  # the name of a method


@pytest.mark.parametrize("name", SPEAKING)
@settings(max_examples=times(20), deadline=None)
@given(data=st.data())
def test_a_family_without_concerns_gets_its_page(name: str, data: st.DataObject) -> None:
    given_ = dict(data.draw(some_answers(instrument(name))))
    for question in instrument(name).questions():
        if question.sensitive:
            given_[question.id] = question.option_ids[0]
    assert all(page(name, reader, Answers(given_)) is not None for reader in OTHERS)


@pytest.mark.parametrize("name", SPEAKING)
@settings(max_examples=times(20), deadline=None)
@given(data=st.data())
def test_where_talking_is_not_safe_there_is_no_page_for_others(
    name: str, data: st.DataObject
) -> None:
    answers = Answers({**data.draw(some_answers(instrument(name))), "md_gesprek": "niet_veilig"})
    assert [reader for reader in OTHERS if page(name, reader, answers) is not None] == []


@pytest.mark.parametrize("name", SPEAKING)
@settings(max_examples=times(20), deadline=None)
@given(data=st.data())
def test_a_child_reads_nothing_sensitive_even_after_the_talk(
    name: str, data: st.DataObject
) -> None:
    answers = Answers({**data.draw(some_answers(instrument(name))), "md_gesprek": "gevoerd"})
    told = page(name, Reader.CHILD, answers)
    assert told is None or re.findall(TELLING["nl"], _own(told, "nl"), re.I) == []


def test_the_family_may_know_after_the_talk_and_not_what_was_answered_since() -> None:
    talked = {"md_gesprek": "gevoerd", "veiligheid": "zorg"}
    first = Moment(date(2026, 11, 1), Answers(talked))
    same = Case("C-1", moments=(first, Moment(date(2026, 11, 20), Answers(talked))))
    newer = Answers({**talked, "veiligheid": "herhaald_of_acuut"})
    changed = Case("C-1", moments=(first, Moment(date(2026, 11, 20), newer)))
    voor_wie = program("voor-wie-doen-we-wat")
    after = assess_for(Reader.FAMILY, voor_wie, same, ())
    assert after is not None
    assert "veiligheidsroute" in after.advice.action_ids
    assert assess_for(Reader.FAMILY, voor_wie, changed, ()) is None


def test_who_may_refuse_is_told_as_the_frame_of_the_help_is() -> None:
    for frame, expected in (("vrijwillig", Truth.FALSE), ("gedwongen_jeugd", Truth.TRUE)):
        case = Case("C-1", moments=(Moment(None, Answers({"kader": frame})),))
        found = assess_for(
            Reader.FAMILY,
            program("voor-wie-doen-we-wat"),
            case,
            others("voor-wie-doen-we-wat", "nl"),
        )
        assert found is not None
        assert found.is_compulsory is expected
