"""Something wrong, or worth a look, in what somebody wrote: as data, so that it can be shown
to people, to editors and to machines alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How serious a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is.

    >>> str(Place("casus.yaml", 4, 11))
    'casus.yaml:4:11'
    """

    file: str
    line: int = 0
    """1 for the first line; 0 when the finding is about the whole file."""
    column: int = 0
    """1 for the first character of the line."""
    length: int = 1
    """How many characters to underline."""
    excerpt: str = ""
    """The line itself; empty when there is none to show."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. Its sentence is in the interface words, under `code`."""

    code: str
    place: Place
    details: tuple[tuple[str, str], ...] = ()
    """Values for the sentence, by name."""
    suggestion: str = ""
    """The nearest thing that would have been right."""
    severity: Severity = Severity.ERROR


class Faulty(Exception):  # noqa: N818 - it is a state of a file, not a kind of error
    """What was read cannot be used; carries every fault that was found.

    >>> len(Faulty([Finding("empty-file", Place("casus.yaml"))]).findings)
    1
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(f"{f.place}: {f.code}" for f in findings))
        self.findings = tuple(findings)
