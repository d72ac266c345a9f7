"""Room on a page for a family or a child: what goes well, whom to turn to, when to talk again.

The same on every such page, whatever the case; what is known already is filled in.
"""

from collections.abc import Iterator
from datetime import date

from integraal.model.case.agreements import agreements_now
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.model.services.region import Region
from integraal.report.blocks import Block, Fields, Heading, WritingLines
from integraal.report.parts.services import desk_text, desks_behind
from integraal.report.prose import paragraph
from integraal.words.words import Words


def goes_well(reader: Reader, words: Words) -> Iterator[Block]:
    """Ask for it, with room to write; people build on that, and not on what is difficult."""
    who = _who(reader)
    yield Heading(2, words(f"{who}.goes_well"))
    yield WritingLines(2, words(f"{who}.goes_well_room"))


def afterwards(
    assessment: Assessment, today: date | None, region: Region | None, words: Words
) -> Iterator[Block]:
    """Whom one can turn to, and when people talk again; a line to write on where nobody said.

    Args:
        assessment: As its reader may see it: agreements in it are for all to read.
        today: A day before it is no next one; None to fill in no day.
        region: The services of which the desk is named; a child has a person instead.
        words: In the language of the page.
    """
    who = _who(assessment.reader)
    yield Heading(2, words(f"{who}.next"))
    blank = []
    contacts = [] if who == "child" or region is None else list(_desks(assessment, region, words))
    if contacts:
        yield paragraph(words("family.contacts", contacts=words.listed(contacts)))
    else:
        blank.append((words(f"{who}.contact"),))
    if day := _next_day(assessment, today):
        yield paragraph(words("family.day_known", day=words.date(day)))
    else:
        blank.append((words(f"{who}.next_day"),))
    if blank:
        yield Fields(tuple(blank))


def _who(reader: Reader) -> str:
    return "child" if reader is Reader.CHILD else "family"


def _desks(assessment: Assessment, region: Region, words: Words) -> Iterator[str]:
    """The services behind the routes that hold now, of which somebody noted how to reach them.

    At most as many for each route as a professional reads, each once.
    """
    held = [outcome.id for outcome in assessment.advice.outcomes if outcome.holds_now]
    found = {desk.id: desk for route in held for desk in desks_behind(region, route)}
    for desk in found.values():
        yield desk_text(desk, words)


def _next_day(assessment: Assessment, today: date | None) -> date | None:
    agreed = (one.agreement for one in agreements_now(assessment.case))
    days = (one.by for one in agreed if one.by is not None and not one.done)
    return min((day for day in days if today is not None and day >= today), default=None)
