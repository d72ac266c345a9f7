"""What the columns of a table mean: which answer a question, which go along, which come out.

Knows no database and no file. What a question, an option or a group is called in a table is settled
here, for every engine that reads one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from integraal.engine.program import Program
from integraal.model.finding import Place, faulty
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.sheet import CASE

PROMISED = (
    CASE,
    "level",
    "reach",
    "settled",
    "provisional",
    "current",
    "feasible",
    "direction",
    "rules",
    "rules_open",
    "outcomes",
    "actions",
    "version",
    "fingerprint",
)
"""The columns that every result has, in their order; those of groups come after them."""
REJECTED = ("line", "column", "kind", "length", "reason")
"""Columns of the rejects: where, what shape the value had, and why; never the value itself. Those
of a folder have `file` as well."""
READABLE = "integraal_readable"
"""Column that says whether a record could be told apart."""
FORMULA = "=+-@\t\r"
"""Signs with which a spreadsheet takes a cell for a formula."""
YES = ("ja", "yes", "oui", "1", "true", "x", "waar", "vrai")
NO = ("nee", "no", "non", "0", "false", "onwaar", "faux")


@dataclass(frozen=True, slots=True)
class Request:
    """What every engine must know to evaluate a table."""

    program: Program
    translated: tuple[Instrument, ...]
    """The instrument in other languages, for labels."""
    not_known: tuple[str, ...]
    """Words with which a cell says that nobody knows, in lower case."""
    source: Path | str
    """The table, as its user calls it."""
    groups: tuple[str, ...] = field(default=(), kw_only=True)
    """Columns to copy into the result: a region, a period, a team."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that a cell may hold besides ids, in lower case."""

    not_known: tuple[str, ...]
    """That nobody knows."""
    labels: Mapping[str, str]
    """Labels of options, with the option's id."""


@dataclass(frozen=True, slots=True)
class Used:
    """A question, and the columns that answer it."""

    question: Question
    columns: tuple[str, ...]
    """One column; or, for a choose-several question, one for each option, `question.option`."""
    words: Vocabulary
    by_option: bool = False


@dataclass(frozen=True, slots=True)
class Matched:
    """Which columns of a table answer which questions."""

    used: tuple[Used, ...]
    unknown: tuple[str, ...]
    """Columns that are no question; they are named and never copied."""
    groups: tuple[str, ...]
    """Columns that are copied because they were asked for."""


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
    other_sheets: tuple[str, ...] = ()
    """Of a workbook, the sheets with something on them that were not read."""
    past_date: tuple[str, ...] = ()
    """Of a folder, the case files that may not be kept any longer."""

    def check(self, source: Path | str) -> None:
        """Hold the promise that what goes in comes out or is rejected.

        Raises:
            Faulty: if the counts do not add up.
        """
        if self.records != self.answered + self.rejected:
            counts = {name: getattr(self, name) for name in ("records", "answered", "rejected")}
            raise faulty("records-uncounted", source, **counts)


def check_names(names: Sequence[str], place: Place) -> None:
    """Refuse names of columns that nobody could tell apart.

    Raises:
        Faulty: if there are none, or one is empty or stands there twice.
    """
    if not any(names):
        raise faulty("no-columns", place)
    # To a database `Regio` and `regio` are one name.
    counts = Counter(name.casefold() for name in names)
    for name in names:
        if not name or counts[name.casefold()] > 1:
            raise faulty("column-twice", place, column=name)


def match_columns(request: Request, columns: Sequence[str]) -> Matched:
    """Find the columns that answer a question, by its id or by `question.option`, and the groups.

    Raises:
        Faulty: if there is no column with the names of the cases, none with an answer, two ways to
            answer one question, or a group that is not there or may not be copied.
    """
    place = Place(str(request.source), 1, 1)
    instrument = request.program.instrument
    if CASE not in columns:
        raise faulty("no-case-column", place, column=CASE)
    asked = {question.id for question in instrument.questions()}
    for column in columns:
        question = column.partition(".")[0]
        if column not in asked and question in columns and question in asked:
            raise faulty("asked-two-ways", place, column=column, question=question)
    for group in request.groups:
        if group not in columns:
            known = ", ".join(name for name in columns if name != CASE)
            raise faulty("no-such-column", place, column=group, known=known)
        if group in PROMISED or group in asked or group.startswith(tuple(FORMULA)):
            raise faulty("no-group-column", place, column=group)
    used = tuple(
        Used(question, found, _vocabulary(request, question), found != (question.id,))
        for question in instrument.questions()
        if (found := _answering(question, columns))
    )
    if not used:
        raise faulty("no-question-column", place, instrument=instrument.id)
    taken = {CASE, *request.groups, *(name for one in used for name in one.columns)}
    return Matched(used, tuple(name for name in columns if name not in taken), request.groups)


def _answering(question: Question, columns: Sequence[str]) -> tuple[str, ...]:
    if question.id in columns or question.kind is not Kind.SEVERAL:
        return (question.id,) if question.id in columns else ()
    options = (f"{question.id}.{option}" for option in question.option_ids)
    return tuple(name for name in options if name in columns)


def _vocabulary(request: Request, question: Question) -> Vocabulary:
    translated = (each.question(question.id) for each in request.translated)
    return Vocabulary(request.not_known, labels_of(question, translated))


def labels_of(question: Question, translated: Iterable[Question]) -> dict[str, str]:
    """List the words that stand for an option, in any language; none that could mean two."""
    found: dict[str, str] = {}
    unclear: set[str] = set()
    for each in (question, *translated):
        for option in each.options:
            for word in (option.id.casefold(), option.label.casefold()):
                if found.setdefault(word, option.id) != option.id:
                    unclear.add(word)
    own = {option.casefold() for option in question.option_ids}
    return {word: option for word, option in found.items() if word not in unclear - own}


def group_name(number: int) -> str:
    """Name the column that holds a group, whatever the table calls it."""
    return f"group_{number}"
