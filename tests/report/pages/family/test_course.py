"""The course of a case, for the family and for a child."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.engine.compare.moments import course
from integraal.engine.lower import lower
from integraal.engine.readers import shown_to
from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.reader import Reader, Sight
from integraal.reading.library import Library
from integraal.report.pages.family.course import family_course_page
from integraal.words.words import Words
from tests.report.shipped_pages import all_text

VOOR_WIE = lower(Library().instrument("voor-wie-doen-we-wat"))
LIGHT = Answers({"aantal_professionals": "een", "draaglast": "licht"})
AGREED = (
    Agreement("Samen naar school gaan", "school", date(2026, 3, 1), done=False, for_others=True),
    Agreement("De route veiligheid", "school", None, done=False),
)


def told(reader: Reader, *moments: Moment) -> str:
    shown = shown_to(VOOR_WIE, [Case("C-1", moments=moments)], reader, in_course=True)
    assert shown is not None
    found = course(VOOR_WIE, shown.cases[0], (), shown.sight)
    return all_text(family_course_page([found], date(2026, 11, 1), Words("nl"), ()))


def days(count: int, answers: Answers = LIGHT) -> list[Moment]:
    return [Moment(date(2026, 1, number), answers) for number in range(1, count + 1)]


@pytest.mark.parametrize("reader", [Reader.FAMILY, Reader.CHILD])
def test_each_day_says_the_advice_in_words_for_them_and_once(reader: Reader) -> None:
    page = told(reader, *days(2))
    level = VOOR_WIE.instrument.scale.levels[0]  # type: ignore[union-attr]
    in_their_words = level.for_child if reader is Reader.CHILD else level.for_family
    assert page.count(in_their_words) == 1
    assert page.index("1 januari 2026") < page.index(in_their_words) < page.index("2 januari")
    assert page.count(Words("nl")("family.course_same")) == 1
    assert level.name.lower() not in page.lower()


def test_of_more_days_than_fit_it_says_how_many_are_left_out() -> None:
    page = told(Reader.FAMILY, *days(6))
    assert "2 eerdere dagen" in page
    assert "2 januari" not in page


def test_the_family_reads_what_was_agreed_and_nothing_of_how_to_write_a_file() -> None:
    page = told(Reader.FAMILY, Moment(date(2026, 1, 1), LIGHT, agreements=AGREED))
    assert "Samen naar school gaan" in page
    assert "veiligheid" not in page
    assert "Samen naar school gaan" not in told(
        Reader.CHILD, Moment(None, LIGHT, agreements=AGREED)
    )
    assert "agreements" not in told(Reader.FAMILY, Moment(None, LIGHT))


def test_a_day_without_an_advice_says_so() -> None:
    shipped = Library().instrument("procesregie")
    mute = replace(shipped, outcomes=tuple(replace(o, for_family="") for o in shipped.outcomes))
    found = course(lower(mute), Case("C-1"), (), Sight(Reader.FAMILY))
    page = all_text(family_course_page([found], date(2026, 11, 1), Words("nl"), ()))
    assert Words("nl")("family.course_nothing") in page
