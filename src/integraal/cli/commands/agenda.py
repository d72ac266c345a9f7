"""`integraal agenda`: the agenda of a meeting about cases, on one sheet."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli.danger import watching
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import instrument_for, open_instrument, read_case
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE
from integraal.cli.output.marks import marked
from integraal.cli.output.seam import Output, offers
from integraal.cli.readers import (
    check_sheet_reader,
    help_lines,
    people_of,
    say_beforehand,
    shown_together,
    sounded,
)
from integraal.cli.services.opening import desks_in, standing_network
from integraal.engine.assess import assess, seen
from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.case import Case
from integraal.model.reader import Reader
from integraal.model.results.comparison import Turn
from integraal.model.services.network import Network
from integraal.report.data.comparison import agenda_data
from integraal.report.pages.agenda import agenda_page


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE)
    def agenda(
        cases: Annotated[list[str], options.argument("cases", say("metavar.case"))],
        out: Output,
        instrument: Annotated[str | None, options.instrument_option()] = None,
        begin: Annotated[str, options.option("--begin", key="begin", metavar="14:00")] = "",
        region: Annotated[list[str] | None, options.region_option()] = None,
        minutes: Annotated[
            int, options.option("--minuten", key="minutes", parser=options.whole_number)
        ] = 10,
        reader: Annotated[Reader, options.sheet_reader_option()] = Reader.PROFESSIONAL,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        check_sheet_reader(reader, out)
        at = options.time_of_day(begin)
        network = standing_network(region or (), quiet=quiet)
        turns = list(_turns(cases, instrument, reader, network, quiet=quiet))
        kept = [view.case for turn in turns for view in turn.views]
        if out.is_data:
            out.write(marked(agenda_data(turns, say, minutes=minutes, begin=at), *kept))
            return
        lines = () if reader.is_professional else help_lines()
        out.write(marked(agenda_page(turns, say, lines, minutes=minutes, begin=at), *kept))

    return agenda


def _turns(
    names: list[str],
    instrument: str | None,
    reader: Reader,
    network: Network | None,
    *,
    quiet: bool,
) -> Iterator[Turn]:
    """The cases in the order in which they were named; views of one case take one turn."""
    together: dict[tuple[str, str], tuple[Program, list[str], list[Case]]] = {}
    for name in names:
        opened = open_instrument(instrument or instrument_for(name), words().language)
        case = read_case(name, opened, quiet=quiet, known=desks_in(network))
        place = together.setdefault((opened.id, case.id), (lower(opened), [], []))
        place[1].append(name)
        place[2].append(case)
    for program, files, views in together.values():
        region = network.as_region(program.instrument.id) if network else None
        yield replace(_turn(program, files, views, reader), region=region)


def _turn(program: Program, files: list[str], cases: list[Case], reader: Reader) -> Turn:
    """One case as a reader may see it.

    Raises:
        typer.Exit: where a reader may see nothing of it: an agenda that leaves it out would tell.
    """
    whole = sounded(reader, program, cases)
    shown = shown_together(reader, program, cases)
    if shown is None:
        raise typer.Exit(FINDINGS)
    say_beforehand(whole, reader)
    others = watching(program.instrument)
    if len(cases) > 1:
        found = compare(program, shown.cases, others, shown.sight)
        people = tuple(people_of(files, cases, reader))
        return Turn(tuple(view.assessment for view in found.views), found, people)
    [case] = shown.cases
    beside = others if reader.is_professional else ()
    return Turn((seen(assess(program, case, beside), program, shown.sight),))
