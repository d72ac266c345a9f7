"""Write the query that reads records as cases: a name, groups, and an answer for each question.

One query serves the evaluation, which takes the records without a fault, and the search for
rejects, which takes the others. Of a value that is no answer only the shape is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from integraal.batch.cells import Cells, answer_column
from integraal.batch.columns import READABLE, Matched, Remark, group_name
from integraal.batch.dialects import TableDialect
from integraal.engine.program import Program
from integraal.engine.sql.dangers import questions_in, table_dangers
from integraal.engine.sql.encoding import bits_of
from integraal.model.case import PSEUDONYM
from integraal.model.instrument import Kind, Question
from integraal.model.sheet import CASE

_LONG_NUMBER = "[0-9]([ ./_-]*[0-9]){7,}"
_IN_THREE = "[0-9]{1,4}[ ./_-]+[0-9a-zA-Z]+[ ./_-]+[0-9]{1,4}"
_ACCOUNT = "[a-zA-Z][a-zA-Z][0-9]{5}"
SUSPECT_NAME = f"{_LONG_NUMBER}|{_IN_THREE}|{_ACCOUNT}"
"""Names of cases that could be a number or a date of a person have this in them: all in which
`identifiers` finds anything, and some more."""
_NOTHING = "CAST(NULL AS STRING)"
_LONGER = 41
"""Letters that no slip of an option has; somebody tells something in them."""
UNREADABLE, MISSING, FORM, ANSWER, IDENTIFIES = REASONS = (
    "unreadable-record",
    "case-missing",
    "case-form",
    "no-such-answer",
    "case-identifies",
)
"""Why a record is rejected."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that can be wrong with a record."""

    column: str | None
    """As the table names it; None for the record as a whole."""
    value: str
    """Where the value stands, of which only the shape is told."""
    reason: str
    test: str


Slips = Mapping[str, Mapping[str, str]]
"""By question, the option that each word nearly names."""


