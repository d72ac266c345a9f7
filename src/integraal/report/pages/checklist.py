"""Lay out an instrument as a form on paper: blank, or with the answers of a case.

Several languages share the boxes, with a label in each language.
"""

from collections.abc import Iterator, Mapping, Sequence

from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.case import Case
from integraal.model.codes import NONE_CODE, UNKNOWN_CODE, option_code, question_codes
from integraal.model.instrument import Instrument, Kind, Option, Question
from integraal.report.blocks import (
    Asked,
    Block,
    Choice,
    Choices,
    Document,
    Fields,
    Heading,
    Ladder,
    Paragraph,
    Rung,
    SideBySide,
    Table,
    WritingLines,
    inline,
)
from integraal.report.pages.advice import case_line, footer
from integraal.words.words import Words

Skips = Mapping[tuple[str, str], frozenset[str]]
"""Question id and option id (empty for "none of these"), to ids of questions it switches off."""
_AGREEMENTS = 4


def checklist(
    instruments: Sequence[Instrument],
    words: Sequence[Words],
    answers: Answers | None = None,
    skips: Skips | None = None,
    case: Case | None = None,
    command: str = "",
) -> Document:
    """Compose the form.

    Args:
        instruments: The same instrument, once in each language; the first one leads.
        words: In the same languages, in the same order.
        answers: Boxes to fill in; None for a blank form.
        skips: Which questions one answer switches off, for who fills in by hand.
        case: Whose answers they are; so that two forms on a table are told apart.
        command: That takes the codes back in; empty to print none.
    """
    form = _Form(tuple(instruments), tuple(words), answers or Answers(), skips or {})
    title = " / ".join(instrument.title for instrument in instruments)
    which = (Paragraph(inline(case_line(case, words[0]))),) if case else ()
    blocks = (Heading(1, title), *which, *form.top(), *form.sections(), *form.bottom())
    languages = tuple(each.language for each in words)
    foot = footer(instruments[0], words[0])
    if command:
        version = instruments[0].version
        foot = words[0]("checklist.footer", version=version, command=command)
    return Document(title, languages[0], blocks, foot, is_form=True, languages=languages)


