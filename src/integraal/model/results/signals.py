"""What recurs over many cases: counts that may be shown, by value and by group. Never a case."""

import math
from dataclasses import dataclass
from datetime import date
from enum import Enum

from integraal.model.instrument import Instrument
from integraal.model.source import Citation

YES, NO, UNKNOWN = "yes", "no", "unknown"
"""Values of a theme that asks whether something holds."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which numbers on a count may be shown, and how it is rounded."""

    valid_from: date
    suppress_below: int
    """A count below this is not shown; nor is one beside which no other is."""
    round_to: int
    """Counts are shown as multiples of this."""
    no_rate_below: int
    """No percentage is given of fewer cases than this."""
    deviation: int
    """By how much each count deviates on average, up or down, drawn by lot."""
    citations: tuple[Citation, ...] = ()

    @property
    def share(self) -> float:
        """How likely a deviation of one more is, as a share of how likely one less is.

        So one case more or less changes how likely any number is by no more than this share.
        """
        mean = self.deviation
        return (math.sqrt(1 + mean * mean) - 1) / mean if mean else 0.0

    @property
    def margin(self) -> int:
        """How far counts deviate at most, nine out of ten times.

        >>> Thresholds(date(2026, 1, 1), 5, 5, 20, deviation=2).margin
        5
        """
        far = 0
        while 2 * self.share ** (far + 1) / (1 + self.share) > 1 / 10:
            far += 1
        return far

    @property
    def least_group(self) -> int:
        """The size, deviation and all, from which on a group is named: a small one hardly ever."""
        return self.suppress_below + self.margin

    def looser_than(self, other: "Thresholds") -> tuple[str, ...]:
        """Name the numbers that protect less than those of another."""
        lower = ("suppress_below", "round_to", "no_rate_below", "deviation")
        return tuple(name for name in lower if getattr(self, name) < getattr(other, name))


class About(Enum):
    """What a theme counts."""

    DANGER = "danger"
    """Whether somebody may be in danger, as any instrument sees it."""
    LEVEL = "level"
    REACH = "reach"
    SETTLED = "settled"
    PROVISIONAL = "provisional"
    CURRENT = "current"
    FEASIBLE = "feasible"
    DIRECTION = "direction"
    ABOVE_FEASIBLE = "above_feasible"
    """Whether the advice is above what is feasible now."""
    LIMIT = "limit"
    ACTION = "action"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Line:
    """How many cases have one value of a theme, as it is shown; None where it may not be."""

    value: str
    total: int | None
    by_group: tuple[int | None, ...] = ()
    """In the order of the groups."""

    def at(self, group: int | None) -> int | None:
        """The count of a group, or of all cases together."""
        return self.total if group is None else self.by_group[group]


@dataclass(frozen=True, slots=True)
class Theme:
    """One thing that was counted: values that exclude each other."""

    about: About
    lines: tuple[Line, ...]
    """Every value but the unknown."""
    unknown: Line | None = None
    """How many cases of which it is not known; None where it always is."""
    id: str = ""
    """Of the limit, the action or the outcome."""

    def line(self, value: str) -> Line:
        """Find a value.

        Raises:
            KeyError: if the theme has no such value.
        """
        return {line.value: line for line in self.lines}[value]


@dataclass(frozen=True, slots=True)
class Group:
    """The cases with one value in the column that they are grouped by."""

    label: str
    """Empty where nothing was filled in."""
    size: int
    """As it is shown."""
    is_rest: bool = False
    """Whether it is all groups together that are too small to be shown."""


@dataclass(frozen=True, slots=True)
class Signals:
    """The counts of one report. All of them may be read by anybody."""

    version: str
    """Of the instrument that gave the advice; several with a comma between them."""
    is_same_version: bool
    """Whether that is the instrument that we have."""
    size: int
    """Cases, as their number is shown."""
    column: str
    """By which they are grouped; empty for not at all."""
    groups: tuple[Group, ...]
    """None where there is no column, or too few groups are large enough."""
    themes: tuple[Theme, ...]
    thresholds: Thresholds
    looser: tuple[str, ...] = ()
    """Thresholds that protect less than those that are in force."""

    def about(self, about: About) -> tuple[Theme, ...]:
        """List the themes about one thing."""
        return tuple(theme for theme in self.themes if theme.about is about)

    def size_of(self, group: int | None) -> int:
        """The number of cases of a group, or of all together."""
        return self.size if group is None else self.groups[group].size

    def known(self, theme: Theme, group: int | None = None) -> int | None:
        """Of how many cases a theme is known; None where that may not be told.

        Worked out from counts that are shown, so that it tells nothing besides.
        """
        if theme.unknown is None:
            return self.size_of(group)
        shown = [count for line in theme.lines if (count := line.at(group)) is not None]
        if len(shown) == len(theme.lines):
            return sum(shown)
        unknown = theme.unknown.at(group)
        return None if unknown is None else self.size_of(group) - unknown

    def rate(self, theme: Theme, line: Line, group: int | None = None) -> int | None:
        """The percentage of the cases of which it is known; None where there is none."""
        count, known = line.at(group), self.known(theme, group)
        if count is None or known is None or known < self.thresholds.no_rate_below:
            return None
        return round(100 * count / known)


@dataclass(frozen=True, slots=True)
class Reported:
    """Signals with the instrument to say them in, on a day."""

    signals: Signals
    instrument: Instrument
    day: date
