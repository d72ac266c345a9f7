"""Read the codes of answers as they stand on the paper: `A1b A2j B3a,c B4?`.

Nothing is guessed and nothing is half taken: what is not understood voids the question it is about,
and a loose letter that of the code before it. "B3a c" may mean both, and then "B3a" alone says no
where somebody said yes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from integraal.model.answers import DONT_KNOW, Answer, several
from integraal.model.codes import NONE_CODE, UNKNOWN_CODE, option_with, question_codes
from integraal.model.instrument import Instrument, Kind, Question
from integraal.reading.numbers import number_in

_CODE = re.compile(r"([a-z]+)([0-9]+)(?:[-.:=]?)(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MisreadCode:
    """A code that was not understood."""

    typed: str
    key: str
    """The sentence that says why."""
    question: str | None = None
    """Id of the question that was meant, if that much is clear."""
    heard: tuple[Answer, ...] = ()
    """Answers that stand in it all the same; read for danger alone."""


@dataclass(slots=True)
class Codes:
    """What codes say, in the order in which they were typed."""

    answers: dict[str, Answer] = field(default_factory=dict)
    misread: list[MisreadCode] = field(default_factory=list)
    heard: dict[str, list[Answer]] = field(default_factory=dict)
    """What was typed at a question of which nobody knows the answer; read for danger alone."""
    last: str | None = None
    """The question that was typed last; a loose letter after it is a part of it."""

    def take(self, instrument: Instrument, line: str) -> list[MisreadCode]:
        """Take in a line of codes; give those of it that were misread.

        Args:
            instrument: Whose codes they are.
            line: Codes with spaces or semicolons between them, in small letters or capitals.

        >>> from integraal.reading.library import Library
        >>> codes = Codes()
        >>> codes.take(Library().instrument("voor-wie-doen-we-wat"), "C2c c3-a,b C4x")[0].typed
        'C4x'
        >>> codes.answers["gezinsleden"], sorted(codes.answers["leefgebieden"])
        ('drie_of_meer', ['werk', 'wonen'])
        """
        by_code = {code: name for name, code in question_codes(instrument).items()}
        wrong: list[MisreadCode] = []
        for typed in _separate(line):
            read = self._read(instrument, by_code, typed)
            if isinstance(read, MisreadCode):
                self._doubt(read.question, *read.heard)
                _add(wrong, read)
                continue
            self.last, answer = read
            doubted = self.last in [code.question for code in wrong]
            if doubted or self.answers.get(self.last, answer) != answer:
                # Two answers to one question: neither is taken. On a next line it can be mended.
                self._doubt(self.last, answer)
                wrong.append(MisreadCode(typed, "codes.twice", self.last))
            else:
                self.answers[self.last] = answer
                self.heard.pop(self.last, None)
        self.misread += wrong
        return wrong

    def _doubt(self, question: str | None, *given: Answer) -> None:
        """Take back the answer to a question, and remember what was heard."""
        if question is not None:
            before = self.answers.pop(question, None)
            heard = self.heard.setdefault(question, [])
            heard += [answer for answer in (before, *given) if answer is not None]

    def _read(
        self, instrument: Instrument, by_code: dict[str, str], typed: str
    ) -> tuple[str, Answer] | MisreadCode:
        found = _CODE.fullmatch(typed)
        if found is None:
            return MisreadCode(typed, "codes.loose" if self.last else "codes.no_code", self.last)
        number, said = found[2], found[3].casefold()
        name = by_code.get(f"{found[1].upper()}{int(number)}")
        if name is None and not said and number.endswith(NONE_CODE) and number != NONE_CODE:
            # B30 is how a hand in a hurry writes B3-0.
            name, said = by_code.get(f"{found[1].upper()}{int(number[:-1])}"), NONE_CODE
        if name is None:
            return MisreadCode(typed, "codes.no_question")
        question = instrument.question(name)
        answer = _answer(question, said)
        if answer is None:
            self.last = name
            heard = tuple(_options(question, re.split("[,+]", said)))
            return MisreadCode(typed, f"codes.not_for.{question.kind.value}", name, heard)
        return name, answer


def _add(wrong: list[MisreadCode], read: MisreadCode) -> None:
    """Add a code that was misread; words that follow each other are told of together."""
    before = wrong[-1] if wrong else None
    is_loose = read.key in ("codes.loose", "codes.no_code")
    if is_loose and before and (before.key, before.question) == (read.key, read.question):
        wrong[-1] = replace(before, typed=f"{before.typed} {read.typed}")
    else:
        wrong.append(read)


def _separate(line: str) -> Iterator[str]:
    """Part a line into codes; spaces around a comma belong to the code."""
    joined = re.sub(r"\s*([,+])\s*", r"\1", line)
    yield from (part.strip(",+") for part in re.split(r"[\s;]+", joined) if part.strip(",+"))


def _answer(question: Question, said: str) -> Answer | None:
    if said == UNKNOWN_CODE:
        return DONT_KNOW
    match question.kind:
        case Kind.NUMBER:
            number = number_in(said.replace(",", "."))
            fits = number is not None and question.numbers.misfit(number) is None
            return number if fits else None
        case Kind.TEXT:
            return None  # what was written is not a code
        case Kind.ONE:
            options = _options(question, [said])
            return options[0] if options else None
        case Kind.SEVERAL:
            return _several(question, said)


def _several(question: Question, said: str) -> Answer | None:
    """Read letters with commas between them, or none: with so few options each is one letter."""
    parts = re.split("[,+]", said) if re.search("[,+]", said) else list(said)
    if parts == [NONE_CODE]:
        return frozenset()
    unsure = UNKNOWN_CODE in parts
    options = _options(question, [part for part in parts if part != UNKNOWN_CODE])
    return several(options, question.option_ids, unsure=unsure) if options else None


def _options(question: Question, codes: list[str]) -> list[str]:
    """Find the options with these letters; none at all if one of them is no option."""
    found = [option_with(question, code) for code in codes]
    options = [option for option in found if option is not None]
    return options if len(options) == len(codes) else []
