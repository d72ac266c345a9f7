"""`integraal verloop`: the moments of one case side by side, and the agreements still open."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import watching
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import instruments_of, open_case, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE
from integraal.cli.output.marks import marked
from integraal.cli.output.seam import Output, offers
from integraal.cli.readers import (
    check_reader,
    has_words_for,
    help_lines,
    say_beforehand,
    say_no_words,
    say_withheld,
    shown_together,
    sounded,
)
from integraal.cli.services.opening import desks_in, standing_network
from integraal.engine.compare.moments import course
from integraal.engine.lower import lower
from integraal.model.reader import Reader
from integraal.report.data.course import course_data
from integraal.report.pages.course import course_page
from integraal.report.pages.family.course import family_course_page


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    @offers(*PAGE)
    def verloop(
        case: Annotated[str, options.argument("case", say("metavar.case"))],
        out: Output,
        instrument: Annotated[str | None, options.instrument_option()] = None,
        region: Annotated[list[str] | None, options.region_option()] = None,
        reader: Annotated[Reader, options.option("--voor", key="reader")] = Reader.PROFESSIONAL,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        check_reader(reader, out)
        names = instruments_of(case) if instrument is None else [instrument]
        opened = [open_instrument(name, words().language) for name in names]
        network = standing_network(region or (), quiet=quiet)
        cases = [open_case(case, each, desks_in(network)) for each in opened]
        screen.report_all(() if quiet else dict.fromkeys(n for each in cases for n in each.notes))
        # Each instrument sees the dangers of all: one of them says it.
        whole = sounded(reader, lower(opened[0]), [cases[0].case])
        today, courses = date.today(), []
        for each, case_file in zip(opened, cases, strict=True):
            program = lower(each)
            if not has_words_for(reader, each):
                continue
            shown = shown_together(reader, program, [case_file.case], in_course=True)
            if shown is None:
                raise typer.Exit(FINDINGS)
            [case_shown] = shown.cases
            courses.append(course(program, case_shown, watching(each), shown.sight))
        if not courses:
            say_withheld()
            say_no_words()
            raise typer.Exit(FINDINGS)
        say_beforehand(whole, reader)
        if out.is_data:
            out.write(marked(course_data(courses, today, say, network), cases[0].case))
            return
        lines = () if reader.is_professional else help_lines()
        lay_out = family_course_page if reader in (Reader.FAMILY, Reader.CHILD) else course_page
        out.write(marked(lay_out(courses, today, say, lines, network), cases[0].case))

    return verloop
