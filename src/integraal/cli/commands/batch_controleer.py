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
from integraal.cli.output.seam import show
from integraal.cli.output.table_end import tell_how_read, tell_whom_to_call
from integraal.cli.output.table_refused import Refusal
from integraal.model.finding import Faulty
from integraal.model.results.table_check import TableCheck
from integraal.privacy.discreet import discreet, harmless_column
from integraal.reading.ledger import note_path
from integraal.report.pages.table_check import table_check_page

if TYPE_CHECKING:
    from integraal.batch.duckdb.run import Batch
    from integraal.batch.table.source import Opened


@dataclass(frozen=True, slots=True)
class Red:
    """A copy of a table in which refused cells are red."""

    target: str | None
    """Where it goes; None where nobody asks for one."""
    made: Path
    """Where it is until it is whole."""
    overwrite: bool
    """Whether it may take the place of a file."""


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


def check(refusal: Refusal, batch: "Batch", red: Red, closer: str, *, quiet: bool) -> None:
    """Show how a table is read.

    Args:
        refusal: Says the dangers of a table that is refused.
        batch: What would be done.
        red: A copy of the table with its refused cells in red.
        closer: The command that shows whom to call.
        quiet: Whether to keep back what is no result.

    Raises:
        Faulty: if the table as a whole cannot be read.
        typer.Exit: if anything would be rejected.
    """
    note_path(batch.source)
    if red.target is not None:
        free_path(red.target, overwrite=red.overwrite)
    checked, opened, is_near = _checked(refusal, batch, red.made if red.target else None)
    count_cases(str(batch.source), checked.records)
    if not quiet:
        for doubt in checked.doubts:
            screen.report(doubt)
        tell_how_read(opened.seen, opened.encoding, opened.strays)
    columns = tuple(replace(each, name=harmless_column(each.name)) for each in checked.columns)
    show(table_check_page(replace(checked, columns=columns), words()))
    if red.target is not None:
        _put(red, red.target, quiet=quiet)
    if checked.in_danger:
        say = words()
        numbers = {"count": say.count(checked.in_danger), "of": say.count(checked.records)}
        screen.tell(say("table_check.in_danger", **numbers))
        tell_whom_to_call(closer, opened.seen)
    if checked.rejected or is_near:
        raise typer.Exit(FINDINGS)


def _checked(
    refusal: Refusal, batch: "Batch", red: Path | None
) -> tuple[TableCheck, "Opened", bool]:
    """Check a table; what is nearly a question stops a run, and here is one of the things to tell.

    Returns: What was found, how the table was opened, and whether a column is nearly a question.
    """
    from integraal.batch.duckdb.table_check import check_table

    try:
        with refusal.heard():
            return *check_table(batch, red), False
    except Faulty as found:
        if {finding.code for finding in found.findings} != {"column-nearly"}:
            raise
        for finding in found.findings:
            screen.report(discreet(finding))
    return *check_table(replace(batch, may_be_near=True), red), True


def _put(red: Red, target: str, *, quiet: bool) -> None:
    from integraal.reading.storage.atomic_write import write_atomically

    write_atomically(free_path(target, overwrite=red.overwrite), red.made.read_bytes())
    if not quiet:
        screen.talk(words()("written", file=target))
