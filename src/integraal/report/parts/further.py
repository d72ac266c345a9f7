"""What a page may say besides the advice: what fits next, and the services of a region."""

from dataclasses import dataclass

from integraal.model.services.help_line import HelpLine
from integraal.model.services.region import Region
from integraal.report.text import Inline


@dataclass(frozen=True, slots=True)
class Onward:
    """An instrument that fits next."""

    title: str
    because: str
    rests_on: str
    """What that reason rests on, in short."""
    command: str
    """What to type."""


@dataclass(frozen=True, slots=True)
class Further:
    """What a page may say that is not in the advice itself."""

    onward: tuple[Onward, ...] = ()
    region: Region | None = None
    lines: tuple[HelpLine, ...] = ()
    """Every help line, for a page for others than professionals."""
    whole: Inline = ()
    """How to see all of it, where a page is short."""


NOTHING = Further()
