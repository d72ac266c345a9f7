"""`integraal export sql`: the rules as SQL over somebody's own table, and its columns."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from integraal.cli import options
from integraal.cli import terminal as screen
from integraal.cli.danger import watching
from integraal.cli.inputs import DEFAULT_INSTRUMENT, open_instrument
from integraal.cli.language import words
from integraal.cli.options import Unknown
from integraal.cli.output.formats import Format
from integraal.cli.output.seam import Output, offers
from integraal.cli.output.table_end import moved_finding
from integraal.model.condition import Direction
from integraal.model.sheet import CASE
from integraal.reading.cases.case_instruments import elsewhere

if TYPE_CHECKING:
    from integraal.engine.program import Program

Given = Mapping[str, tuple[str, ...]]
"""The columns that answer each question, and the one with the name of the case."""


class DialectName(StrEnum):
    """Databases whose SQL we write; each is tested by running it."""

    DUCKDB = "duckdb"
    POSTGRES = "postgres"
    SQLITE = "sqlite"
    SPARK = "spark"


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
        has: Annotated[
            str, options.option("--heeft", key="has", metavar=say("metavar.columns"))
        ] = "",
        wanted: Annotated[bool, options.option("--kolommen", key="wanted")] = False,
        view: Annotated[
            str | None, options.option("--view", key="view", metavar=say("metavar.view"))
        ] = None,
        unknown: Annotated[Unknown, options.unknown_option()] = Unknown.REFUSE,
        source_only: Annotated[bool, options.source_only_option()] = False,
    ) -> None:
        from integraal.engine.lower import lower
        from integraal.engine.sql import statements as statement
        from integraal.engine.sql.dialects import DIALECTS
        from integraal.engine.sql.legend import legend, look_up
        from integraal.engine.sql.select import select

        _check_name(table, "--tabel")
        _check_name("_" if view is None else view, "--view")
        opened = open_instrument(instrument, words().language)
        watched = [each.instrument for each in watching(opened)]
        program = lower(opened, source_only=source_only, others=watched)
        given = _given(has, program, table, may_be_near=unknown is Unknown.ALLOW)
        comments = "".join(f"-- {line}\n" for line in legend(program, given))
        written = DIALECTS[dialect.value]
        query = select(program, written, table, given=given)
        statements = [statement.table(program, written, table, given)] if wanted else []
        if view:
            meanings = look_up(program, _spoken())
            statements.append(statement.view(view, query))
            statements.append(statement.look_up_view(f"{view}_ids", meanings, written))
        out.write(comments + "".join(f"{one};\n" for one in statements or (query,)))

    return sql


def _check_name(given: str, hint: str) -> None:
    """Refuse what can be no name of a table, and might be something else.

    Raises:
        typer.BadParameter: if it is none.
    """
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]*", given):
        raise typer.BadParameter(words()("usage.table", given=given), param_hint=hint)


def _spoken() -> dict[tuple[str, str], str]:
    """What no instrument has a text for, by column and id."""
    say = words()
    directions = {
        ("direction", each.value): say(f"what_if.direction.{each.value}") for each in Direction
    }
    return directions | {
        ("current", "none"): say("direction.no_present"),
        ("current", "unknown"): say("direction.unknown_present"),
        ("feasible", "none"): say("signals.feasible.none"),
    }


def _given(listed: str, program: "Program", table: str, *, may_be_near: bool) -> Given:
    """Which columns of a table in a database answer which questions.

    Args:
        listed: Names of all its columns; empty where it has one for each question of the
            instrument, by its own name.
        program: The lowered instrument, with what is watched beside it.
        table: What the table is called.
        may_be_near: Whether a column may be left out whose name is nearly that of a question.

    Raises:
        Faulty: if they are no table of cases.
    """
    if not listed.strip():
        return {name: (name,) for name in program.questions}
    from integraal.batch.columns import Request
    from integraal.batch.matching import match_columns

    names = [name.strip() for name in listed.split(",")]
    spoken = elsewhere(program.instrument)
    request = Request(program, (), (), table, elsewhere=spoken, may_be_near=may_be_near)
    matched = match_columns(request, names)
    for old, new in matched.moved:
        screen.report(moved_finding(table, old, new))
    alone = [name for used in matched.used if used.by_option for name in used.columns]
    if unknown := (*matched.unknown, *alone):
        screen.tell(words()("sql.unknown_columns", columns=", ".join(unknown)))
    case = next(name for name in names if name.casefold() == CASE)
    given = {used.question.id: used.columns for used in matched.used if not used.by_option}
    return {CASE: (case,)} | given
