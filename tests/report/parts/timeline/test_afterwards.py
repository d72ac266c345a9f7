"""A page for a family or a child asks what goes well, and says whom to turn to and when."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.engine.assess import assess_for
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Agreement, Case, Moment
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.model.services.region import Region, Service
from integraal.reading.library import Library
from integraal.report.blocks import Fields, Heading, WritingLines
from integraal.report.pages.family.page import family_page
from integraal.report.parts.timeline.afterwards import afterwards, goes_well
from integraal.report.render.pdf.look import FOR_EVERYBODY
from integraal.report.render.word.look import look_of
from integraal.words.words import LANGUAGES, Words
from tests.report.shipped_pages import all_text, cases, family

TODAY = date(2026, 11, 30)
AGREED = Agreement("Samen naar school", "wijkteam", date(2027, 1, 15), done=False, for_others=True)
NL = Words("nl")


def seen(reader: Reader, *agreed: Agreement, name: str = "voor-wie-doen-we-wat") -> Assessment:
    """A case under advice as somebody may see it."""
    answers = Answers({"direct_gevaar": "nee", "wie_vraagt": "burger", "volwassen": "nee"})
    case = Case("C-1", "be", (Moment(date(2026, 11, 1), answers, agreements=agreed),))
    found = assess_for(reader, lower(Library().instrument(name)), case, ())
    assert found is not None
    return found


def blank(found: Assessment, region: Region | None = None) -> list[str]:
    """What there is only room for."""
    blocks = afterwards(found, TODAY, region, NL)
    return [texts[0] for one in blocks if isinstance(one, Fields) for texts in one.labels]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reader", [Reader.FAMILY, Reader.CHILD])
def test_there_is_room_for_what_goes_well(reader: Reader, language: str) -> None:
    heading, room = goes_well(reader, Words(language))
    heading, room = goes_well(reader, Words(language))
    assert isinstance(heading, Heading)
    assert isinstance(room, WritingLines)


def test_what_nobody_knows_is_a_line_to_write_on() -> None:
    both = ["Bij wie je terechtkunt met vragen", "Wanneer we weer praten"]
    assert blank(seen(Reader.FAMILY)) == both
    assert blank(seen(Reader.CHILD)) == ["Met wie je kunt praten", "Wanneer we weer praten"]


def test_a_day_that_was_agreed_for_all_to_read_is_the_next_one() -> None:
    found = seen(Reader.FAMILY, replace(AGREED, by=date(2027, 3, 1), what="Bellen"), AGREED)
    assert "Wanneer we weer praten" not in blank(found)
    assert "We praten weer op 15 januari 2027." in all_text(family_page(found, (), NL, today=TODAY))


@pytest.mark.parametrize(
    "agreed",
    [
        replace(AGREED, for_others=False),
        replace(AGREED, done=True),
        replace(AGREED, by=date(2026, 11, 29)),
        replace(AGREED, by=None),
    ],
    ids=["not for others", "done", "past", "no day"],
)
def test_no_other_day_is(agreed: Agreement) -> None:
    assert "Wanneer we weer praten" in blank(seen(Reader.FAMILY, agreed))


def test_without_a_day_of_today_no_day_is_filled_in() -> None:
    told = all_text(family_page(seen(Reader.FAMILY, AGREED), (), NL))
    assert "We praten weer op" not in told
    assert "Wanneer we weer praten" in told


def test_the_desk_of_a_route_that_holds_now_is_named_for_a_family() -> None:
    found = seen(Reader.FAMILY, name="kruispunt-onthaal")
    route = next(outcome.id for outcome in found.advice.outcomes if outcome.holds_now)
    desk = Service("caw", "CAW, onthaal", (route,), contact="02 555 00 00", needs_check=False)
    region = Region("r", "R", "kruispunt-onthaal", (desk, replace(desk, name="X", contact="")))
    told = all_text(family_page(found, (), NL, region=region))
    assert "Met vragen kun je terecht bij: CAW, onthaal (02 555 00 00)." in told
    elsewhere = replace(region, services=(replace(desk, serves=("een-ander",)),))
    assert "Bij wie je terechtkunt met vragen" in blank(found, elsewhere)


def test_a_family_reads_three_desks_at_most_and_of_which_somebody_must_ask_whether_they_hold() -> (
    None
):
    found = seen(Reader.FAMILY, name="kruispunt-onthaal")
    route = next(outcome.id for outcome in found.advice.outcomes if outcome.holds_now)
    desks = tuple(Service(f"d{n}", f"Balie {n}", (route,), contact=f"b {n}") for n in range(5))
    told = all_text(family_page(found, (), NL, region=Region("r", "R", "kruispunt-onthaal", desks)))
    assert told.count("vraag eerst of dit nog klopt") == told.count("Balie ") == 3


def test_a_child_has_a_person_to_write_down_and_no_desk() -> None:
    found = seen(Reader.CHILD, name="kruispunt-onthaal")
    routes = tuple(outcome.id for outcome in found.advice.outcomes)
    region = Region("r", "R", "kruispunt-onthaal", (Service("a", "A", routes, contact="1"),))
    assert "Met wie je kunt praten" in blank(found, region)


def test_its_type_is_never_below_thirteen_points() -> None:
    page = family(cases()["C-2041"])
    assert min(look.size for look in FOR_EVERYBODY) == look_of(page, large=False).size == 13
