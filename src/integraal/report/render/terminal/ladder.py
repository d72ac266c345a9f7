"""A ladder on a terminal: the highest rung on top, marks beside it or, without room, below.

Where a ladder has columns, everybody's marks stand under their own name.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from integraal.report.figures import Ladder, Mark, Rung
from integraal.report.render.terminal.text import styled

if TYPE_CHECKING:
    from rich.text import Text

_GAP = 3
_RAIL = 6
"""Columns of a number with its rail."""


def ladder_lines(ladder: Ladder, width: int, *, narrow: bool) -> Iterator["Text"]:
    """The lines of it, no wider than `width` as long as the names of the rungs allow it."""
    names = max(len(rung.name) for rung in ladder.rungs) + 2
    words = max(len(rung.words) for rung in ladder.rungs) + 2
    columns = {name: _column_width(ladder, name) for name in ladder.columns}
    before = _RAIL + names + words
    marks = sum(columns.values()) - _GAP if columns else _widest_marks(ladder)
    is_beside = not narrow and before + marks <= width
    if columns and is_beside:
        yield styled(" " * before + "".join(n.ljust(w) for n, w in columns.items()), "bold")
    for rung in reversed(ladder.rungs):
        style = "bold" if rung.is_marked else ""
        line = styled(f"  {rung.number} {'┃' if rung.is_marked else '│'} ", style)
        if before - 2 <= width:
            line.append_text(styled(rung.name.ljust(names), style))
            line.append_text(styled(rung.words.ljust(words), "dim"))
        else:
            line.append_text(styled(rung.name, style))
            apart = _RAIL + len(f"{rung.name}  {rung.words}") > width
            if apart:
                yield line
                line = styled(" " * _RAIL, "")
            line.append_text(styled(f"{'' if apart else '  '}{rung.words}", "dim"))
        if is_beside:
            yield line.append_text(
                _columns(rung, columns, ladder.to_mark) if columns else _marks(rung.marks)
            )
        else:
            yield line
            yield from (styled(" " * _RAIL, "").append_text(_marks((m,))) for m in rung.marks)
            if ladder.to_mark:
                boxes = "   ".join(f"☐ {name}" for name in ladder.columns)
                yield styled(f"{' ' * _RAIL}{boxes}", "")


def _columns(rung: Rung, columns: dict[str, int], to_mark: bool) -> "Text":
    line = styled("", "")
    for name, width in columns.items():
        cell = _column(rung, name, to_mark)
        line.append_text(cell).append(" " * (width - len(cell)))
    return line


def _column(rung: Rung, name: str, to_mark: bool) -> "Text":
    """The marks of one column; whose they are stands above it."""
    if to_mark:
        return styled("☐", "")
    return _marks(tuple(replace(mark, column="") for mark in rung.marks_in(name)))


def _column_width(ladder: Ladder, name: str) -> int:
    return (
        max(len(name), *(len(_column(rung, name, ladder.to_mark)) for rung in ladder.rungs)) + _GAP
    )


def _widest_marks(ladder: Ladder) -> int:
    return max(len(_marks(rung.marks)) for rung in ladder.rungs)


def _marks(marks: tuple[Mark, ...]) -> "Text":
    line = styled("", "")
    for index, mark in enumerate(marks):
        whose = f"{mark.column} " if mark.column else ""
        line.append(" " * _GAP if index else "")
        weight = "bold" if mark.strong else ""
        line.append_text(styled(f"{mark.shape} {whose}{mark.word}", weight))
    return line
