"""`integraal batch --controleer`: how a table is read, before anything is made of it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.language import words
from integraal.cli.output.formats import Format, promised
from integraal.cli.output.logbook import count_cases
from integraal.cli.output.paths import free_path
from integraal.cli.output.seam import Output
from integraal.cli.output.table_end import whom_to_call
from integraal.cli.output.table_refused import Refusal
from integraal.model.finding import Faulty, Severity
from integraal.model.results.table_check import TableCheck
from integraal.privacy.discreet import discreet, harmless_column
from integraal.reading.ledger import note_path
from integraal.report.pages.table_check import in_danger, table_check_page

if TYPE_CHECKING:
    from integraal.batch.duckdb.run import Batch


@dataclass(frozen=True, slots=True)
class Red:
    """A copy of a table in which refused cells are red."""

    target: str | None
    """Where it goes; None where nobody asks for one."""
    made: Path
    """Where it is until it is whole."""
    overwrite: bool
    """Whether it may take the place of a file."""


@dataclass(frozen=True, slots=True)
class Named:
    """How a table is called, and what to type next."""

    source: str
    """As its user wrote it."""
    closer: str
    """The command that shows whom to call."""


def check_usage(target: str | None, red: str | None, *, only_check: bool) -> None:
    """Refuse what does not go together.

    Raises:
        typer.BadParameter: if advice is asked for too, or a red copy without a check.
    """
    say = words()
    if only_check and target is not None:
        raise typer.BadParameter(say("usage.check_writes_nothing"), param_hint="--controleer")
    if red is not None and not only_check:
        raise typer.BadParameter(say("usage.red_needs_check"), param_hint="--rood")
    promised(red, (Format.XLSX,), "--rood", must_promise=True)


def check(
    refusal: Refusal, batch: "Batch", out: Output, red: Red, named: Named, *, quiet: bool
) -> None:
    """Show how a table is read.

    Args:
        refusal: Says the dangers of a table that is refused.
        batch: What would be done.
        out: Where to show it.
        red: A copy of the table with its refused cells in red.
        named: What to call the table, and what to type next.
        quiet: Whether to keep back what is no result.

    Raises:
        Faulty: if the table as a whole cannot be read.
        typer.Exit: if anything would be rejected.
    """
    note_path(batch.source)
    if red.target is not None:
        free_path(red.target, overwrite=red.overwrite)
    checked = _checked(refusal, batch, red.made if red.target else None)
    count_cases(str(batch.source), checked.records)
    columns = tuple(replace(each, name=harmless_column(each.name)) for each in checked.columns)
    checked = replace(checked, columns=columns)
    call = whom_to_call(named.closer, checked.seen)
    if out.is_data:
        from integraal.report.data.table_check import table_check_data

        instrument = batch.program.instrument
        out.write(table_check_data(checked, instrument, named.source, words()))
    else:
        out.write(table_check_page(checked, call, words()))
    if red.target is not None:
        _put(red, red.target, quiet=quiet)
    if checked.in_danger:
        screen.tell(in_danger(checked, words()))
        screen.tell(call)
    if checked.rejected or any(each.severity is Severity.ERROR for each in checked.findings):
        raise typer.Exit(FINDINGS)


def _checked(refusal: Refusal, batch: "Batch", red: Path | None) -> TableCheck:
    """Check a table; what is nearly a question stops a run, and here is one of the things to tell.

    Raises:
        Faulty: if the table as a whole cannot be read.
    """
    from integraal.batch.duckdb.table_check import check_table

    try:
        with refusal.heard():
            return check_table(batch, red)
    except Faulty as found:
        if {finding.code for finding in found.findings} != {"column-nearly"}:
            raise
        near = tuple(map(discreet, found.findings))
    checked = check_table(replace(batch, may_be_near=True), red)
    return replace(checked, findings=(*near, *checked.findings))


def _put(red: Red, target: str, *, quiet: bool) -> None:
    from integraal.reading.storage.atomic_write import write_atomically

    write_atomically(free_path(target, overwrite=red.overwrite), red.made.read_bytes())
    if not quiet:
        screen.talk(words()("written", file=target))
