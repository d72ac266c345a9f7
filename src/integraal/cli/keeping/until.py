"""Say until when a case may be kept: a day from today on that is a limit."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from integraal.cli import terminal as screen
from integraal.cli.inputs import STDIN
from integraal.cli.language import words
from integraal.cli.moments.agreed_line import day_of
from integraal.cli.moments.notebook import noting
from integraal.model.keeping.kept import Sort, State
from integraal.privacy.retention import state_of
from integraal.reading.kept.marked_file import seen_in

_NOT = {State.PAST: "usage.keep_past", State.ENDLESS: "usage.keep_endless"}


def until_in(typed: str) -> date | str:
    """The day until which something may be kept; or why a text is none."""
    day = day_of(typed)
    if day is None:
        return words()("usage.day", given=typed)
    problem = _NOT.get(state_of(day, date.today()))
    return words()(problem) if problem else day


def keep_until(names: Sequence[str], typed: str) -> None:
    """Put in each of these cases until when it may be kept; in none, if one of them is no case.

    Raises:
        typer.BadParameter: if the day is none, or naming what is no case.
        Faulty: if a case cannot be read or written, or somebody else has it.
    """
    day = until_in(typed)
    if isinstance(day, str):
        raise typer.BadParameter(day, param_hint="--tot")
    for name in names:
        if not _is_case(name):
            problem = words()("usage.keep_no_case", file=name)
            raise typer.BadParameter(problem, param_hint="--tot")
    written = [_written(name, day) for name in names]
    if any(written):
        screen.tell(words()("bewaar.make_again"))


def _written(name: str, day: date) -> bool:
    """Write it, and say so; whether that changed anything."""
    with noting(name) as notebook:
        is_other = notebook.case.keep_until != day
        if is_other:
            notebook.writer.keep_until(day)
    key = "bewaar.new_day" if is_other else "bewaar.same_day"
    screen.tell(words()(key, file=name, day=words().date(day)))
    return is_other


def _is_case(name: str) -> bool:
    path = Path(name)
    if name == STDIN or path.is_dir():
        return False
    seen = seen_in(path, path.suffix.lower())
    return seen is not None and seen.sort is Sort.CASE
