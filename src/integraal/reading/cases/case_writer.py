"""Write a case file: only what changed, with comments and lay-out kept."""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from integraal.model.answers import Answers, answer_value
from integraal.model.case import Agreement, Case
from integraal.model.finding import faulty
from integraal.model.instrument import Instrument, Renamed
from integraal.reading.cases.case_document import digest_of, dumped, loaded
from integraal.reading.cases.moment_writer import add_moment, moment_in
from integraal.reading.cases.note_writer import add_agreements
from integraal.reading.storage.atomic_write import write_atomically


class CaseWriter:
    """Keeps one case file up to date with the answers of one interview."""

    def __init__(
        self, path: Path, case: Case, instrument: Instrument, day: date | None = None
    ) -> None:
        """Begin with what the file holds now, or with a new file.

        Args:
            path: Of the file.
            case: As it was read, or a new one.
            instrument: Whose answers are written.
            day: Of the moment to which they belong, which may be a new one; None for the last one.
                Other moments stay as they are.

        Raises:
            Faulty: if the file exists and cannot be read.
        """
        # A link is followed, so that the file it points to is replaced and not the link.
        self.path = Path(os.path.realpath(path))
        self._instrument = instrument
        self._version = (instrument.id, instrument.version)
        exists = self.path.exists()
        self._digest = digest_of(self.path)
        self._document = loaded(self.path) if exists else _new(case)
        self._day = day or case.latest.day
        own = moment_in(self._document, self._day) if exists else self._document
        moved = _rename(own, instrument.renamed) if exists and own is not None else set()
        self._moment: Any = own
        self._is_new = not exists or own is None
        # What is on the disk, so that only what differs from it is written.
        there = (moment.answers for moment in case.every_moment if moment.day == self._day)
        is_there = exists and own is not None
        self._written = next(there, Answers()).without(*moved) if is_there else Answers()

    def save(self, answers: Answers) -> None:
        """Put these answers in the file, at the moment of their day.

        Raises:
            Faulty: if the file could not be written, or somebody else changed it meanwhile.
                What was in it is untouched.
        """
        if self._digest is not None and not (answers or self._written):
            return  # who answers nothing has not said that nothing is known any more
        self._begin()
        name, version = self._version
        versions = self._moment.setdefault("instruments", {})
        if str(versions.get(name)) != version:
            versions[name] = version
        answers_here = self._kept_at_top(answers)
        _update(self._moment, answers_here, self._written, self._instrument)
        self._write()
        self._written = answers

    def agree(self, agreements: Iterable[Agreement]) -> None:
        """Add agreements to the moment of these answers.

        Raises:
            Faulty: as `save`.
        """
        self._begin()
        add_agreements(self._moment, agreements)
        self._write()

    def _begin(self) -> None:
        if self._moment is None:
            self._moment = add_moment(self._document, self._day)

    def _write(self) -> None:
        if not self.is_on_disk:
            raise faulty("changed-on-disk", self.path, became=self._change())
        is_there, whole = self._digest is not None, dumped(self._document)
        self._digest = write_atomically(self.path, whole, overwrite=is_there)

    @property
    def is_on_disk(self) -> bool:
        """Whether what stands there is what was read or written last, or still nothing."""
        return digest_of(self.path) == self._digest

    def _change(self) -> str:
        if not self.path.exists():
            return "gone"
        return "new" if self._digest is None else "changed"

    def dated(self, day: date) -> None:
        """Put another day at the moment of these answers, from the next save on."""
        self._day = day
        if self._moment is not None and self._is_new:
            self._moment["moment"] = day
        else:
            self._moment = None  # what was noted there stays on its own day

    def _kept_at_top(self, answers: Answers) -> Answers:
        """Put what the case file says once where it belongs; give the other answers."""
        for question in self._instrument.questions():
            name, answer = question.id, answers.get(question.id)
            is_new = name not in (self._moment.get("answers") or ())
            if question.from_case and isinstance(answer, str) and is_new:
                self._document["land"] = answer
                answers = answers.without(name)
        return answers


def _new(case: Case) -> dict[str, Any]:
    document: dict[str, Any] = {
        "schema": "integraal/casus/1",
        "casus": case.id,
    }
    if case.country:
        document["land"] = case.country
    if case.keep_until:
        document["keep_until"] = case.keep_until
    document["moment"] = case.latest.day or date.today()
    return document


def _rename(moment: Any, renamed: Iterable[Renamed]) -> set[str]:
    """Rename questions in their old places.

    Returns: The questions of which an option was renamed, so that their answers must be rewritten.
    """
    answers: Any = moment.get("answers") or _map()
    for old in renamed:
        if not old.option and old.question in answers:
            place = list(answers).index(old.question)
            comment = answers.ca.items.get(old.question)
            answers.insert(place, old.to, answers.pop(old.question))
            if comment is not None:
                answers.ca.items[old.to] = comment
    return {old.question for old in renamed if old.option and old.question in answers}


def _update(moment: Any, answers: Answers, written: Answers, instrument: Instrument) -> None:
    """Change only the answers that differ, so that lay-out and comments stay.

    An answer that was taken back leaves its question with nothing behind it: taking the line out
    would take the comment below it along.
    """
    questions = {question.id: question for question in instrument.questions()}
    order = {name: number for number, name in enumerate(questions)}
    if moment.get("answers") is None:
        moment["answers"] = _map()
    lines = moment["answers"]
    for name in written:
        if name not in answers and name in order and name in lines:
            lines[name] = None
    for name, answer in answers.items():
        if name in lines and written.get(name) == answer:
            continue
        options = questions[name].option_ids if name in questions else None
        wanted = _flow(answer_value(answer, options))
        if name in lines:
            lines[name] = wanted
        else:
            here = order.get(name, len(order))
            before = sum(1 for other in lines if order.get(other, len(order)) < here)
            lines.insert(before, name, wanted)


def _map() -> Any:
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap()


def _flow(value: str | int | float | list[str]) -> Any:
    if not isinstance(value, list):
        return value
    from ruamel.yaml.comments import CommentedSeq

    line = CommentedSeq(value)
    line.fa.set_flow_style()
    return line
