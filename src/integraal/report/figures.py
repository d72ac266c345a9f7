"""Figures on a page: a ladder of levels, and counts drawn as bars.

As blocks are: what is shown, not how it looks.
"""

from dataclasses import dataclass

from integraal.report.text import Inline


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark beside a rung: told by its shape and its word, never by colour alone."""

    shape: str
    word: str
    strong: bool = False
    column: str = ""
    """Whose mark it is, where a ladder has columns."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder."""

    number: int
    name: str
    words: str
    marks: tuple[Mark, ...] = ()
    about: str = ""
    """What it means, where there is room to say so."""

    @property
    def is_marked(self) -> bool:
        """Whether a strong mark stands beside it."""
        return any(mark.strong for mark in self.marks)

    def marks_in(self, column: str) -> tuple[Mark, ...]:
        """Its marks in one column of the ladder."""
        return tuple(mark for mark in self.marks if mark.column == column)


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps from low to high; drawn with the highest on top."""

    rungs: tuple[Rung, ...]
    columns: tuple[str, ...] = ()
    """Names of those whose marks stand each in a column of their own; empty: all in one."""
    to_mark: bool = False
    """Whether each rung has a box to mark in every column."""
    head: str = ""
    """What the rungs are, above them; for who hears a table."""

    @property
    def mark_columns(self) -> tuple[str, ...]:
        """The columns in which marks stand; one without a name where all stand in one."""
        return self.columns or ("",)


@dataclass(frozen=True, slots=True)
class Bar:
    """One count of a plot: told by its words; the bar only helps to compare."""

    label: str
    length: int
    """0 for no bar."""
    text: str
    """The count in words, behind the bar."""
    below: tuple[Inline, ...] = ()
    """Smaller lines."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts below each other, drawn to one scale."""

    caption: str
    """What is counted."""
    bars: tuple[Bar, ...]

    @property
    def longest(self) -> int:
        """The length that takes the whole room; at least 1."""
        return max((bar.length for bar in self.bars), default=1) or 1

    def drawn(self, bar: Bar, room: int) -> str:
        """A bar as blocks, of which `room` is the most; whatever counts has one at least.

        >>> plot = Bars("per regio", (Bar("Noord", 1, "1"), Bar("Zuid", 40, "40")))
        >>> [plot.drawn(bar, 8) for bar in plot.bars]
        ['█', '████████']
        """
        return "█" * max(1, round(room * bar.length / self.longest)) if bar.length else ""
