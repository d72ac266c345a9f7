"""A mark fits wherever a page can carry it, and tells no name in words."""

from datetime import date

import pytest

from integraal.model.case import Case
from integraal.model.keeping.mark import Mark, digest, mark_in, mark_of

DAY = date(2027, 11, 30)


@pytest.mark.parametrize("day", [DAY, None])
@pytest.mark.parametrize("cases", [(), ("C-1",), ("C-1", "#0123456789ab")])
def test_what_is_written_is_read_back(cases: tuple[str, ...], day: date | None) -> None:
    mark = Mark(cases, day)
    assert mark_in(f"x{mark}</meta>") == mark


def test_of_several_cases_the_first_day_counts_and_a_missing_one_does_not() -> None:
    days = (None, DAY, date(2028, 1, 1))
    cases = [Case(f"C-{number}", keep_until=day) for number, day in enumerate(days)]
    assert mark_of(*cases) == Mark(("C-0", "C-1", "C-2"), DAY)
    assert mark_of(cases[0]).keep_until is None


def test_a_name_in_words_becomes_a_digest_by_which_only_who_knows_it_finds_it() -> None:
    mark = mark_of(Case("geweld-vader"), Case("C-1"))
    assert mark.cases == (digest("geweld-vader"), "C-1")
    assert mark.is_about("geweld-vader")
    assert mark.is_about("C-1")
    assert not mark.is_about("C-2")
    assert digest(mark.cases[0]) == mark.cases[0]


def test_however_many_cases_there_are_it_fits_in_the_properties_of_a_word_file() -> None:
    mark = Mark(tuple(f"C-{number}" * 8 for number in range(100)), DAY)
    assert len(str(mark)) <= 255
    found = mark_in(str(mark))
    assert found is not None
    assert mark.is_about(mark.cases[0])
    assert found.is_about(mark.cases[0])
    assert found.keep_until == DAY


@pytest.mark.parametrize("text", ["", "integraal/bladzijde/1", "casus=C-1; keep_until=2027-11-30"])
def test_what_is_no_mark_is_none(text: str) -> None:
    assert mark_in(text) is None


def test_a_day_that_no_calendar_has_is_none() -> None:
    found = mark_in("integraal/bladzijde/1; casus=C-1; keep_until=2027-02-31")
    assert found == Mark(("C-1",), None)
