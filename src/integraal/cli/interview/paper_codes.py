"""Read the codes of answers as people type them from paper: `A1b A2 j; B3-a B3-c B4?`.

Nothing is guessed and nothing is half taken: what is not understood voids the question it is about,
and no other. "B3a z" is not "B3a", which may say no where somebody said yes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from integraal.cli.interview.box_signs import Reading, Said, answer_of, fits, read_behind
from integraal.cli.interview.code_line import (
    Piece,
    ends_in_doubt,
    level_names,
    normal,
    pieces,
)
from integraal.cli.interview.paper_head import without_days
from integraal.model.answers import Answer
from integraal.model.codes import CHECK, form_check, question_codes
from integraal.model.instrument import Instrument, Kind, Question
from integraal.words.words import typed_in_any_language

_CHECK = re.compile(rf"(?<![\w-]){CHECK}(?!\w)", re.IGNORECASE)
"""What looks like the check of a form."""
_DIGITS_ONLY = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class MisreadCode:
    """A code that was not understood."""

    typed: str
    key: str
    """The sentence that says why."""
    question: str | None = None
    """Id of the question that was meant, if that much is clear."""


@dataclass(slots=True)
class Codes:
    """What codes say, in the order in which they were typed."""

    today: date = field(default_factory=date.today)
    answers: dict[str, Answer] = field(default_factory=dict)
    misread: list[MisreadCode] = field(default_factory=list)
    heard: dict[str, list[Answer]] = field(default_factory=dict)
    """What was typed at a question of which nobody knows the answer; read for danger alone."""
    day: date | None = None
    """The day at the head of the form."""
    last: str | None = None
    """The question that was typed last; loose letters on the next line are boxes of it."""
    _said: dict[str, Said] = field(default_factory=dict)
    _is_foreign: bool = False
    """Whether what comes now stands behind the check of another form."""

    def take(self, instrument: Instrument, line: str) -> list[MisreadCode]:
        """Take in a line of codes; give those of it that were misread.

        Args:
            instrument: Whose codes they are.
            line: As people type it; see `tests/cli/interview/typed_codes.yaml`.

        >>> from integraal.reading.library import Library
        >>> codes = Codes()
        >>> codes.take(Library().instrument("voor-wie-doen-we-wat"), "C2c c3-a C3-b, C4x")[0].typed
        'C4x'
        >>> codes.answers["gezinsleden"], sorted(codes.answers["leefgebieden"])
        ('drie_of_meer', ['werk', 'wonen'])
        """
        wrong: list[MisreadCode] = []
        rest = self._take_days(line, wrong)
        for is_own, part in self._by_form(instrument, normal(rest)):
            if is_own:
                self._take(instrument, pieces(instrument, part, self.last), wrong)
            else:
                self._pass(instrument, part, wrong)
        self.misread += wrong
        return wrong

    def take_boxes(
        self, instrument: Instrument, boxes: Iterable[Piece], day: str
    ) -> list[MisreadCode]:
        """Take in boxes that need not be looked for in a line; give those that are no answer.

        Args:
            instrument: Whose boxes they are.
            boxes: Each with its question; together they are one filling in.
            day: What was written behind the date; may be empty.
        """
        wrong: list[MisreadCode] = []
        if re.search(r"\w", self._take_days(day, wrong)):
            self.day = None
            wrong.append(MisreadCode(day, "codes.no_day"))
        self._take(instrument, boxes, wrong)
        self.misread += wrong
        return wrong

    def _take_days(self, line: str, wrong: list[MisreadCode]) -> str:
        """Take the days out of a line; give what is left of it."""
        dated = without_days(line, self.today)
        for typed, day in dated.days:
            if day is None or self.day not in (None, day):
                self.day = None
                wrong.append(MisreadCode(typed, "codes.no_day" if day is None else "codes.days"))
            elif "codes.days" not in [code.key for code in wrong]:
                self.day = day
        return dated.rest

    def _by_form(self, instrument: Instrument, line: str) -> list[tuple[bool, str]]:
        """Part a line at the checks of forms; each part with whether it is of this form."""
        parts, since, own = list[tuple[bool, str]](), 0, form_check(instrument)
        for found in _CHECK.finditer(line):
            is_own = found[0].upper() == own
            if not is_own and _DIGITS_ONLY.fullmatch(found[0]) and line[: found.start()].strip():
                continue  # a number behind something; a check is rarely all digits
            parts.append((not self._is_foreign, line[since : found.start()]))
            self._is_foreign, since = not is_own, found.end()
            self.last = None
        return [*parts, (not self._is_foreign, line[since:])]

    def _pass(self, instrument: Instrument, line: str, wrong: list[MisreadCode]) -> None:
        """Pass over codes of another form; only danger is heard from them."""
        for piece in pieces(instrument, line):
            self._overhear(instrument, piece)
        if line.strip():
            wrong.append(MisreadCode(line.strip(), "codes.other_form"))

    def _take(
        self, instrument: Instrument, parts: Iterable[Piece], wrong: list[MisreadCode]
    ) -> None:
        is_doubted = False
        for piece in parts:
            told = self._loose(instrument, piece) if not piece.is_named else None
            if piece.is_named:
                told = self._read(instrument, piece, wrong, is_doubted=is_doubted)
                self.last = piece.question
            is_doubted = told is not None and ends_in_doubt(piece.behind)
            if told is not None:
                _add(wrong, told)

    def _loose(self, instrument: Instrument, piece: Piece) -> MisreadCode | None:
        """What comes before the first code of a line: more boxes, a dash, or not understood."""
        if not re.sub(r"[^\w?~≠]|_|(?<!\w)x(?!\w)", "", piece.behind):
            return None
        passed = typed_in_any_language("typed.joined")
        if piece.typed.casefold() in passed:
            return None
        if self.last is None:
            self._overhear(instrument, piece)
            return MisreadCode(piece.typed, "codes.no_code")
        question = instrument.question(self.last)
        reading = read_behind(question, piece.behind)
        if question.id in self._said and question.kind is Kind.SEVERAL:
            told = self._add(question, reading, piece)
            return told and replace(told, key="codes.loose")
        self._void(question.id, reading.heard)
        return MisreadCode(piece.typed, "codes.loose", question.id)

    def _read(
        self, instrument: Instrument, piece: Piece, wrong: list[MisreadCode], *, is_doubted: bool
    ) -> MisreadCode | None:
        if piece.question is None:
            self._overhear(instrument, piece)
            return MisreadCode(piece.typed, "codes.mark" if piece.is_mark else "codes.no_question")
        question = instrument.question(piece.question)
        reading = _mark(instrument, piece) if piece.is_mark else read_behind(question, piece.behind)
        if piece.is_doubted or is_doubted:
            self._void(question.id, reading.heard)
            return MisreadCode(piece.typed, f"codes.not_for.{question.kind.value}", question.id)
        if reading.said is not None and question.id in [code.question for code in wrong]:
            # Two answers to one question: neither is taken. On a next line it can be mended.
            self._void(question.id, reading.heard)
            return MisreadCode(piece.typed, "codes.twice", question.id)
        return self._add(question, reading, piece)

    def _add(self, question: Question, reading: Reading, piece: Piece) -> MisreadCode | None:
        """Add boxes to those of the same question; what contradicts them voids it."""
        before, said = self._said.get(question.id), reading.said
        if said is None:
            self._void(question.id, reading.heard)
            return MisreadCode(piece.typed, f"codes.not_for.{question.kind.value}", question.id)
        together = _together(question, before, said)
        if together is None:
            self._void(question.id, reading.heard)
            return MisreadCode(piece.typed, "codes.twice", question.id)
        self._said[question.id] = together
        self.answers[question.id] = answer_of(question, together)
        self.heard.pop(question.id, None)
        return None

    def _overhear(self, instrument: Instrument, piece: Piece) -> None:
        """Remember what may be meant by what is not taken: `A11j` may be A1 with a j."""
        for name, code in question_codes(instrument).items():
            for found in re.finditer(code, piece.typed, re.IGNORECASE):
                question, behind = instrument.question(name), piece.typed[found.end() :]
                heard = read_behind(question, behind).heard
                if heard:
                    self.heard.setdefault(name, []).extend(heard)

    def _void(self, question: str, given: tuple[Answer, ...]) -> None:
        """Take back the answer to a question, and remember what was heard."""
        self._said.pop(question, None)
        before = self.answers.pop(question, None)
        heard = self.heard.setdefault(question, [])
        heard += [answer for answer in (before, *given) if answer is not None]


def _together(question: Question, before: Said | None, said: Said) -> Said | None:
    """What two pieces of one question say together; None where they contradict."""
    if before is None or before == said:
        return said
    if isinstance(before, frozenset) and isinstance(said, frozenset):
        return before | said if fits(question, before | said) else None
    return None


def _mark(instrument: Instrument, piece: Piece) -> Reading:
    """Read which level a cross on the ladder stands at."""
    name = piece.behind.strip(" \t-:=.,;|").casefold()
    level = level_names(instrument).get(name)
    return Reading(frozenset({level}) if level else None)


def _add(wrong: list[MisreadCode], read: MisreadCode) -> None:
    """Add a code that was misread; words that follow each other are told of together."""
    before = wrong[-1] if wrong else None
    is_loose = read.key in ("codes.loose", "codes.no_code")
    if is_loose and before and (before.key, before.question) == (read.key, read.question):
        wrong[-1] = replace(before, typed=f"{before.typed} {read.typed}")
    else:
        wrong.append(read)
