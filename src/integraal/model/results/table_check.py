"""How a table is read, and what stands in the way; shapes of values, and never a value."""

from dataclasses import dataclass, field
from enum import StrEnum

from integraal.model.finding import Finding


class Role(StrEnum):
    """What a column is read as."""

    CASE = "case"
    QUESTION = "question"
    LIST = "list"
    """A question with several answers in one cell."""
    OPTION = "option"
    """Yes or no to one option of a question."""
    GROUP = "group"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Shape:
    """What refused values look like."""

    kind: str
    """`digits`, `letters`, `mixed` or `empty`."""
    length: int
    """In characters."""
    count: int


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A column, and what is in it."""

    name: str
    """As the table has it."""
    role: Role
    meaning: str = ""
    """The question, or `question.option`."""
    unknown: int = 0
    """Cells that are empty or say that nobody knows."""
    shapes: tuple[Shape, ...] = ()
    """Of the cells that are refused, the most frequent first."""

    @property
    def refused(self) -> int:
        """How many cells are no answer."""
        return sum(shape.count for shape in self.shapes)


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to say of how a table was read."""

    sheets: tuple[str, ...] = ()
    """Of a workbook, the sheets that were read."""
    others: tuple[str, ...] = ()
    """Of a workbook, the sheets with something on them that were not read."""
    passed: int = 0
    """Lines with something on them above the names of the columns, that were passed over."""
    merged: int = 0
    """Blocks of cells that are merged, so that only the first of each holds anything."""
    hidden_rows: int = 0
    """That were read all the same, like what follows."""
    hidden_columns: int = 0
    filters: int = 0


@dataclass(frozen=True, slots=True)
class TableCheck:
    """A table as `batch` would read it."""

    records: int
    rejected: int
    columns: tuple[ColumnRead, ...]
    reasons: tuple[tuple[str, int], ...]
    """How many records would be rejected for each reason."""
    doubles: int
    """Names of cases that stand there more than once."""
    double_records: int
    """Records with such a name."""
    in_danger: int
    """Records of which the answers say that somebody may be in danger, rejected or not."""
    encoding: str
    delimiter: str = ""
    """The sign between columns; empty where there is none."""
    strays: int = 0
    """Bytes that are no UTF-8, in a file that is; each stands there as a mark of replacement."""
    seen: Seen = field(default_factory=Seen)
    findings: tuple[Finding, ...] = ()
    """Names that are nearly those of questions, and lines that are no record."""

    @property
    def answered(self) -> int:
        """How many records would get advice."""
        return self.records - self.rejected
