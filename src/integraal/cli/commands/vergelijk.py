"""`integraal vergelijk`: several views of one case side by side, for the meeting."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import watching
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import instrument_for, open_instrument, read_case
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE, PAPER, Format
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
from integraal.cli.services.opening import desks_in, region_for
from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.model.case import Case
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Instrument
from integraal.model.reader import Reader
from integraal.model.results.comparison import Comparison
from integraal.reading.folders import distinct
from integraal.report.data.comparison import comparison_data
from integraal.report.pages.comparison import comparison_page
from integraal.report.pages.comparison_sheet import comparison_sheet
from integraal.report.parts.services import services_behind

FEWEST = 2


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE)
    def vergelijk(
        views: Annotated[list[str], options.argument("views", say("metavar.case"))],
        out: Output,
        instrument: Annotated[str | None, options.instrument_option()] = None,
        region: Annotated[list[str] | None, options.region_option()] = None,
        source_only: Annotated[bool, options.source_only_option()] = False,
        reader: Annotated[Reader, options.sheet_reader_option()] = Reader.PROFESSIONAL,
        whole: Annotated[bool, options.option("--volledig", key="whole_sheet")] = False,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        check_sheet_reader(reader, out)
        if len(views) < FEWEST:
            raise typer.BadParameter(say("usage.two_views"), param_hint=say("metavar.case"))
        _check_each_once(views)
        opened = open_instrument(
            instrument_for(views[0]) if instrument is None else instrument, words().language
        )
        services = region_for(region or (), opened, quiet=quiet)
        cases = _cases(views, opened, desks_in(services), quiet=quiet)
        program = lower(opened, source_only=source_only)
        assessed = sounded(reader, program, cases)
        shown = shown_together(reader, program, cases)
        if shown is None:
            raise typer.Exit(FINDINGS)
        say_beforehand(assessed, reader)
        found = compare(program, shown.cases, watching(opened), shown.sight)
        if not quiet:
            _remarks(cases, found)
        people = people_of(views, cases, reader)
        if out.is_data:
            out.write(marked(comparison_data(people, found, say, services), *cases))
            return
        lines = () if reader.is_professional else help_lines()
        is_brief = out.format in (*PAPER, Format.HTML) and not whole
        composed = comparison_sheet if is_brief else comparison_page
        page = composed(people, found, say, lines)
        shown_views = [view.assessment for view in found.views]
        there = tuple(services_behind(shown_views, services, say))
        out.write(marked(replace(page, blocks=(*page.blocks, *there)), *cases))

    return vergelijk


def _check_each_once(views: list[str]) -> None:
    """Refuse to lay a file beside itself: that would pass for two people who agree.

    Raises:
        typer.BadParameter: naming the file.
    """
    files = list(map(Path, views))
    kept = distinct(files)
    twice = [str(file) for file in files if file not in kept or files.count(file) > 1]
    if twice:
        problem = words()("usage.view_twice", file=twice[0])
        raise typer.BadParameter(problem, param_hint=words()("metavar.case"))


def _cases(
    names: list[str], instrument: Instrument, known: tuple[str, ...], *, quiet: bool
) -> list[Case]:
    """Read every case.

    Raises:
        Faulty: with every fault in all of them: a sheet on which somebody is missing without a
            word would be worse than none.
    """
    cases: list[Case] = []
    faults: list[Finding] = []
    for name in names:
        try:
            cases.append(read_case(name, instrument, quiet=quiet, known=known))
        except Faulty as faulty:
            faults.extend(faulty.findings)
    if faults:
        raise Faulty(faults)
    return cases


def _remarks(cases: list[Case], found: Comparison) -> None:
    """Say what whoever prints the sheet should know, and what should not stand on it."""
    ids = list(dict.fromkeys(case.id for case in cases))
    if len(ids) > 1:
        screen.tell(words()("vergelijk.other_cases", cases=words().listed(ids)))
    if any(view.standing.urgent for view in found.views):
        screen.tell(words()("vergelijk.urgent"))
