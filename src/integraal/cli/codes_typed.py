"""Read the codes of answers as they stand on the paper: `A1b A2c B3a,c B4?`.

Every code stands by itself, so one that is not understood leaves the others alone. Nothing is
guessed: a code of a question with an answer it does not have is misread, not half taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.codes import NONE_CODE, UNKNOWN_CODE, letters, question_codes
from integraal.model.instrument import Instrument, Kind, Question
from integraal.reading.conditions import number_in

_CODE = re.compile(r"([a-z]+)([0-9]+)(?:[-.:=]?)(.*)", re.IGNORECASE)


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

    answers: dict[str, Answer] = field(default_factory=dict)
    misread: list[MisreadCode] = field(default_factory=list)

    def take(self, instrument: Instrument, line: str) -> list[MisreadCode]:
        """Take in a line of codes; give those of it that were misread.

        Args:
            instrument: Whose codes they are.
            line: Codes with spaces or semicolons between them, in small letters or capitals.

        >>> from integraal.reading.library import Library
        >>> codes = Codes()
        >>> codes.take(Library().instrument("voor-wie-doen-we-wat"), "B2c b3-a,b B4x")[0].typed
        'B4x'
        >>> codes.answers["gezinsleden"], sorted(codes.answers["leefgebieden"])
        ('drie_of_meer', ['werk', 'wonen'])
        """
        by_code = {code: name for name, code in question_codes(instrument).items()}
        wrong = []
        for typed in _separate(line):
            read = _read(instrument, by_code, typed)
            if isinstance(read, MisreadCode):
                wrong.append(read)
            elif self.answers.get(read[0], read[1]) != read[1]:
                # Two answers to one question: neither is taken, the question is put again.
                del self.answers[read[0]]
                wrong.append(MisreadCode(typed, "codes.twice", read[0]))
            else:
                self.answers[read[0]] = read[1]
        self.misread += wrong
        return wrong


def _separate(line: str) -> Iterator[str]:
    """Part a line into codes; spaces around a comma belong to the code."""
    joined = re.sub(r"\s*([,+])\s*", r"\1", line)
    yield from (part.strip(",+") for part in re.split(r"[\s;]+", joined) if part.strip(",+"))


def _read(
    instrument: Instrument, by_code: dict[str, str], typed: str
) -> tuple[str, Answer] | MisreadCode:
    found = _CODE.fullmatch(typed)
    name = by_code.get(f"{found[1].upper()}{int(found[2])}") if found else None
    if found is None or name is None:
        return MisreadCode(typed, "codes.no_question")
    question = instrument.question(name)
    answer = _answer(question, found[3].casefold())
    if answer is None:
        return MisreadCode(typed, f"codes.not_for.{question.kind.value}", name)
    return name, answer


def _answer(question: Question, said: str) -> Answer | None:
    if said == UNKNOWN_CODE:
        return DONT_KNOW
    match question.kind:
        case Kind.NUMBER:
            return number_in(said.replace(",", "."))
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
    if not options:
        return None
    chosen = frozenset(options)
    others = frozenset(question.option_ids) - chosen
    return Partly(chosen, others) if unsure and others else chosen


def _options(question: Question, codes: list[str]) -> list[str]:
    """Find the options with these letters; none at all if one of them is no option."""
    by_letter = {
        letters(number).lower(): option for number, option in enumerate(question.option_ids)
    }
    found = [by_letter[code] for code in codes if code in by_letter]
    return found if len(found) == len(codes) else []
