"""Read a folder of case files as a table: one row for the last moment of each.

Of a file that is refused, the answers that can be read still tell of danger.
"""

import csv
import errno
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from integraal.batch.columns import Remark
from integraal.batch.heard import heard_in_file
from integraal.batch.table.source import AHEAD, FILE, NUMBER
from integraal.engine.dangers import danger_ids, watched_by
from integraal.engine.program import Program
from integraal.model.answers import NONE_OF_THESE, Answer, Answers, answer_value
from integraal.model.case import Case, Moment
from integraal.model.case.decisions import decided_now
from integraal.model.case.timeline import look
from integraal.model.finding import Faulty, Finding
from integraal.model.instrument import Kind, Question
from integraal.model.sheet import DECIDED
from integraal.privacy.case_check import check_texts, doubts
from integraal.reading.cases.case_instruments import check_answered_here
from integraal.reading.cases.casefile import read_case
from integraal.reading.cases.days import ABOUT_DAYS, OTHER_VERSION
from integraal.reading.cases.remarks import remarks_in
from integraal.reading.files import is_utf8, whatever_reads
from integraal.reading.folders import yaml_files

_TOLD_OF_FILES = (*ABOUT_DAYS, OTHER_VERSION, "text-may-identify")
_SAME_CASE = "same-case"
_TOO_LONG = "path-too-long"


@dataclass
class CaseFolder:
    """The case files of a folder, and those that could not be read."""

    folder: Path
    program: Program
    elsewhere: Callable[[str], Question | None]
    groups: tuple[str, ...] = ()
    """Columns that are copied into the result."""
    unreadable: list[tuple[int, str, str, str]] = field(default_factory=list)
    """Place among the files, counted from 1, the file, the code of what is wrong, and the dangers
    that its answers make true."""
    days: dict[str, list[str]] = field(default_factory=dict)
    """What is to be said of days and versions, with the files it is said of."""
    moved: dict[tuple[str, str], None] = field(default_factory=dict)
    """Old names of questions and options, each with the name under which it was read."""
    differing: Counter[str] = field(default_factory=Counter)
    """How many files answer a question differently under an old and a new name."""
    keep_until: list[date] = field(default_factory=list)
    """Until when the cases may be kept that say so."""
    ahead: dict[int, tuple[Moment, ...]] = field(default_factory=dict)
    """By the place of a file, its moments after today."""
    _cases: dict[str, str] = field(default_factory=dict)
    """Each with the first file about it; browsers call what is saved again `C-12 (1).yaml`."""
    _shut: dict[Path, str] = field(default_factory=dict)
    """Folders that could not be looked into, each with the reason."""

    def files(self) -> list[Path]:
        """List the case files, in the order of their names, and what nobody could look into.

        What comes or goes after the first look makes no difference to what is in the list.
        """
        return self._listed

    @cached_property
    def _listed(self) -> list[Path]:
        def shut(error: OSError) -> None:
            reason = _TOO_LONG if error.errno == errno.ENAMETOOLONG else "unreadable-folder"
            self._shut[Path(os.fsdecode(error.filename))] = reason

        return sorted([*yaml_files(self.folder, shut), *self._shut])

    def write_csv(self, path: Path) -> Path:
        """Write the cases as a table; remember which could not be read."""
        asked = [q for q in self.program.every_question.values() if q.kind is not Kind.TEXT]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            head = [NUMBER, FILE, AHEAD, "casus", *self._noted, *(one.id for one in asked)]
            writer.writerow(head)
            writer.writerows(self._rows(asked))
        return path

    def _rows(self, asked: list[Question]) -> Iterator[list[str]]:
        for number, path in enumerate(self.files(), 1):
            name = str(path.relative_to(self.folder))
            if (reason := self._shut.get(path)) or not is_utf8(name):
                told = reason or "name-not-utf8"
                self.unreadable.append((number, name, told, self._urgent(path)))
                continue
            try:
                found = read_case(path, self.program.instrument, self.elsewhere)
                remarks = remarks_in(whatever_reads(path))
                check_texts(found.case, path, remarks)
                check_answered_here(found.case, self.program.instrument, name)
            except Faulty as faulty:
                reason = _TOO_LONG if _is_too_long(path) else faulty.findings[0].code
                self.unreadable.append((number, name, reason, self._urgent(path)))
                continue
            self._note(name, (*found.notes, *doubts(found.case, path, remarks)))
            self._note_case(found.case.id, name)
            if found.case.keep_until:
                self.keep_until.append(found.case.keep_until)
            answers = look(self.program.instrument, found.case).answers
            yield [
                str(number),
                name,
                self._said_ahead(number, found.case, answers),
                found.case.id,
                *(_decided(found.case, self.program) for _ in self._noted),
                *(cell_of(answers.get(question.id), question) for question in asked),
            ]

    def _note_case(self, case: str, name: str) -> None:
        """Remember which files are about one case: each of them counts."""
        first = self._cases.setdefault(case, name)
        if first != name:
            files = self.days.setdefault(_SAME_CASE, [])
            files += [one for one in (first, name) if one not in files]

    def _note(self, name: str, notes: Iterable[Finding]) -> None:
        """Remember what is remarked about a file."""
        told = [(note.code, dict(note.details)) for note in notes]
        for code in dict.fromkeys(code for code, _ in told if code in _TOLD_OF_FILES):
            self.days.setdefault(code, []).append(name)
        self.moved |= {(said["old"], said["new"]): None for code, said in told if code == "moved"}
        self.moved |= {(said["word"], ""): None for code, said in told if code == "retired"}
        two = {said["question"] for code, said in told if code == "answered-by-two-names"}
        self.differing.update(two)

    @property
    def _noted(self) -> tuple[str, ...]:
        """The column with what people decided, where somebody asked for it."""
        return (DECIDED,) if DECIDED in self.groups else ()

    def remarks(self) -> tuple[tuple[Remark, int], ...]:
        """What there is to say of two names, and of how many files."""
        return tuple((Remark(name, ""), count) for name, count in self.differing.items())

    def _urgent(self, path: Path) -> str:
        return ";".join(heard_in_file(self.program, self._watched, self.elsewhere, path).ids)

    def _said_ahead(self, number: int, case: Case, answers: Answers) -> str:
        """The dangers that only moments of a case after today make true."""
        if not case.ahead:
            return ""
        self.ahead[number] = case.ahead
        said = partial(danger_ids, self.program, self._watched, answers)
        later = said(*(moment.answers for moment in case.ahead))
        return ";".join(name for name in later if name not in said())

    @cached_property
    def _watched(self) -> tuple[Program, ...]:
        return watched_by(self.program)


def _decided(case: Case, program: Program) -> str:
    """The level or route that people chose instead of the advice; empty where they chose none."""
    found = decided_now(case, program.instrument.id)
    return (found.decision.level or found.decision.outcome) if found else ""


def _is_too_long(path: Path) -> bool:
    try:
        path.lstat()
    except OSError as error:
        return error.errno == errno.ENAMETOOLONG
    return False


def cell_of(answer: Answer | None, question: Question) -> str:
    """Write an answer as it stands in a table; empty when there is none."""
    if answer is None:
        return ""
    value = answer_value(answer, question.option_ids)
    return (";".join(value) or NONE_OF_THESE) if isinstance(value, list) else str(value)
