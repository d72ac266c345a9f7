"""`integraal checklist`: the form on paper, blank or filled in."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import (
    DEFAULT_INSTRUMENT,
    instrument_for,
    open_instrument,
    read_case,
    spoken,
)
from integraal.cli.language import words
from integraal.cli.output.formats import PAGE
from integraal.cli.output.marks import marked
from integraal.cli.output.seam import Output, offers
from integraal.cli.readers import (
    check_form_reader,
    check_role,
    has_form,
    help_lines_in,
    role_of,
    say_read_at_home,
    seen_on_form,
)
from integraal.engine.dangers import danger_at
from integraal.engine.lower import lower
from integraal.engine.reach.skip_logic import skipped_by
from integraal.model.case import is_code
from integraal.model.instrument import Instrument
from integraal.model.reader import Reader
from integraal.report.blocks import Document
from integraal.report.data.form import form_data
from integraal.report.pages.advice import alarm_of
from integraal.report.pages.checklist import checklist
from integraal.report.parts.answer_room import Paper
from integraal.report.prose import in_turn
from integraal.words.words import Words


def command() -> Callable[..., None]:
    """Make the command, in the language of this process."""

    @offers(*PAGE)
    def checklist_(
        out: Output,
        instrument: Annotated[str | None, options.instrument_argument()] = None,
        case: Annotated[
            str | None, options.option("--casus", key="case", metavar=words()("metavar.file"))
        ] = None,
        languages: Annotated[str | None, options.languages_option("languages")] = None,
        reader: Annotated[Reader, options.form_reader_option()] = Reader.PROFESSIONAL,
        role: Annotated[
            str | None, options.option("--rol", key="form_role", metavar=words()("metavar.role"))
        ] = None,
    ) -> None:
        check_form_reader(reader, out, case)
        check_role(role, reader)
        if role is not None and out.is_data:
            raise typer.BadParameter(words()("usage.role_no_form_data"), param_hint="--rol")
        chosen = options.languages_in(languages)
        unnamed = instrument_for(case) if case else DEFAULT_INSTRUMENT
        named = unnamed if instrument is None else instrument
        opened = {language: open_instrument(named, language) for language in chosen}
        chosen = spoken(opened)
        instruments = [opened[language] for language in chosen]
        if reader is Reader.FAMILY:
            out.write(_to_talk_over(instruments))
            say_read_at_home()
            return
        part = role_of(instruments[0], role, none="usage.no_roles_form")
        program = lower(instruments[0])
        kept = None if case is None else read_case(case, instruments[0])
        seen = seen_on_form(reader, program, kept)
        if seen is None and (kept or not has_form(instruments[0], reader)):
            raise typer.Exit(FINDINGS)
        answers = seen.answers if seen else None
        says = [Words(language) for language in chosen]
        if out.is_data:
            data = form_data(instruments, says, answers, kept)
            out.write(marked(data, kept) if kept else data)
            return
        paper = Paper(
            skipped_by(program),
            danger_at(program),
            _command(named, instruments[0], case, reader, says[0]),
            reader,
            () if reader.is_professional else tuple(map(help_lines_in, chosen)),
            alarm_of(seen, says[0]) if seen else None,
            part.id if part else "",
        )
        page = checklist(instruments, says, answers, seen.case if seen else kept, paper)
        out.write(marked(page, kept) if kept else page)

    return checklist_


def _to_talk_over(instruments: list[Instrument]) -> Document:
    """The questions in words for the family, in each language.

    Raises:
        typer.BadParameter: of an instrument that has none.
    """
    from integraal.report.pages.family.conversation import asked_of_family, conversation_page

    if not asked_of_family(instruments[0]):
        raise typer.BadParameter(words()("usage.no_conversation"), param_hint="--voor")
    return in_turn(
        [
            conversation_page(each, help_lines_in(each.language), Words(each.language))
            for each in instruments
        ]
    )


def _command(
    named: str, instrument: Instrument, case: str | None, reader: Reader, say: Words
) -> str:
    """What takes the codes back in, into the case that the form is of.

    Others read no more of the name of its file than they read of that of the case.
    """
    typed = ["integraal", "reflecteer", Path(named).name, "--codes"]
    file = case
    if case is not None and not reader.is_professional:
        file = Path(case).name if is_code(Path(case).stem) else None
    if file is None and not instrument.keep_apart:
        file = say("checklist.case_file")
    return shlex.join([*typed, *(["--casus", file] if file else [])])
