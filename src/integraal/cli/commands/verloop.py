"""`integraal verloop`: the moments of one case side by side, and the agreements still open."""

import json
from collections.abc import Callable
from datetime import date
from typing import Annotated

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.inputs import instruments_of, open_case, open_instrument
from integraal.cli.language import words
from integraal.engine.compare.moments import course
from integraal.engine.lower import lower
from integraal.report.data.course import course_json
from integraal.report.pages.course import course_page


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""
    say = words()

    def verloop(
        case: Annotated[str, options.argument("case", say("metavar.case"))],
        instrument: Annotated[str | None, options.instrument_option()] = None,
        layout: Annotated[
            options.ListLayout, options.option("--formaat", "-f", key="layout")
        ] = options.ListLayout.TERMINAL,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
        output: Annotated[str | None, options.output_option()] = None,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
        quiet: Annotated[bool, options.quiet_option()] = False,
    ) -> None:
        names = instruments_of(case) if instrument is None else [instrument]
        opened = [open_instrument(name, language.value) for name in names]
        cases = [open_case(case, each) for each in opened]
        for note in () if quiet else dict.fromkeys(n for c in cases for n in c.notes):
            screen.report(note)
        courses = [
            course(lower(each), case_file.case)
            for each, case_file in zip(opened, cases, strict=True)
        ]
        today = date.today()
        if layout is options.ListLayout.JSON:
            text = json.dumps(course_json(courses, today), ensure_ascii=False) + "\n"
        else:
            page = course_page(courses, today, say)
            text = screen.laid_out(page, options.Layout(layout.value), output)
        screen.write_result(text, output, overwrite=overwrite)

    return verloop
