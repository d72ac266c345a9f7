"""For whom a page is: what others than professionals may see, and what is said instead."""

from typing import TYPE_CHECKING

import typer

from integraal.cli import terminal as screen
from integraal.cli.danger import sound, watching
from integraal.cli.language import words
from integraal.engine.assess import assess, assess_for
from integraal.engine.program import Program
from integraal.model.case import Case
from integraal.model.reader import Reader
from integraal.model.results.assessment import Assessment
from integraal.reading.library import Library

if TYPE_CHECKING:
    from integraal.cli.output.seam import Output
    from integraal.model.help_line import HelpLine


def check_reader(reader: Reader, out: "Output") -> None:
    """Refuse data for others: a page can be read over before it is given away.

    Raises:
        typer.BadParameter: saying so.
    """
    if out.is_data and not reader.is_professional:
        raise typer.BadParameter(words()("usage.no_data_for_others"), param_hint="--voor")


def seen_by(reader: Reader, program: Program, case: Case) -> Assessment | None:
    """A case under advice as a reader may see it; where there is nothing, that is said.

    What is dangerous is said to whoever types, and never stands on the page.
    """
    from integraal.report.pages.family import has_family_page

    instrument, others = program.instrument, watching(program.instrument)
    if not reader.is_professional:
        whole = assess(program, case, others)
        sound(whole.dangers, whole.country, within=instrument.id)
    found = assess_for(reader, program, case, others)
    if found is None or not (reader.is_professional or has_family_page(instrument)):
        say_withheld()
        return None
    return found


def say_withheld() -> None:
    """Say that a reader has no page, in the same words whatever the cause."""
    screen.tell(words()("reader.withheld"))


def help_lines() -> "tuple[HelpLine, ...]":
    """Every help line, for pages on which anybody may look one up."""
    return Library().help_lines(words().language).lines
