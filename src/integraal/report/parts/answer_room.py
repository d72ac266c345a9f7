"""The boxes and lines of a form, with what an answer by itself calls for at once.

Several languages share the boxes, with a label in each language.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.codes import (
    NONE_CODE,
    UNKNOWN_CODE,
    option_code,
    option_signs,
    question_codes,
    shown_options,
)
from integraal.model.instrument import Instrument, Kind, Option, Question, Statement
from integraal.model.reader import Reader
from integraal.model.services.help_line import HelpLine
from integraal.report.blocks import Alarm, Choice, Choices, WritingLines
from integraal.report.phrases.answer import lowered
from integraal.report.prose import first_sentence
from integraal.report.text import Texts
from integraal.words.numbers import behind_line, counted
from integraal.words.words import Words

Skips = Mapping[tuple[str, str], frozenset[str]]
"""Question id and option id (empty for "none of these"), to ids of questions it switches off."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a form says besides its questions."""

    skips: Skips = field(default_factory=dict)
    """Which questions one answer switches off, for who fills in by hand."""
    dangers: Mapping[tuple[str, str], tuple[Statement, ...]] = field(default_factory=dict)
    """Question id and option id, to what that answer by itself calls for at once."""
    command: str = ""
    """That takes the codes back in; empty to print none."""
    reader: Reader = Reader.PROFESSIONAL
    """For whom it is; others get no sensitive question."""
    help_lines: tuple[tuple[HelpLine, ...], ...] = ()
    """Every help line, once in each language, for a form for others."""
    alarm: Alarm | None = None
    """What comes before everything on a form that was filled in."""
    role: str = ""
    """Id of the professional whose part stands on it; empty for nobody's in particular."""


def joined(texts: Iterable[str]) -> str:
    """Texts in several languages on one line."""
    return " / ".join(texts)


class AnswerRoom:
    """Makes the room for each answer."""

    def __init__(
        self,
        instruments: tuple[Instrument, ...],
        words: tuple[Words, ...],
        answers: Answers,
        paper: Paper,
    ) -> None:
        self.instruments = instruments
        self.words = words
        self.answers = answers
        self.paper = paper
        self.codes = question_codes(instruments[0])

    def said(self, key: str) -> Texts:
        """A sentence of the interface in every language."""
        return tuple(words(key) for words in self.words)

    def listed(self, key: str, **lists: list[str]) -> Texts:
        """A sentence with lists in it, each joined as the language does."""
        return tuple(
            words(key, **{name: words.listed(each, "or") for name, each in lists.items()})
            for words in self.words
        )

    def joined(self, key: str) -> str:
        """A sentence of the interface in all languages on one line."""
        return joined(self.said(key))

    def answer_code(self, name: str, option: str) -> str:
        """The code of an answer; an empty option is "none of these"."""
        code = self.codes[name]
        if not option:
            return f"{code}-{NONE_CODE}"
        return option_code(code, option_signs(self.instruments[0].question(name))[option])

    def room(self, question: Question, same: list[Question]) -> Choices | WritingLines:
        """The boxes of a question, or lines to write on."""
        answer = self.answers.get(question.id)
        if question.kind is Kind.TEXT:
            nobody_knows = self.joined("answer.dont_know")
            said = nobody_knows if answer is DONT_KNOW else str(answer)
            return WritingLines(2, written="" if answer is None else said)
        if question.kind is Kind.NUMBER:
            return self.number(answer, same)
        chosen, unsure = self.ticked(question)
        choices = [
            Choice(
                self.answer_code(question.id, options[0].id),
                tuple(option.label for option in options),
                self.hints(options),
                options[0].id in chosen,
                self.arrow(question, options[0].id),
            )
            for options in zip(*map(shown_options, same), strict=True)
        ]
        if question.kind is Kind.SEVERAL:
            none = self.said("answer.none_of_these")
            choices.append(Choice(NONE_CODE, none, ticked=answer == frozenset()))
        choices.append(Choice(UNKNOWN_CODE, self.said("answer.dont_know"), ticked=unsure))
        return Choices(tuple(choices), question.kind is Kind.SEVERAL)

    def number(self, answer: Answer | None, same: list[Question]) -> WritingLines:
        """A line for a number, with what it counts behind it."""
        each = list(zip(same, self.words, strict=True))
        unit = joined(dict.fromkeys(behind_line(question, words) for question, words in each))
        if not isinstance(answer, (int, float)):
            return WritingLines(1, unit=unit)
        said = dict.fromkeys(counted(question, answer, words) for question, words in each)
        return WritingLines(1, written=joined(said), unit=unit)

    def beside(self, question: Question) -> Choices | None:
        """The box for whoever does not know a number."""
        if question.kind is not Kind.NUMBER:
            return None
        ticked = self.answers.get(question.id) is DONT_KNOW
        unknown = Choice(UNKNOWN_CODE, self.said("answer.dont_know"), ticked=ticked)
        return Choices((unknown,), several=False)

    def hints(self, options: Sequence[Option]) -> Texts:
        """The hints of an option, save where the ladder on the same form says it already."""
        levels = {level.what for i in self.instruments if i.scale for level in i.scale.levels}
        return tuple(option.hint for option in options if option.hint and option.hint not in levels)

    def arrow(self, question: Question, option: str) -> Texts:
        """What an answer by itself calls for at once, in every language."""
        called = self.paper.dangers.get((question.id, option), ())
        if not called or not self.paper.reader.is_professional:
            return ()
        code = self.answer_code(question.id, option)
        return tuple(
            words("danger.arrow", code=code, what=_begun(each, called[0].id))
            for words, each in zip(self.words, self.instruments, strict=True)
        )

    def ticked(self, question: Question) -> tuple[frozenset[str], bool]:
        """Which options are ticked, and whether "I don't know" is."""
        answer = self.answers.get(question.id)
        if isinstance(answer, Partly):
            return answer.chosen, True
        if isinstance(answer, frozenset):
            return answer, False
        return frozenset({str(answer)}), answer is DONT_KNOW


def _begun(instrument: Instrument, statement: str) -> str:
    """What to do at once, as short as a box on paper has room for."""
    stated = (*instrument.actions, *instrument.outcomes)
    return lowered(first_sentence(next(one.text for one in stated if one.id == statement)))
