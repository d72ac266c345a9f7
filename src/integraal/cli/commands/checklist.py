"""`integraal checklist`: the form on paper, blank or filled in."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.inputs import DEFAULT_INSTRUMENT, instrument_for, open_case, open_instrument
from integraal.cli.language import words
from integraal.cli.output import check_layout, given, layout_for
from integraal.engine.interpreter import without_dropped
from integraal.engine.lower import lower
from integraal.engine.reach.skips import skipped_by
from integraal.model.case import Case
from integraal.model.instrument import Instrument
from integraal.report.pages.checklist import checklist
from integraal.words.words import LANGUAGES, Words


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""

    def checklist_(
        instrument: Annotated[str | None, options.instrument_argument()] = None,
        case: Annotated[
            str | None, options.option("--casus", key="case", metavar=words()("metavar.file"))
        ] = None,
        layout: Annotated[
            options.SheetLayout, options.option("--formaat", "-f", key="layout")
        ] = options.SheetLayout.TERMINAL,
        languages: Annotated[
            str | None,
            options.option("--taal", key="languages", envvar="INTEGRAAL_TAAL", show_envvar=False),
        ] = None,
        output: Annotated[str | None, options.output_option()] = None,
        overwrite: Annotated[bool, options.overwrite_option()] = False,
        large: Annotated[bool, options.large_option()] = False,
    ) -> None:
        layout = layout_for(layout, output)
        check_layout(layout, output, large=large)
        chosen = _languages(words().language if languages is None else languages)
        unnamed = instrument_for(case) if case else DEFAULT_INSTRUMENT
        named = unnamed if instrument is None else instrument
        instruments = [open_instrument(named, language) for language in chosen]
        program = lower(instruments[0])
        kept = _case(case, instruments[0])
        document = checklist(
            instruments,
            [Words(language) for language in chosen],
            without_dropped(program, kept.latest.answers) if kept else None,
            skipped_by(program),
            kept,
            shlex.join(["integraal", "reflecteer", Path(named).name, "--codes"]),
        )
        page = given(document, layout, output, large=large)
        screen.write_result(page, output, overwrite=overwrite)

    return checklist_


def _languages(given: str) -> list[str]:
    chosen = list(dict.fromkeys(part.strip() for part in given.split(",")))
    if not all(language in LANGUAGES for language in chosen):
        known = ", ".join(LANGUAGES)
        problem = words()("usage.languages", given=given, known=known)
        raise typer.BadParameter(problem, param_hint="--taal")
    return chosen


def _case(case: str | None, instrument: Instrument) -> Case | None:
    if case is None:
        return None
    case_file = open_case(case, instrument)
    for note in case_file.notes:
        screen.report(note)
    return case_file.case
