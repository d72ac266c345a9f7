"""`integraal export …`: what integraal gives to other programs; a group with a command for each."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from integraal.cli import options
from integraal.cli.app import OwnCommand, help_texts, make_group
from integraal.cli.commands.export_formulier import form_command
from integraal.cli.commands.export_ics import ics_command
from integraal.cli.commands.export_programma import program_command
from integraal.cli.commands.export_sjabloon import TEMPLATE, TEMPLATE_FILE, template_command
from integraal.cli.commands.export_sql import sql_command
from integraal.cli.language import words
from integraal.cli.output.formats import Format
from integraal.cli.output.seam import Output, offers


class Kind(StrEnum):
    """Kinds of files that a schema describes."""

    INSTRUMENT = "instrument"
    SCALE = "scale"
    SOURCES = "sources"
    TRANSLATION = "translation"
    CASE = "casus"
    REGION = "region"
    NETWORK = "netwerk"
    TEST = "test"
    THRESHOLDS = "drempels"
    HELP_LINES = "hulplijnen"
    HOLIDAYS = "schoolvakanties"
    STUDY = "panel"
    RULED_OUT = "samen"
    PANEL_CRITERIA = "panel-criteria"
    STORIES = "verhalen"


def group() -> typer.Typer:
    """Make the group, in the language of this process."""
    made = make_group("export")
    commands = {
        "schema": schema_command(),
        "sql": sql_command(),
        "programma": program_command(),
        "formulier": form_command(),
        TEMPLATE: template_command(),
        "ics": ics_command(),
    }
    for name, command in commands.items():
        # A template may also be asked for by the name that its file gets.
        for spelt in (name, *((TEMPLATE_FILE,) if name == TEMPLATE else ())):
            texts = help_texts(f"export.{name}")
            made.command(spelt, cls=OwnCommand, hidden=spelt != name, **texts)(command)
    return made


def schema_command() -> Callable[..., None]:
    """Make `integraal export schema`, in the language of this process."""
    say = words()

    @offers(Format.JSON)
    def schema(
        kind: Annotated[Kind, options.argument("kind", say("metavar.kind"))],
        out: Output,
    ) -> None:
        from integraal.reading.shapes.json_schema import schema_text

        out.write(schema_text(kind.value))

    return schema
