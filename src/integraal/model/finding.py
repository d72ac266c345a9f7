"""Something wrong, or worth a look, in what somebody wrote: as data, so that it can be shown
to people, to editors and to machines alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any


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

    @classmethod
    def at(
        cls,
        code: str,
        place: object,
        /,
        *,
        suggestion: str = "",
        severity: Severity = Severity.ERROR,
        **details: object,
    ) -> "Finding":
        """Make a finding about a place, or about a whole file by its name.

        >>> finding = Finding.at("file-too-large", "casus.yaml", limit="1024 kB")
        >>> finding.place, finding.details
        (Place(file='casus.yaml', line=0, column=0, length=1, excerpt=''), (('limit', '1024 kB'),))
        """
        where = place if isinstance(place, Place) else Place(str(place))
        values = tuple((name, str(value)) for name, value in details.items())
        return cls(code, where, values, suggestion, severity)

    @classmethod
    def warning(
        cls, code: str, place: object, /, *, suggestion: str = "", **details: Any
    ) -> "Finding":
        """Make a finding that is worth a look, and stops nobody.

        >>> Finding.warning("nothing-to-read", "map").severity.value
        'warning'
        """
        severity = Severity.WARNING
        return cls.at(code, place, suggestion=suggestion, severity=severity, **details)


class Faulty(Exception):  # noqa: N818 - it is a state of a file, not a kind of error
    """What was read cannot be used; carries every fault that was found.

    >>> len(Faulty([Finding.at("empty-file", "casus.yaml")]).findings)
    1
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(map(self._in_brief, findings)))
        self.findings = tuple(findings)

    @staticmethod
    def _in_brief(finding: Finding) -> str:
        nearest = f" (nearest: {finding.suggestion})" if finding.suggestion else ""
        return f"{finding.place}: {finding.code}{nearest}"


def faulty(code: str, place: object, /, *, suggestion: str = "", **details: Any) -> Faulty:
    """Make the state of what has one fault, ready to be raised.

    >>> print(faulty("empty-file", "casus.yaml"))
    casus.yaml: empty-file
    """
    return Faulty([Finding.at(code, place, suggestion=suggestion, **details)])
