"""Read a case file: a pseudonym, and answers at one or more moments."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from integraal.model.answers import DONT_KNOW, NONE_OF_THESE, Answer, Answers, answer_value, several
from integraal.model.case import Case
from integraal.model.codes import shown_options
from integraal.model.finding import Faulty, Finding, Place, Severity, faulty
from integraal.model.instrument import Instrument, Kind, Question, Retired
from integraal.reading.cases.days import PAST_ITS_DATE, after_today, gone, other_version
from integraal.reading.cases.moment_reader import MomentReader, parted
from integraal.reading.numbers import misfit_finding, number_in
from integraal.reading.shapes.case import CaseShape
from integraal.reading.shapes.fit import fit, nearest, strange
from integraal.reading.trees import read_tree
from integraal.reading.yaml_tree import Mapping, Node, Scalar, Sequence, below, find, items

Elsewhere = Callable[[str], Question | None]
"""Finds a question that another instrument asks, by its id or an old name."""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as read, and what was remarkable about it."""

    case: Case
    notes: tuple[Finding, ...]
    """Warnings: answers that moved to another name, a file past its date."""


def read_case(path: Path, instrument: Instrument, elsewhere: Elsewhere) -> CaseFile:
    """Read a case file.

    Raises:
        Faulty: with every fault in it.
    """
    return case_from_tree(read_tree(path), instrument, elsewhere)


def case_from_tree(tree: Node, instrument: Instrument, elsewhere: Elsewhere) -> CaseFile:
    """Read a case from a YAML tree.

    Raises:
        Faulty: with every fault in it.
    """
    if not isinstance(tree, Mapping):
        raise faulty("not-a-mapping", tree.place, key="")
    shape, misfits = fit(CaseShape, tree)
    reader = _AnswerReader(instrument, elsewhere)
    if shape is None:
        # The answers can be looked at all the same, so that all faults are said at once.
        for node in (tree, *items(tree.get("moments"))):
            reader.answers(below(node, "answers"))
        raise Faulty([*misfits, *reader.findings])
    moment_reader = MomentReader(instrument, reader.answers)
    moments = moment_reader.moments(shape, tree)
    found = (*moment_reader.findings, *reader.findings)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if errors:
        raise Faulty(
            _other_instrument(tree, shape, instrument) or gone(errors, moments, instrument)
        )
    land = shape.land or reader.land_of_others(moments[-1].answers)
    until_now, noted, ahead = parted(instrument, moments)
    case = Case(shape.casus, land, until_now, shape.keep_until, ahead, noted)
    notes = [
        *reader.findings,
        *_past_its_date(case, find(tree, ("keep_until",)).place),
        *after_today(case, tree),
        *other_version(case, tree, instrument),
    ]
    return CaseFile(case, tuple(notes))


def _other_instrument(
    tree: Mapping, shape: CaseShape, instrument: Instrument
) -> tuple[Finding, ...]:
    """Say once that a case is of another instrument, in place of a fault for every question."""
    used = dict.fromkeys(name for part in (shape, *shape.moments) for name in part.instruments)
    if not used or instrument.id in used:
        return ()
    place = (tree.key("instruments") or tree).place
    return (Finding.at("other-instrument", place, instruments=", ".join(used)),)


def read_answers(
    node: Node | None, instrument: Instrument, elsewhere: Elsewhere, land: str = ""
) -> tuple[Answers, tuple[Finding, ...]]:
    """Read what stands under `answers`; say what is wrong or remarkable about it."""
    reader = _AnswerReader(instrument, elsewhere)
    answers = reader.answers(node, land)
    return answers, tuple(reader.findings)


def _past_its_date(case: Case, place: Place) -> list[Finding]:
    if case.keep_until is None or case.keep_until >= date.today():
        return []
    return [Finding.warning(PAST_ITS_DATE, place, day=case.keep_until.isoformat())]


_MOST_GUESSED = 500
"""Beyond so many words that are no question nobody reads what each may have meant."""