class _Form:
    def __init__(
        self,
        instruments: tuple[Instrument, ...],
        words: tuple[Words, ...],
        answers: Answers,
        skips: Skips,
    ) -> None:
        self.instruments = instruments
        self.words = words
        self.answers = answers
        self.skips = skips
        self.codes = question_codes(instruments[0])
        self.order = list(self.codes)

    def said(self, key: str, **values: str) -> tuple[str, ...]:
        """Give a sentence of the interface in every language."""
        return tuple(words(key, **values) for words in self.words)

    def listed(self, key: str, **lists: list[str]) -> tuple[str, ...]:
        """Give a sentence with lists in it, each joined as the language does."""
        return tuple(
            words(key, **{name: words.listed(each, "or") for name, each in lists.items()})
            for words in self.words
        )

    def joined(self, key: str) -> str:
        """Give a sentence in all languages on one line."""
        return " / ".join(self.said(key))

    def paragraph(self, texts: Sequence[str]) -> Block:
        """One text in every language."""
        columns = tuple((Paragraph(inline(text)),) for text in texts)
        return columns[0][0] if len(columns) == 1 else SideBySide(columns)

    def top(self) -> Iterator[Block]:
        abouts = [instrument.about for instrument in self.instruments]
        if any(abouts):
            yield self.paragraph(abouts)
        yield Fields(
            (
                self.said("checklist.date"),
                self.said("checklist.present"),
                self.said("checklist.decides"),
            )
        )
        yield self.paragraph(self.said("checklist.how"))

    def sections(self) -> Iterator[Block]:
        for index, section in enumerate(self.instruments[0].sections):
            same = [instrument.sections[index] for instrument in self.instruments]
            yield Heading(2, " / ".join(other.title for other in same))
            if section.about:
                yield self.paragraph([other.about for other in same])
            yield from map(self.question, section.questions)

    def question(self, question: Question) -> Asked:
        """Lay out one question."""
        same = [instrument.question(question.id) for instrument in self.instruments]
        return Asked(
            self.codes[question.id],
            tuple(each.ask for each in same),
            self.room(question, same),
            when=self.when(question),
            prompts=tuple(each.prompts for each in same) if question.prompts else (),
            onward=tuple(self.onward(question)),
        )

    def when(self, question: Question) -> tuple[str, ...]:
        """Say with which answers a question is skipped, by their codes on the paper."""
        codes = [
            self.answer_code(name, option)
            for (name, option), off in self.skips.items()
            if question.id in off
        ]
        return self.listed("checklist.skip", codes=codes) if codes else ()

    def onward(self, question: Question) -> Iterator[tuple[str, ...]]:
        """Say where to go on after answers that switch off the questions that come next."""
        after: dict[str, list[str]] = {}
        following = self.order[self.order.index(question.id) + 1 :]
        for (name, option), off in self.skips.items():
            if name == question.id and following and following[0] in off:
                target = next((each for each in following if each not in off), "")
                after.setdefault(target, []).append(self.answer_code(name, option))
        for target, codes in after.items():
            if target:
                yield self.listed("checklist.go_on", codes=codes, to=[self.codes[target]])
            else:
                yield self.listed("checklist.go_to_end", codes=codes)

    def answer_code(self, name: str, option: str) -> str:
        """Give the code of an answer; an empty option is "none of these"."""
        code = self.codes[name]
        if not option:
            return f"{code}-{NONE_CODE}"
        return option_code(code, self.instruments[0].question(name).option_ids.index(option))

    def room(self, question: Question, same: list[Question]) -> Choices | WritingLines:
        """Give the boxes of a question, or lines to write on."""
        answer = self.answers.get(question.id)
        if question.kind in (Kind.TEXT, Kind.NUMBER):
            nobody_knows = self.joined("answer.dont_know")
            said = nobody_knows if answer is DONT_KNOW else str(answer)
            written = "" if answer is None else said
            return WritingLines(2 if question.kind is Kind.TEXT else 1, written=written)
        chosen, unsure = self.ticked(question)
        choices = [
            Choice(
                option_code(self.codes[question.id], number),
                tuple(other.options[number].label for other in same),
                self.hints([other.options[number] for other in same]),
                option.id in chosen,
            )
            for number, option in enumerate(question.options)
        ]
        if question.kind is Kind.SEVERAL:
            none = self.said("answer.none_of_these")
            choices.append(Choice(NONE_CODE, none, ticked=answer == frozenset()))
        choices.append(Choice(UNKNOWN_CODE, self.said("answer.dont_know"), ticked=unsure))
        return Choices(tuple(choices), question.kind is Kind.SEVERAL)

    def hints(self, options: Sequence[Option]) -> tuple[str, ...]:
        """Give the hints of an option, save where the ladder on the same form says it already."""
        levels = {level.what for i in self.instruments if i.scale for level in i.scale.levels}
        return tuple(option.hint for option in options if option.hint and option.hint not in levels)

    def ticked(self, question: Question) -> tuple[frozenset[str], bool]:
        """Say which options are ticked, and whether "I don't know" is."""
        answer = self.answers.get(question.id)
        if isinstance(answer, Partly):
            return answer.chosen, True
        if isinstance(answer, frozenset):
            return answer, False
        return frozenset({str(answer)}), answer is DONT_KNOW

    def bottom(self) -> Iterator[Block]:
        yield from self.ladder()
        yield Heading(2, self.joined("checklist.agreements"))
        header = tuple(
            self.joined(f"checklist.agreement.{name}") for name in ("what", "who", "when", "done")
        )
        yield Table(header, (), blank_rows=_AGREEMENTS)

    def ladder(self) -> Iterator[Block]:
        """Draw the levels, with room for everybody's mark."""
        scales = [i.scale for i in self.instruments if i.scale is not None]
        if not scales:
            return
        yield Heading(2, " / ".join(scale.title for scale in scales))
        yield self.paragraph(self.said("checklist.mark_ladder"))
        yield Ladder(
            tuple(
                Rung(
                    rank + 1,
                    " / ".join(scale.levels[rank].name for scale in scales),
                    " / ".join(scale.levels[rank].intensity for scale in scales),
                    about=" / ".join(scale.levels[rank].what for scale in scales),
                )
                for rank in range(len(scales[0].levels))
            ),
            tuple(self.joined(f"checklist.{who}") for who in ("now", "family", "we", "advice")),
            head=self.joined("checklist.level"),
            to_mark=True,
        )
