"""Hear danger in records as somebody typed them, where no advice is made of them.

Nothing here is good enough for advice: a word too many does less harm than a word too few. A
column counts for the question that it nearly names, and a question that is answered twice keeps
every answer that it was given. How a table is opened, is for others to know.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

from integraal.batch.columns import YES, Request, clean_name
from integraal.batch.matching import Meaning, Naming, vocabulary
from integraal.batch.near_names import known_names, nearly
from integraal.engine.dangers import danger_ids, heard, watched_by
from integraal.engine.program import Program
from integraal.engine.sql.dangers import questions_in, table_dangers
from integraal.model.answers import Answer, Answers
from integraal.model.instrument import Kind, Question
from integraal.model.results.danger import Danger
from integraal.reading.cases.readable_answers import meant_option, readable_answers
from integraal.reading.files import whatever_reads
from integraal.reading.numbers import number_in

Pair = tuple[str, str]
"""The name of a column as it stands there, and what stands in a cell of it."""
_AROUND = " \t\r\n\"'[]()"
"""What may stand around a word without meaning anything."""
_NAMED = re.compile(r"(?<!\w)([A-Za-z][\w. -]{0,99}?)[\"']?\s*:\s*[\[\"']*([^\"',;\]}]+)")
"""A name and a word behind it, in an object that is broken, or is not quite one in JSON."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a record as it was typed makes true."""

    answers: Answers
    """Of contradicting answers, those that tell of most danger."""
    dangers: tuple[Danger, ...] = ()
    ids: tuple[str, ...] = ()
    """Of the dangers, as tables name them."""


@dataclass
class Hearing:
    """Hears danger in the records of one table."""

    request: Request
    _columns: dict[str, Meaning | None] = field(default_factory=dict)
    _known: dict[tuple[tuple[str, Answer], ...], Heard] = field(default_factory=dict)
    """What was heard before in the same answers: a large table has few different ones."""
    _slips: dict[tuple[str, str], str] = field(default_factory=dict)
    """The option that a word nearly names, by question; empty where it names none."""

    def record(self, pairs: Iterable[Pair]) -> Heard:
        """Hear what the cells of a record make true."""
        given = dict.fromkeys(answer for pair in pairs for answer in self._answers(*pair))
        said = tuple(given)
        if said not in self._known:
            self._known[said] = self._hear(said)
        return self._known[said]

    def line(self, text: str) -> Heard:
        """Hear what a line of JSON makes true, be it whole or broken."""
        return self.record(pairs_in(text))

    def file(self, path: Path) -> Heard:
        """Hear what a case file makes true, whatever is wrong with it."""
        program, elsewhere = self.request.program, self.request.elsewhere
        return heard_in_file(program, self._beside, elsewhere, path)

    def slips(self, words: Iterable[Pair]) -> dict[str, dict[str, str]]:
        """By question, the option that each word nearly names, if it names any.

        Args:
            words: Ids of questions of one choice, each with a word that is no answer to it.
        """
        found: dict[str, dict[str, str]] = {}
        for name, word in words:
            if meant := self._option(self._minded[name], word.strip(_AROUND).casefold()):
                found.setdefault(name, {})[word] = meant
        return found

    def _hear(self, said: tuple[tuple[str, Answer], ...]) -> Heard:
        answers = Answers()
        for name, answer in said:
            answers = answers if name in answers else answers.with_answer(name, answer)
        readings = [answers, *(answers.with_answer(*each) for each in said)]
        return _heard(self.request.program, self._beside, readings)

    def _answers(self, name: str, cell: str) -> Iterator[tuple[str, Answer]]:
        """The answer in a cell, where a danger can show from its question."""
        if name not in self._columns:
            self._columns[name] = self._meaning(name)
        meaning = self._columns[name]
        answer = self._answer(meaning, cell.strip(_AROUND).casefold()) if meaning else None
        if meaning and answer:
            yield meaning.question, answer

    def _answer(self, meaning: Meaning, word: str) -> Answer | None:
        """What a cell says; None or nothing where that is no answer."""
        question = self._minded[meaning.question]
        match question.kind:
            case Kind.ONE:
                return self._option(question, word)
            case Kind.SEVERAL if meaning.option:
                return frozenset({meaning.option} if word in YES else ())
            case Kind.SEVERAL:
                parts = (part.strip(_AROUND) for part in re.split("[;,|]", word))
                return frozenset(self._option(question, part) for part in parts) - {""}
            case Kind.NUMBER:
                number = number_in(word.replace(",", "."))
                return None if number is None or question.numbers.misfit(number) else number
            case Kind.TEXT:
                return None

    def _option(self, question: Question, word: str) -> str:
        """The option that a word stands or nearly stands for, in any language; else empty."""
        known = self._words[question.id]
        if word in known or word in question.option_ids:
            return known.get(word, word)
        if (question.id, word) not in self._slips:
            meant = meant_option(question, word)
            self._slips[question.id, word] = meant if meant in question.option_ids else ""
        return self._slips[question.id, word]

    def _meaning(self, name: str) -> Meaning | None:
        """What a column answers or nearly answers, if any danger can show from that."""
        cleaned = clean_name(name.strip(_AROUND))
        meaning = self._naming.meant_by(cleaned)
        if meaning is None and (near := nearly(cleaned, self._asked, self._names)):
            meaning = self._naming.meant_by(near)
        return meaning if meaning and meaning.question in self._minded else None

    @cached_property
    def _beside(self) -> tuple[Program, ...]:
        return watched_by(self.request.program)

    @cached_property
    def _naming(self) -> Naming:
        return Naming.of(self.request)

    @cached_property
    def _asked(self) -> list[Question]:
        return list(self._naming.questions.values())

    @cached_property
    def _names(self) -> dict[str, str]:
        return known_names(self._asked, self.request.translated)

    @cached_property
    def _minded(self) -> dict[str, Question]:
        """The questions from which a danger can show."""
        program = self.request.program
        nodes = (node for danger in table_dangers(program) for node in danger.nodes)
        ids = frozenset[str]().union(*(questions_in(node, program) for node in nodes))
        return {name: asked for name, asked in self._naming.questions.items() if name in ids}

    @cached_property
    def _words(self) -> dict[str, dict[str, str]]:
        """By question, the words that stand for an option."""
        return {
            name: dict(vocabulary(self.request, question, self._naming).labels)
            for name, question in self._minded.items()
        }