@dataclass(frozen=True, slots=True)
class Records:
    """How the records of a table are read."""

    program: Program
    matched: Matched
    dialect: TableDialect
    identifies: str = ""
    """Condition that the name of a case identifies a person; empty where none does."""
    ahead: str = field(default="", kw_only=True)
    """Column with the dangers that only moments after today make true; empty where none is."""
    slips: Slips = field(default_factory=dict, kw_only=True)
    """What cells that are no answer nearly say, as far as danger shows from it."""

    @property
    def is_suspect(self) -> str:
        """The condition that the name of a case could be a number or a date of a person."""
        return f"coalesce({self.dialect.matches(CASE, SUSPECT_NAME)}, false)"

    @property
    def kept(self) -> tuple[str, ...]:
        """Columns of the table that go along as they are."""
        return (self.ahead,) if self.ahead else ()

    @property
    def groups(self) -> list[str]:
        """The columns that hold the groups, whatever the table calls them."""
        return [group_name(number) for number, _ in enumerate(self.matched.groups)]

    def columns(self) -> list[str]:
        """List the columns of the table with names of cases and with answers."""
        return [CASE, *(column for used in self.matched.used for column in used.columns)]

    def texts(self) -> list[str]:
        """List the columns of the table with free texts."""
        texts = (used for used in self.matched.used if used.question.kind is Kind.TEXT)
        return [column for used in texts for column in used.columns]

    def cells(self) -> list[Cells]:
        """List the questions with columns whose answers a rule can look at."""
        used = (one for one in self.matched.used if one.question.kind is not Kind.TEXT)
        return [Cells(one, self.dialect) for one in used]

    def cases(self, rows: str, kept: Iterable[str] = ()) -> str:
        """Write the query of all records, with their answers.

        Args:
            rows: Query of the records as texts.
            kept: Columns of it that go along as they are.
        """
        found = [
            f"{expression} AS {cells.found}"
            for cells in self.cells()
            if (expression := cells.found_in()) is not None
        ]
        named = zip(map(self.dialect.name, self.matched.groups), self.groups, strict=True)
        groups = (f"{column} AS {name}" for column, name in named)
        own = (*kept, *groups, *self._remarked(), *self._answers())
        listed = (READABLE, f"trim({CASE}) AS {CASE}", *own)
        return f"SELECT {', '.join(listed)} FROM (SELECT {', '.join(('*', *found))} FROM ({rows}))"

    @property
    def asked(self) -> list[Question]:
        """The questions that rules may look at: those of the instrument, and those watched."""
        every = self.program.every_question.values()
        return [question for question in every if question.kind is not Kind.TEXT]

    @property
    def answers(self) -> list[str]:
        """The columns that hold the answers."""
        return [answer_column(question, self.dialect) for question in self.asked]

    def readable_answers(self) -> list[str]:
        """Write the answers so that a danger can be looked for beside a fault.

        An answer that is none is unknown there; the others on which a danger hangs still count.
        """
        shown = {
            cells.answer: f"{self._heard(cells)} AS {cells.answer}"
            for cells in self.cells()
            if cells.used.question.id in self._minded
        }
        return [shown.get(answer, answer) for answer in self.answers]

    @property
    def _minded(self) -> frozenset[str]:
        """The questions on which a danger hangs."""
        nodes = (node for danger in table_dangers(self.program) for node in danger.nodes)
        return frozenset[str]().union(*(questions_in(node, self.program) for node in nodes))

    def _slipping(self) -> Iterator[tuple[Cells, str]]:
        """The cells in which a slip could be of danger, each with where it stands as given."""
        for cells in self.cells():
            if cells.used.question.id in self._minded and cells.used.question.kind is Kind.ONE:
                for name in cells.used.columns:
                    yield cells, _word(self._given(name))

    def slipped(self) -> str:
        """Write the list of words that are no answer to a question on which a danger hangs.

        Each with its question. Needs `given_cells`.
        """
        words = (
            f"CASE WHEN {cells.is_fault} AND length({word}) < {_LONGER}"
            f" THEN {self.dialect.record({'question': self._quoted(cells), 'word': word})} END"
            for cells, word in self._slipping()
        )
        is_there = self.dialect.function("one", "one IS NOT NULL")
        return f"filter({self.dialect.array(', '.join(words))}, {is_there})"

    @property
    def can_slip(self) -> bool:
        """Whether the table has cells in which a slip could be of danger."""
        return any(True for _ in self._slipping())

    def _quoted(self, cells: Cells) -> str:
        return self.dialect.text(cells.used.question.id)

    def _heard(self, cells: Cells) -> str:
        """Write what can be read of an answer, a word that is nearly one among it.

        Of several the highest need counts.
        """
        said = self.slips.get(cells.used.question.id)
        if not said:
            return cells.readable
        words = [_word(self._given(name)) for name in cells.used.columns]
        bits, cases = dict(bits_of(cells.used.question)), []
        for option in reversed(cells.used.question.option_ids):
            near = [word for word, meant in said.items() if meant == option]
            tests = [f"{cells.readable} = {bits[option]}"]
            tests += [self.dialect.one_of(word, near) for word in words if near]
            cases.append(f"WHEN {' OR '.join(tests)} THEN {bits[option]}")
        return f"CASE {' '.join(cases)} ELSE {cells.readable} END"

    def remarks(self) -> list[tuple[Remark, str]]:
        """What there is to say of old names in cells, each with the column that marks it."""
        found = list(self._remarks())
        return [(remark, f"remark_{number}") for number, (remark, _) in enumerate(found)]

    def _remarks(self) -> Iterator[tuple[Remark, str]]:
        for cells in self.cells():
            used = cells.used
            if used.by_two_names:
                yield Remark(used.question.id, ", ".join(used.columns)), cells.differ()
            if not used.by_option:
                for old, new in used.words.old.items():
                    yield Remark(used.question.id, old, new), cells.has_old(old)
                for old in used.words.retired:
                    yield Remark(used.question.id, old, retired=True), cells.has_old(old)

    def _remarked(self) -> Iterator[str]:
        for (_, test), (_, name) in zip(self._remarks(), self.remarks(), strict=True):
            yield f"{test} AS {name}"

    def given_cells(self) -> list[str]:
        """Write the cells that answer a question as they were given."""
        columns = (name for cells in self.cells() for name in cells.used.columns)
        return [f"{self.dialect.name(name)} AS {self._given(name)}" for name in columns]

    def is_faulty(self) -> str:
        """Write the condition that anything is wrong with a record."""
        return f"coalesce({' OR '.join(fault.test for fault in self.faults())}, false)"

    def faults(self) -> Iterator[Fault]:
        """Write what can be wrong with a record; the first is about the record as a whole."""
        yield from self._faults_of_case()
        for cells in self.cells():
            shown = cells.used.columns[0]
            yield Fault(shown, self._given(shown), ANSWER, cells.is_fault)

    def faults_by_cell(self) -> Iterator[Fault]:
        """Write what can be wrong with each cell, where a question may have a column an option.

        Needs `given_cells`. A record has one of these exactly when it has one of `faults`.
        """
        yield from self._faults_of_case()
        for cells in self.cells():
            for name in cells.used.columns:
                given, test = self._given(name), cells.is_fault
                if cells.used.by_option:
                    test = cells.says_nothing_known(given)
                elif cells.used.by_two_names:
                    test = cells.is_no_answer(given)
                yield Fault(name, given, ANSWER, test)

    def told(self) -> str:
        """Write the list of what is told of each fault of a record. Needs `given_cells`."""
        whole, *others = self.faults_by_cell()
        found = (f"CASE WHEN {fault.test} THEN {self._told(fault)} END" for fault in others)
        is_there = self.dialect.function("one", "one IS NOT NULL")
        listed = f"filter({self.dialect.array(', '.join(found))}, {is_there})"
        alone = self.dialect.array(self._told(whole))
        return f"CASE WHEN {whole.test} THEN {alone} ELSE {listed} END"

    def _told(self, fault: Fault) -> str:
        return self.dialect.record(
            {
                "column": self.dialect.text(fault.column) if fault.column else _NOTHING,
                "kind": self._kind(fault.value),
                "length": f"length({fault.value})",
                "reason": self.dialect.text(fault.reason),
            }
        )

    def _kind(self, value: str) -> str:
        """Write what kind of value it is, and nothing more."""
        digits, letters = (self.dialect.full_match(value, p) for p in ("[0-9]+", "[^0-9]*"))
        return (
            f"CASE WHEN coalesce({value}, '') = '' THEN 'empty' WHEN {digits} THEN 'digits'"
            f" WHEN {letters} THEN 'letters' ELSE 'mixed' END"
        )

    def _faults_of_case(self) -> Iterator[Fault]:
        yield Fault(None, _NOTHING, UNREADABLE, f"NOT {READABLE}")
        yield Fault(CASE, CASE, MISSING, f"coalesce({CASE}, '') = ''")
        form = f"({CASE} <> '' AND NOT {self.dialect.full_match(CASE, PSEUDONYM)})"
        yield Fault(CASE, CASE, FORM, form)
        if self.identifies:
            yield Fault(CASE, CASE, IDENTIFIES, self.identifies)

    def _answers(self) -> Iterator[str]:
        answered = {cells.used.question.id: cells.answer_of() for cells in self.cells()}
        for question in self.asked:
            empty = "CAST(NULL AS DOUBLE)" if question.kind is Kind.NUMBER else "0"
            answer = answered.get(question.id, empty)
            yield f"{answer} AS {answer_column(question, self.dialect)}"

    def _given(self, column: str) -> str:
        """Name the column that keeps a value as it was given."""
        return self.dialect.name(f"given {column}")


def _word(given: str) -> str:
    return f"lower(trim(coalesce({given}, '')))"
