"""Help lines: whom to call, with what a caller must know beforehand, checked on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from integraal.model.text import Text


class Caller(Enum):
    """Who may call."""

    PROFESSIONAL = "professional"
    ADULT = "adult"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One number to call. A fact, with the page that says so and the day it was checked."""

    id: str
    name: Text
    """As the organisation calls itself, in its own language; what has no name, in the reader's."""
    number: str
    countries: tuple[str, ...]
    """`nl`, `be`, or both."""
    for_whom: Text
    callers: tuple[Caller, ...]
    reachable_from: tuple[str, ...]
    """Countries from which it surely works; `eu` for all of the European Union."""
    languages: tuple[str, ...]
    """In which one can speak there."""
    hours: Text
    cost: Text
    source: str
    """The public page that confirms the number."""
    checked: date
    """When the line was last laid beside public pages."""
    also: str = ""
    """A second number of the same line."""
    community: str = ""
    """In Belgium, whose it is: `vlaams`, `frans` or `duits`; empty for the whole country."""
    site: str = ""
    """Where the organisation itself says how it is now."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every number of the line."""
        return (self.number, self.also) if self.also else (self.number,)

    def serves(self, country: str) -> bool:
        """Whether it is for a country; an empty one stands for all.

        >>> from integraal.reading.library import Library
        >>> line = Library().help_lines().line("1712")
        >>> line.serves("be"), line.serves("nl"), line.serves("")
        (True, False, True)
        """
        return not country or country in self.countries


def by_country(lines: Iterable[HelpLine]) -> tuple[HelpLine, ...]:
    """Lines for everybody first, then those of each country together; else in their own order.

    Within a country those for all of it come before those of one community.
    """

    def place(line: HelpLine) -> tuple[bool, str, bool]:
        is_local = len(line.countries) == 1
        return is_local, line.countries[0] if is_local else "", bool(line.community)

    return tuple(sorted(lines, key=place))


@dataclass(frozen=True, slots=True)
class HelpLines:
    """All lines of one file, in its order: those for the worst first."""

    id: str
    lines: tuple[HelpLine, ...]
    written_in: str = "nl"
    """The language in which its file is."""

    def line(self, wanted: str) -> HelpLine:
        """The line with this id; KeyError when there is none."""
        return next(line for line in self.chosen([wanted]))

    def chosen(self, wanted: Iterable[str]) -> tuple[HelpLine, ...]:
        """The lines with these ids, in the order of the file.

        Raises:
            KeyError: if there is no line with one of them.
        """
        ids = frozenset(wanted)
        if strange := ids - {line.id for line in self.lines}:
            raise KeyError(min(strange))
        return tuple(line for line in self.lines if line.id in ids)