def heard_in_file(
    program: Program,
    beside: Sequence[Program],
    elsewhere: Callable[[str], Question | None],
    path: Path,
) -> Heard:
    """Hear what a case file makes true, whatever is wrong with it.

    Args:
        program: The instrument in view.
        beside: The others that watch.
        elsewhere: Finds a question that another instrument asks.
        path: The file.
    """
    readings = readable_answers(whatever_reads(path), program.instrument, elsewhere)
    return _heard(program, beside, readings)


def _heard(program: Program, beside: Sequence[Program], readings: Sequence[Answers]) -> Heard:
    ids = [danger_ids(program, beside, answers) for answers in readings]
    _, most = max(zip(ids, readings, strict=True), key=lambda each: len(each[0]))
    told = tuple(dict.fromkeys(chain.from_iterable(ids)))
    return Heard(most, heard((program, *beside), readings), told)


def pairs_in(text: str) -> list[Pair]:
    """The names in an object with what stands behind them, also one that stands there twice.

    >>> pairs_in('{"direct_gevaar": "ja", "direct_gevaar": "nee", "n": null}')
    [('direct_gevaar', 'ja'), ('direct_gevaar', 'nee'), ('n', '')]
    >>> pairs_in('"direct_gevaar": "ja", "draaglast": ')
    [('direct_gevaar', 'ja')]
    """
    try:
        found = json.loads(text, object_pairs_hook=list)
    except (ValueError, RecursionError):
        return [(name, word.strip()) for name, word in _NAMED.findall(text) if word.strip()]
    pairs = found if isinstance(found, list) else []
    return [(str(pair[0]), _text(pair[1])) for pair in pairs if isinstance(pair, tuple)]


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return ";".join(map(_text, value))
        case _:
            return str(value)
