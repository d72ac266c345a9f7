"""Write the query that reads records as cases: a name, groups, and an answer for each question.

One query serves the evaluation, which takes the records without a fault, and the search for
rejects, which takes the others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from integraal.batch.duckdb.cells import (
    Matched,
    Used,
    Vocabulary,
    answer_of,
    found_in,
    found_name,
    says_nothing_known,
)
from integraal.batch.table.source import READABLE, quoted_name
from integraal.engine.sql.encoding import answer_name, quoted
from integraal.model.instrument import Instrument, Kind

CASE = "casus"
_PSEUDONYM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
_LONG_NUMBER = "[0-9]([ ./_-]*[0-9]){7,}"
_IN_THREE = "[0-9]{1,4}[ ./_-]+[0-9a-zA-Z]+[ ./_-]+[0-9]{1,4}"
SUSPECT_NAME = f"{_LONG_NUMBER}|{_IN_THREE}"
"""Names of cases that could be a number or a date of a person have this in them: all in which
`identifiers` finds anything, and some more."""
IS_SUSPECT = f"coalesce(regexp_matches({CASE}, '{SUSPECT_NAME}'), false)"
"""Condition that the name of a case could be a number or a date of a person."""
IDENTIFYING = "identifying"
"""Type that lists the names of cases which are refused."""
IS_NAMED = f"(TRY_CAST({CASE} AS {IDENTIFYING}) IS NOT NULL)"
"""Condition that the name of a case is one of those."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that can be wrong with a record."""

    column: str | None
    """As the table names it; None for the record as a whole."""
    value: str
    """Where the value stands, of which only the shape is told."""
    reason: str
    test: str


@dataclass(frozen=True, slots=True)
class Records:
    """How the records of a table are read."""

    instrument: Instrument
    matched: Matched
    words: tuple[tuple[str, Vocabulary], ...]
    """For each question, what its cells may hold besides ids."""
    some_identify: bool = False
    """Whether the type IDENTIFYING lists names of cases that are refused."""

    def cases(self, rows: str, kept: Iterable[str] = ()) -> str:
        """Write the query of all records, with their answers.

        Args:
            rows: Query of the records as texts.
            kept: Columns of it that go along as they are.
        """
        kept = (READABLE, f"trim({CASE}) AS {CASE}", *kept)
        words = dict(self.words)
        found = [
            f"{expression} AS {found_name(used)}"
            for used in self.matched.used
            if (expression := found_in(used, words[used.question.id])) is not None
        ]
        groups = [
            f"{quoted_name(name)} AS {group_name(number)}"
            for number, name in enumerate(self.matched.groups)
        ]
        listed = ", ".join((*kept, *groups, *self._answers()))
        return f"SELECT {listed} FROM (SELECT {', '.join(('*', *found))} FROM ({rows}))"

    def is_faulty(self) -> str:
        """Write the condition that anything is wrong with a record."""
        return f"coalesce({' OR '.join(fault.test for fault in self.faults())}, false)"

    def faults(self) -> Iterator[Fault]:
        """Write what can be wrong with a record."""
        yield from self._faults_of_case()
        for used in self.answerable():
            shown = used.columns[0]
            yield Fault(shown, given_name(shown), "no-such-answer", used.is_fault)

    def faults_by_cell(self) -> Iterator[Fault]:
        """Write what can be wrong with each cell, where a question may have a column an option.

        Needs `given_cells`. A record has one of these exactly when it has one of `faults`.
        """
        words = dict(self.words)
        yield from self._faults_of_case()
        for used in self.answerable():
            for name in used.columns:
                given, test = given_name(name), used.is_fault
                if used.by_option:
                    test = says_nothing_known(given, words[used.question.id])
                yield Fault(name, given, "no-such-answer", test)

    def given_cells(self) -> list[str]:
        """Write the cells that answer a question as they were given."""
        columns = (name for used in self.answerable() for name in used.columns)
        return [f"{quoted_name(name)} AS {given_name(name)}" for name in columns]

    def _faults_of_case(self) -> Iterator[Fault]:
        yield Fault(None, CASE, "unreadable-record", f"NOT {READABLE}")
        yield Fault(CASE, CASE, "case-missing", f"coalesce({CASE}, '') = ''")
        form = f"NOT regexp_full_match({CASE}, {quoted(_PSEUDONYM)})"
        yield Fault(CASE, CASE, "case-form", f"({CASE} <> '' AND {form})")
        if self.some_identify:
            yield Fault(CASE, CASE, "case-identifies", IS_NAMED)

    def answerable(self) -> list[Used]:
        """List the questions with columns whose answers a rule can look at."""
        return [used for used in self.matched.used if used.question.kind is not Kind.TEXT]

    def _answers(self) -> Iterator[str]:
        words = dict(self.words)
        columns = {used.question.id: used for used in self.answerable()}
        for question in self.instrument.questions():
            used = columns.get(question.id)
            if question.kind is Kind.TEXT:
                continue
            if used is not None:
                yield f"{answer_of(used, words[question.id])} AS {used.answer}"
            elif question.kind is Kind.NUMBER:
                yield f"CAST(NULL AS DOUBLE) AS {quoted_name(question.id)}"
            else:
                yield f"0 AS {answer_name(question)}"


def group_name(number: int) -> str:
    """Name the column that holds a group, whatever the table calls it."""
    return f"group_{number}"


def given_name(column: str) -> str:
    """Name the column that keeps a value as it was given.

    >>> given_name("leefgebieden.wonen")
    '"given leefgebieden.wonen"'
    """
    return quoted_name(f"given {column}")
