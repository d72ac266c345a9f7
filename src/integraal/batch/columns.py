"""What the columns of a table are: which answer a question, which go along, which come out.

Knows no database and no file.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from integraal.engine.program import Program
from integraal.model.finding import Finding, Place, faulty
from integraal.model.instrument import Instrument, Question
from integraal.model.results.table_check import Seen
from integraal.model.sheet import CASE, RESULT, URGENT

PROMISED = RESULT
"""The columns that every result has, in their order; those of groups come after them."""
REJECTED = ("line", "column", "kind", "length", "reason", URGENT)
"""Columns of the rejects: where, what shape the value had, and why; never the value itself; and
the dangers that the other answers of the record make true. Those of a folder have `file` as well.
"""
READABLE = "integraal_readable"
"""Column that says whether a record could be told apart."""
MOST_COLUMNS = 1000
"""All instruments together have a quarter of it, with a column for each option. Each column takes
time whatever is in it: in JSON so many take four seconds, and five times as many took forty."""
YES = ("ja", "yes", "oui", "j", "y", "x", "1", "1.0", "true", "waar", "vrai")
NO = ("nee", "no", "non", "n", "0", "0.0", "false", "onwaar", "faux")
"""How people and programs write yes and no, in lower case."""


@dataclass(frozen=True, slots=True)
class Request:
    """What every engine must know to evaluate a table."""

    program: Program
    translated: tuple[Instrument, ...]
    """The instrument in other languages, for labels, and those whose dangers are watched."""
    not_known: tuple[str, ...]
    """Words with which a cell says that nobody knows, in lower case."""
    source: Path | str
    """The table, as its user calls it."""
    groups: tuple[str, ...] = field(default=(), kw_only=True)
    """Columns to copy into the result: a region, a period, a team."""
    elsewhere: Callable[[str], Question | None] = field(default=lambda _: None, kw_only=True)
    """Finds a question that another instrument asks, by its id or an old name."""
    may_be_near: bool = field(default=False, kw_only=True)
    """Whether a column may be left out whose name is nearly that of a question or an option."""
    may_be_few: bool = field(default=False, kw_only=True)
    """Whether fewer records than FEW may stand together by the columns that are copied."""
    keep_until: date | None = field(default=None, kw_only=True)
    """Until when the result may be kept at most; None for a result without such a column."""
    sheets: tuple[str, ...] = field(default=(), kw_only=True)
    """Of a workbook, the sheets to read; without, those with cases."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that a cell may hold besides ids, in lower case."""

    not_known: tuple[str, ...]
    """That nobody knows."""
    labels: Mapping[str, str]
    """Labels and old names of options, with the option's id."""
    old: Mapping[str, str] = field(default_factory=dict)
    """The old names among those, as they were written."""
    retired: tuple[str, ...] = ()
    """Options that went away: as good as not known."""


@dataclass(frozen=True, slots=True)
class Used:
    """A question, and the columns that answer it."""

    question: Question
    columns: tuple[str, ...]
    """One column, or more under the names that became this question; or, for a choose-several
    question, one for each option, `question.option`."""
    words: Vocabulary
    options: tuple[str, ...] = ()
    """The option that each column is about, where they are about one each."""

    @property
    def by_option(self) -> bool:
        """Whether there is a column for each option."""
        return bool(self.options)

    @property
    def by_two_names(self) -> bool:
        """Whether several columns became one question."""
        return len(self.columns) > 1 and not self.options


@dataclass(frozen=True, slots=True)
class Matched:
    """Which columns of a table answer which questions."""

    used: tuple[Used, ...]
    unknown: tuple[str, ...]
    """Columns that are no question; they are named and never copied."""
    groups: tuple[str, ...]
    """Columns that are copied because they were asked for."""
    moved: tuple[tuple[str, str], ...] = ()
    """Columns with an old name, each with the name under which it was read; empty for what is no
    longer asked."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about old names that shows only in the cells."""

    question: str
    old: str
    """The old id of an option; or the columns that answer one question differently. Empty where
    case files do so."""
    new: str = ""
    """The new id of the option; empty where two columns differ."""
    retired: bool = False
    """Whether the option is no longer there."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of the records."""

    records: int
    """In the table, its header not counted."""
    answered: int
    rejected: int
    encoding: str
    unknown_columns: tuple[str, ...]
    reasons: tuple[tuple[str, int], ...]
    """How many were rejected for each reason."""
    seen: Seen = field(default_factory=Seen)
    days: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Of a folder, what is to be said of days and versions, with the case files it is said of."""
    strays: int = 0
    """Bytes that are no UTF-8, in a file that is; each stands there as a mark of replacement."""
    in_danger: int = 0
    """How many were answered that say that somebody may be in danger."""
    rejected_in_danger: int = 0
    """How many were rejected of which the other answers say so."""
    moved: tuple[tuple[str, str], ...] = ()
    """Columns with an old name, each with the name under which it was read."""
    remarks: tuple[tuple[Remark, int], ...] = ()
    """What was read under old names, and in how many records."""
    few_in_group: int = 0
    """Of how many hardly any others have the same values in all columns that were copied."""
    doubts: tuple[Finding, ...] = ()
    """Columns in which somebody could perhaps be recognised."""
    torn: tuple[Finding, ...] = ()
    """What is wrong with lines that are no record, each kind by its first line."""

    def check(self, source: Path | str) -> None:
        """Hold the promise that what goes in comes out or is rejected.

        Raises:
            Faulty: if the counts do not add up.
        """
        if self.records != self.answered + self.rejected:
            counts = {name: getattr(self, name) for name in ("records", "answered", "rejected")}
            raise faulty("records-uncounted", source, **counts)


def clean_name(name: str) -> str:
    r"""The name of a column without what nobody sees: breaks, outer spaces, invisible signs.

    >>> clean_name("Gezins\u200bleden\u00a0"), clean_name(" Opmerking\nvan de wijk ")
    ('Gezinsleden', 'Opmerking van de wijk')
    """
    wide = unicodedata.normalize("NFKC", name)
    return " ".join("".join(sign for sign in wide if unicodedata.category(sign) != "Cf").split())


def is_head(cells: Iterable[str]) -> bool:
    """Whether these are the names of columns: of cases, or of the rejects that `batch` wrote.

    In rejects the name of the column of the cases can stand in any row.

    >>> is_head(["Naam", "Casus"]), is_head(["17", "casus", "letters"]), is_head(REJECTED)
    (True, True, True)
    """
    names = {clean_name(cell).casefold() for cell in cells}
    return CASE in names or names >= set(REJECTED[:-1])


def check_width(names: Sequence[str], place: Place) -> None:
    """Refuse more columns than anybody can use.

    Raises:
        Faulty: with the bound.
    """
    if len(names) > MOST_COLUMNS:
        raise faulty("too-many-columns", place, count=len(names), most=MOST_COLUMNS)


def check_names(names: Sequence[str], place: Place) -> None:
    """Refuse names of columns that nobody could tell apart.

    Raises:
        Faulty: if there are none, more than anybody can use, or one is empty or stands there twice.
    """
    check_width(names, place)
    if not any(names):
        raise faulty("no-columns", place)
    # To a database `Regio` and `regio` are one name.
    counts = Counter(name.casefold() for name in names)
    for name in names:
        if not name or counts[name.casefold()] > 1:
            raise faulty("column-twice", place, column=name)


def group_name(number: int) -> str:
    """Name the column that holds a group, whatever the table calls it."""
    return f"group_{number}"
