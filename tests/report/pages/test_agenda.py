"""The agenda of a meeting: a fixed structure and time, and room for what people bring."""

from datetime import date, time

import pytest

from integraal.engine.assess import assess_for
from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.model.answers import Answer, Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.reader import Reader
from integraal.model.results.comparison import Turn
from integraal.report.blocks import Document, Heading, Table, WritingLines
from integraal.report.pages.agenda import agenda_page
from integraal.report.render.text import plain
from integraal.words.words import Words
from tests.report.shipped_pages import all_text, blocks_in, help_lines, shipped

NL = Words("nl")
DAY = date(2026, 11, 1)
SAFE: dict[str, Answer] = {"direct_gevaar": "nee", "veiligheid": "geen_zorg"}


def case(name: str, *agreed: Agreement, **answers: Answer) -> Case:
    """Make a case of one day."""
    return Case(name, "nl", (Moment(DAY, Answers({**SAFE, **answers}), agreements=agreed),))


def turn(*views: Case, reader: Reader = Reader.PROFESSIONAL) -> Turn:
    """What a reader may see of one case, in one view or several."""
    program = lower(shipped())
    if len(views) > 1:
        found = compare(program, views, ())
        return Turn(tuple(view.assessment for view in found.views), found, ("wijkteam", "school"))
    seen = assess_for(reader, program, views[0], ())
    assert seen is not None
    return Turn((seen,))


def times(page: Document) -> list[tuple[str, str]]:
    """Give the table of times."""
    table = next(block for block in blocks_in(page.blocks) if isinstance(block, Table))
    return [(plain(row[0]), plain(row[1])) for row in table.rows]


def test_each_case_has_its_minutes_between_looking_back_and_agreeing() -> None:
    page = agenda_page([turn(case("C-1")), turn(case("C-2"))], NL, begin=time(13, 50))
    assert times(page) == [
        ("13:50–13:55", "Welkom: wie is er, en wat willen we straks weten?"),
        ("13:55–14:00", "Afspraken van de vorige keer"),
        ("14:00–14:10", "Casus C-1"),
        ("14:10–14:20", "Casus C-2"),
        ("14:20–14:25", "Afspraken en volgende datum"),
    ]


def test_without_a_time_minutes_count_from_zero() -> None:
    assert [at for at, _ in times(agenda_page([turn(case("C-1"))], NL, minutes=15))] == [
        *("0–5", "5–10", "10–25", "25–30")
    ]


def test_midnight_comes_after_the_last_hour() -> None:
    page = agenda_page([turn(case("C-1"))], NL, begin=time(23, 50))
    assert times(page)[2][0] == "00:00–00:10"


def test_who_brings_a_case_writes_down_its_question() -> None:
    page = agenda_page([turn(case("C-1")), turn(case("C-2"))], NL)
    rooms = [block for block in blocks_in(page.blocks) if isinstance(block, WritingLines)]
    assert [room.label for room in rooms] == ["De vraag van deze casus:"] * 2


def test_what_nobody_knows_is_asked_and_the_rest_counted() -> None:
    told = all_text(agenda_page([turn(case("C-1"))], NL))
    assert NL("agenda.ask") in told
    assert "… en nog " in told


def test_a_difference_that_changes_the_advice_comes_first_with_who_is_who() -> None:
    ours = case("C-1", sociale_kaart="nee", leefgebieden=frozenset({"wonen", "werk"}))
    theirs = case("C-1", sociale_kaart="goed", leefgebieden=frozenset({"wonen"}))
    told = all_text(agenda_page([turn(ours, theirs)], NL))
    assert "A wijkteam · B school" in told
    assert 0 < told.find("Leefgebieden met problemen.") < told.find("Sociale kaart.")


def test_people_who_agree_have_no_heading_for_differences() -> None:
    same = [case("C-1", draaglast="licht"), case("C-1", draaglast="licht")]
    assert NL("agenda.differ") not in all_text(agenda_page([turn(*same)], NL))


def test_what_was_agreed_and_is_not_done_stands_there_once() -> None:
    still = Agreement("School bellen", "wijkteam", date(2026, 12, 1), done=False)
    later = Agreement("Langsgaan", "school", None, done=False)
    done = Agreement("Plan maken", "gezin", None, done=True)
    told = all_text(agenda_page([turn(case("C-1", still, done), case("C-1", still, later))], NL))
    assert told.count("School bellen") == 1
    assert "wijkteam · 1 december 2026" in told
    assert "Langsgaan" in told
    assert "Plan maken" not in told


@pytest.mark.parametrize("land", ["nl", "be"])
def test_danger_comes_before_the_title_with_whose_it_is(land: str) -> None:
    unsafe = Case("C-9", land, (Moment(DAY, Answers({"direct_gevaar": "ja"})),))
    page = agenda_page([turn(case("C-1")), turn(unsafe)], NL)
    assert page.alarm is not None
    said = all_text(Document("", "nl", (page.alarm.callout,)))
    assert "Casus C-9" in said
    assert ("101" in said) is (land == "be")


def test_what_cannot_wait_is_said_with_the_case_it_is_of() -> None:
    told = all_text(agenda_page([turn(Case("C-3", "nl", (Moment(DAY, Answers()),)))], NL))
    assert "Ga nu na of iemand direct in gevaar is." in told
    assert "Casus C-3 (K)" in told


def test_the_table_reads_no_name_and_nothing_of_danger() -> None:
    page = agenda_page(
        [
            turn(case("gezin-met-geweld"), reader=Reader.TABLE),
            turn(case("C-2"), reader=Reader.TABLE),
        ],
        NL,
        help_lines(),
    )
    told = all_text(page)
    assert page.alarm is None
    assert "geweld" not in told
    assert NL("reader.again") in told
    levels = [block.level for block in page.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
