"""`integraal export …`: what integraal gives to other programs; a group with a command for each."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.app import OwnCommand, OwnGroup, help_texts
from integraal.cli.commands.export_ics import ics_command
from integraal.cli.commands.export_sjabloon import TEMPLATE, TEMPLATE_FILE, template_command
from integraal.cli.danger import watching
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.language import words
from integraal.cli.output.formats import Format
from integraal.cli.output.seam import Output, offers
from integraal.model.finding import Finding
from integraal.reading.cases.case_instruments import elsewhere

if TYPE_CHECKING:
    from integraal.engine.program import Program


class DialectName(StrEnum):
    """Databases whose SQL we write."""

    DUCKDB = "duckdb"
    POSTGRES = "postgres"
    SQLITE = "sqlite"
    SPARK = "spark"


class Kind(StrEnum):
    """Kinds of files that a schema describes."""

    INSTRUMENT = "instrument"
    SCALE = "scale"
    SOURCES = "sources"
    TRANSLATION = "translation"
    CASE = "casus"
    REGION = "region"
    TEST = "test"
    THRESHOLDS = "drempels"
    HELP_LINES = "hulplijnen"


def group() -> typer.Typer:
    """Make the group, in the language of this process."""
    say = words()
    made = typer.Typer(
        cls=OwnGroup,
        rich_markup_mode=None,
        **help_texts("export"),
        add_completion=False,
        options_metavar=say("help.options_usage"),
        subcommand_metavar=say("help.export.usage"),
    )
    made.callback(invoke_without_command=True)(_start())
    commands = {
        "schema": schema_command(),
        "sql": sql_command(),
        TEMPLATE: template_command(),
        "ics": ics_command(),
    }
    for name, command in commands.items():
        # A template may also be asked for by the name that its file gets.
        for spelt in (name, *((TEMPLATE_FILE,) if name == TEMPLATE else ())):
            texts = help_texts(f"export.{name}")
            made.command(spelt, cls=OwnCommand, hidden=spelt != name, **texts)(command)
    return made


def _start() -> Callable[..., None]:
    """Make what runs before a command of the group, or without one."""

    def start(
        context: typer.Context,
        language: Annotated[options.Language, options.language_option()] = options.Language.NL,
    ) -> None:
        del language  # settled before the command line was parsed
        if context.invoked_subcommand is None:
            print(context.get_help())

    return start


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


def sql_command() -> Callable[..., None]:
    """Make `integraal export sql`, in the language of this process."""
    say = words()

    @offers(Format.SQL)
    def sql(
        out: Output,
        instrument: Annotated[str, options.instrument_argument()] = DEFAULT_INSTRUMENT,
        dialect: Annotated[
            DialectName, options.option("--dialect", key="dialect")
        ] = DialectName.DUCKDB,
        table: Annotated[
            str, options.option("--tabel", key="table", metavar=say("metavar.table"))
        ] = "cases",
        columns: Annotated[
            str, options.option("--kolommen", key="columns", metavar=say("metavar.columns"))
        ] = "",
        source_only: Annotated[bool, options.source_only_option()] = False,
    ) -> None:
        from integraal.engine.lower import lower
        from integraal.engine.sql.dialects import DIALECTS
        from integraal.engine.sql.legend import legend
        from integraal.engine.sql.select import select

        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]*", table):
            raise typer.BadParameter(words()("usage.table", given=table), param_hint="--tabel")
        opened = open_instrument(instrument, words().language)
        watched = [each.instrument for each in watching(opened)]
        program = lower(opened, source_only=source_only, others=watched)
        given = _columns_given(columns, program, table)
        query = select(program, DIALECTS[dialect.value], table, given=given)
        comments = "".join(f"-- {line}\n" for line in legend(program, given))
        out.write(f"{comments}{query};\n")

    return sql


def _columns_given(listed: str, program: "Program", table: str) -> dict[str, tuple[str, ...]]:
    """Which columns of a table in a database answer which questions.

    Args:
        listed: Names of all its columns; empty where it has one for each question of the
            instrument, by its own name.
        program: The lowered instrument, with what is watched beside it.
        table: What the table is called.

    Raises:
        Faulty: if they are no table of cases.
    """
    if not listed.strip():
        return {name: (name,) for name in program.questions}
    from integraal.batch.columns import Request
    from integraal.batch.matching import match_columns

    names = [name.strip() for name in listed.split(",")]
    request = Request(program, (), (), table, elsewhere=elsewhere(program.instrument))
    matched = match_columns(request, names)
    for old, new in matched.moved:
        screen.report(Finding.warning("moved", table, old=old, new=new))
    alone = [name for used in matched.used if used.by_option for name in used.columns]
    if unknown := (*matched.unknown, *alone):
        screen.tell(words()("sql.unknown_columns", columns=", ".join(unknown)))
    return {used.question.id: used.columns for used in matched.used if not used.by_option}
