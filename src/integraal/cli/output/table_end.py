"""Say at the end of a table what became of every record; danger has the last word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from integraal.cli import terminal as screen
from integraal.cli.exit_codes import FINDINGS
from integraal.cli.inputs import STDIN
from integraal.cli.language import words
from integraal.cli.output.logbook import count_cases
from integraal.model.finding import Finding
from integraal.model.results.table_check import Seen
from integraal.model.sheet import GROUPING
from integraal.privacy.discreet import harmless_column
from integraal.report.phrases.table_read import how_read

if TYPE_CHECKING:
    from integraal.batch.columns import Counted

_FEW = 20


@dataclass(frozen=True, slots=True)
class Ended:
    """Where all of it went, and how to look further."""

    target: str
    rejects: str
    told: str
    """Key of the sentence about the rejects."""
    closer: str
    """The command that shows whom to call."""


def tell_end(counted: "Counted", ended: Ended, source: str, *, quiet: bool) -> None:
    """Say what became of every record, and end with the code that says so too.

    Whoever wants to hear nothing still hears that somebody may be in danger.

    Raises:
        typer.Exit: if any was rejected.
    """
    count_cases(source, counted.records)
    if not quiet:
        _say(counted, source)
        if counted.rejected:
            screen.tell(words()(ended.told, file=ended.rejects))
        if ended.target != STDIN:
            screen.tell(words()("written", file=ended.target))
    _say_danger(counted, ended)
    if counted.rejected:
        raise typer.Exit(FINDINGS)


def _say_danger(counted: "Counted", ended: Ended) -> None:
    """Say in how many records somebody may be in danger, and where to read whom to call."""
    say = words()
    if counted.in_danger:
        numbers = {"count": say.count(counted.in_danger), "of": say.count(counted.answered)}
        screen.tell(say("batch.in_danger", **numbers))
    if counted.rejected_in_danger:
        numbers = {
            "count": say.count(counted.rejected_in_danger),
            "of": say.count(counted.rejected),
        }
        screen.tell(say("batch.rejected_in_danger", **numbers, file=ended.rejects))
    if counted.in_danger or counted.rejected_in_danger:
        screen.tell(whom_to_call(ended.closer, counted.seen))


def whom_to_call(closer: str, seen: Seen) -> str:
    """The command that shows whom to call; of a row that may be on several sheets."""
    say = words()
    sheet = f" --blad {say('metavar.sheet')}" if len(seen.sheets) > 1 else ""
    return say("batch.whom_to_call", command=f"{closer}{sheet}")


def moved_finding(source: str, old: str, new: str) -> Finding:
    """What there is to say of a column under a name of before."""
    if not new:
        return Finding.warning("retired", source, word=old)
    return Finding.warning("moved", source, old=old, new=new)


def _say_names(counted: "Counted", source: str) -> None:
    """Say what was read under old names."""
    for old, new in counted.moved:
        screen.report(moved_finding(source, old, new))
    for remark, count in counted.remarks:
        numbers = {"question": remark.question, "old": remark.old, "count": words().count(count)}
        in_two = "answered-in-two-columns" if remark.old else "answered-twice-in-files"
        code = "old-answer" if remark.new else "retired-answer" if remark.retired else in_two
        screen.report(Finding.warning(code, source, **numbers, new=remark.new))


def _say(counted: "Counted", source: str) -> None:
    """Say what became of every record, on stderr."""
    say = words()
    _say_names(counted, source)
    for doubt in counted.doubts:
        screen.report(doubt)
    if counted.encoding != "utf-8":
        screen.tell(say("batch.encoding", encoding=counted.encoding))
    for sentence in how_read(counted.seen, counted.strays, say):
        screen.tell(sentence)
    for code, files in counted.days:
        of_files = {"count": say.count(len(files)), "files": _some(files)}
        screen.tell(say(f"batch.{code}", **of_files))
    _say_groups(counted)
    screen.tell(
        say(
            "batch.counted",
            records=say.count(counted.records),
            answered=say.count(counted.answered),
            rejected=say.count(counted.rejected),
        )
    )
    for reason, count in counted.reasons:
        key = f"batch.reason.{reason}"
        told = say(key) if key in say else say("batch.reason.other", code=reason)
        screen.tell(f"  {say.count(count)} × {told}")
    for finding in counted.torn:
        screen.report(finding)


def _say_groups(counted: "Counted") -> None:
    """Say which columns were not read, and what comes of those that were copied."""
    say = words()
    if counted.few_in_group:
        numbers = {"few": say.count(counted.few_in_group), "records": say.count(counted.records)}
        screen.tell(say("batch.few_in_group", **numbers))
    to_group_by = [name for name in counted.unknown_columns if name in GROUPING]
    others = [harmless_column(name) for name in counted.unknown_columns if name not in GROUPING]
    if others:
        screen.tell(say("batch.unknown_columns", columns=_some(others)))
    if to_group_by:
        screen.tell(say("batch.not_grouped", columns=",".join(to_group_by)))


def _some(names: Sequence[str]) -> str:
    """Name a few, and say that there are more."""
    return ", ".join((*names[:_FEW], *(("…",) if len(names) > _FEW else ())))