@dataclass
class _AnswerReader:
    instrument: Instrument
    elsewhere: Elsewhere
    findings: list[Finding] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """What went away and was said, once for all moments."""
    guessed: int = 0
    """For how many words the nearest question was looked for."""
    of_others: dict[str, Question] = field(default_factory=dict)
    """By id, questions that only others ask, and that the case can answer at its top."""

    def retired(self, place: Place, word: str) -> None:
        if word not in self.told:
            self.told.add(word)
            self.findings.append(Finding.warning("retired", place, word=word))

    def has_retired(self, question: str, option: str = "") -> bool:
        return Retired(question, option) in self.instrument.retired

    def found(self, code: str, place: Place, suggestion: str = "", **details: Any) -> None:
        self.findings.append(Finding.at(code, place, suggestion=suggestion, **details))

    def moved(self, place: Place, old: str, new: str) -> None:
        self.findings.append(Finding.warning("moved", place, old=old, new=new))

    def answers(self, node: Node | None, land: str = "") -> Answers:
        """Read the answers of one moment; what the case says of itself is an answer too."""
        answers = self._answers(node)
        for question in (*self.instrument.every_question(), *self.of_others.values()):
            if not question.from_case or land not in question.option_ids:
                continue
            if question.id not in answers:
                answers = answers.with_answer(question.id, land)
            elif answers[question.id] != land and node is not None:
                key = node.key(question.id) if isinstance(node, Mapping) else None
                self.found("answered-twice", (key or node).place, question=question.id)
        return answers

    def land_of_others(self, answers: Answers) -> str:
        """The country that answers to questions of other instruments name; empty for none."""
        said = (answers[name] for name in self.of_others if answers.known(name))
        return next(map(str, said), "")

    def _answers(self, node: Node | None) -> Answers:
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return Answers()
        if not isinstance(node, Mapping):
            self.found("not-a-mapping", node.place, key="answers")
            return Answers()
        given: dict[str, Answer] = {}
        for key, value in node.entries:
            question = self._question(key)
            answer = self._answer(question, value) if question else None
            if question is None or answer is None:
                continue
            if question.id in given:
                answer = self._answered_by_two_names(question, given[question.id], answer, key)
            given[question.id] = answer
        return Answers(given)

    def _answered_by_two_names(
        self, question: Question, one: Answer, other: Answer, key: Scalar
    ) -> Answer:
        """Take the answer of the highest need; not knowing goes before all but the highest.

        Two old names may have become one question. A file that gave both is no fault.
        """
        order = (*question.option_ids[:-1], DONT_KNOW, *question.option_ids[-1:])
        if question.kind is not Kind.ONE:
            self.found("answered-twice", key.place, question=question.id)
            return other
        taken = max(one, other, key=order.index)
        if one != other:
            words = {"one": one, "other": other, "taken": taken}
            details = {name: str(answer_value(answer)) for name, answer in words.items()}
            code, details = "answered-by-two-names", {"question": question.id, **details}
            self.findings.append(Finding.warning(code, key.place, **details))
        return taken

    def _question(self, key: Scalar) -> Question | None:
        name = key.value or ""
        asked = {question.id: question for question in self.instrument.every_question()}
        for renamed in self.instrument.renamed:
            if not renamed.option and renamed.question == name and name not in asked:
                self.moved(key.place, name, renamed.to)
                name = renamed.to
        question = asked.get(name) or self.elsewhere(name)
        if question is not None and question.from_case and question.id not in asked:
            self.of_others[question.id] = question
        if question is not None and question.id != name:
            self.moved(key.place, name, question.id)
            question = asked.get(question.id, question)
        if self.has_retired(name) or (question is not None and question.retired):
            self.retired(key.place, name)
            return None
        if question is None:
            self.guessed += 1
            meant = nearest(name, list(asked)) if self.guessed <= _MOST_GUESSED else ""
            self.found("no-such-question", key.place, meant, question=name)
        return question

    def _answer(self, question: Question, node: Node) -> Answer | None:
        """Read one answer; None when it was left empty or is wrong."""
        if isinstance(node, Scalar) and node.value is None:
            return None
        if isinstance(node, Scalar) and node.value == DONT_KNOW.value:
            return DONT_KNOW
        if question.kind is Kind.SEVERAL:
            return self._several(question, node)
        if not isinstance(node, Scalar) or node.value is None:
            self.found("one-answer", node.place, question=question.id)
            return None
        if question.kind is Kind.ONE:
            return self._option(question, node)
        if question.kind is Kind.TEXT:
            return node.value
        return self._number(question, node.value, node.place)

    def _number(self, question: Question, word: str, place: Place) -> float | None:
        number = number_in(word)
        if number is None:
            self.found("not-a-number", place, owner=question.id)
            return None
        misfit = question.numbers.misfit(number)
        if misfit is not None:
            self.findings.append(misfit_finding(question, misfit, word, place))
        return None if misfit else number

    def _several(self, question: Question, node: Node) -> Answer | None:
        items = node.items if isinstance(node, Sequence) else (node,)
        words = [item.value for item in items if isinstance(item, Scalar)]
        if len(words) == 1 and words[0] == NONE_OF_THESE:
            return frozenset()
        if NONE_OF_THESE in words:
            self.found("none-and-some", node.place, question=question.id)
            return None
        gone = [word for word in words if self.has_retired(question.id, word or "")]
        for word in gone:
            self.retired(node.place, word or "")
        # Whoever chose what is no longer there did not say no to what came in its place.
        unsure = DONT_KNOW.value in words or bool(gone)
        passed = (DONT_KNOW.value, *gone)
        chosen = [
            self._option(question, item)
            for item in items
            if not (isinstance(item, Scalar) and item.value in passed)
        ]
        if None in chosen:
            return None
        options = (option for option in chosen if option is not None)
        return several(options, question.option_ids, unsure=unsure)

    def _option(self, question: Question, node: Node) -> str | None:
        word = node.value if isinstance(node, Scalar) else None
        if word is None:
            self.found("one-answer", node.place, question=question.id)
            return None
        if self.has_retired(question.id, word):
            self.retired(node.place, word)
            return None
        for renamed in self.instrument.renamed:
            if (renamed.question, renamed.option) == (question.id, word):
                self.moved(node.place, word, renamed.to)
                word = renamed.to
        if word in question.option_ids:
            return word
        none = (NONE_OF_THESE,) if question.kind is Kind.SEVERAL else ()
        shown = (option.id for option in shown_options(question))
        known = (*shown, *none, DONT_KNOW.value)
        details = {"question": question.id, "option": word}
        self.findings.append(strange("no-such-option", node.place, word, known, **details))
        return None
