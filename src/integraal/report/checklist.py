"""Lay out an instrument as a form on paper: blank, or with the answers of a case.

Several languages stand side by side: the same boxes, with a label in each language.
"""

from collections.abc import Iterator, Sequence

from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.codes import option_code, question_codes
from integraal.model.condition import parts_of
from integraal.model.instrument import Instrument, Kind, Question
from integraal.report.advice_page import footer
from integraal.report.blocks import (
    Block,
    Choice,
    Choices,
    Document,
    Heading,
    Item,
    Items,
    Ladder,
    Paragraph,
    Rung,
    SideBySide,
    Span,
    WritingLines,
    inline,
)
from integraal.report.words import Words


def checklist(
    instruments: Sequence[Instrument], words: Sequence[Words], answers: Answers | None = None
) -> Document:
    """Compose the form.

    Args:
        instruments: The same instrument, once in each language; the first one leads.
        words: In the same languages, in the same order.
        answers: Boxes to fill in; None for a blank form.
    """
    form = _Form(tuple(instruments), tuple(words), answers or Answers())
    title = " / ".join(instrument.title for instrument in instruments)
    blocks = (Heading(1, title), *form.top(), *form.sections(), *form.bottom())
    return Document(title, words[0].language, blocks, footer(instruments[0], words[0]))


class _Form:
    def __init__(
        self, instruments: tuple[Instrument, ...], words: tuple[Words, ...], answers: Answers
    ) -> None:
        self.instruments = instruments
        self.words = words
        self.answers = answers
        self.codes = question_codes(instruments[0])

    def say(self, key: str) -> Block:
        """A sentence of the interface, in every language."""
        return self.side_by_side([(Paragraph(inline(words(key))),) for words in self.words])

    def side_by_side(self, columns: Sequence[tuple[Block, ...]]) -> Block:
        if len(columns) == 1 and len(columns[0]) == 1:
            return columns[0][0]
        return SideBySide(tuple(columns))

    def heading(self, level: int, texts: Sequence[str]) -> Heading:
        return Heading(level, " / ".join(texts))

    def top(self) -> Iterator[Block]:
        abouts = [(Paragraph(inline(i.about)),) for i in self.instruments if i.about]
        if abouts:
            yield self.side_by_side(abouts)
        yield WritingLines(1, " / ".join(words("checklist.who") for words in self.words))
        yield self.say("checklist.how")

    def sections(self) -> Iterator[Block]:
        for index, section in enumerate(self.instruments[0].sections):
            titles = [instrument.sections[index].title for instrument in self.instruments]
            yield self.heading(2, titles)
            abouts = [(Paragraph(inline(i.sections[index].about)),) for i in self.instruments]
            if section.about:
                yield self.side_by_side(abouts)
            for question in section.questions:
                yield from self.question(question)

    def question(self, question: Question) -> Iterator[Block]:
        same = [instrument.question(question.id) for instrument in self.instruments]
        code = self.codes[question.id]
        columns: list[tuple[Block, ...]] = []
        for asked, words in zip(same, self.words, strict=True):
            column: list[Block] = [Paragraph(inline(Span(f"{code}  {asked.ask}", strong=True)))]
            if asked.ask_when is not None:
                column.append(Paragraph(inline(Span(self.only_when(asked, words), quiet=True))))
            if asked.prompts:
                items = tuple(Item(inline(Span(prompt, quiet=True))) for prompt in asked.prompts)
                column.append(Paragraph(inline(Span(words("checklist.think_of"), quiet=True))))
                column.append(Items(items))
            columns.append(tuple(column))
        if len(columns) == 1:
            yield from columns[0]
        else:
            yield SideBySide(tuple(columns))
        yield self.room(question, same)

    def only_when(self, question: Question, words: Words) -> str:
        """Say of what a question depends, by its code on the paper."""
        if question.ask_when is None:
            return ""
        named = (getattr(part, "question", "") for part in parts_of(question.ask_when))
        codes = words.listed([self.codes[name] for name in dict.fromkeys(named) if name])
        return words("checklist.only_when", codes=codes)

    def room(self, question: Question, same: list[Question]) -> Block:
        answer = self.answers.get(question.id)
        if question.kind in (Kind.TEXT, Kind.NUMBER):
            nobody_knows = " / ".join(words("answer.dont_know") for words in self.words)
            said = nobody_knows if answer is DONT_KNOW else str(answer)
            written = "" if answer is None else said
            return WritingLines(2 if question.kind is Kind.TEXT else 1, written=written)
        chosen, unsure = self.ticked(question)
        choices = [
            Choice(
                option_code(self.codes[question.id], number),
                tuple(other.options[number].label for other in same),
                tuple(other.options[number].hint for other in same if other.options[number].hint),
                option.id in chosen,
            )
            for number, option in enumerate(question.options)
        ]
        if question.kind is Kind.SEVERAL:
            none = tuple(words("answer.none_of_these") for words in self.words)
            choices.append(Choice("0", none, ticked=answer == frozenset()))
        dont_know = tuple(words("answer.dont_know") for words in self.words)
        choices.append(Choice("?", dont_know, ticked=unsure))
        return Choices(tuple(choices), question.kind is Kind.SEVERAL)

    def ticked(self, question: Question) -> tuple[frozenset[str], bool]:
        answer = self.answers.get(question.id)
        if isinstance(answer, Partly):
            return answer.chosen, True
        if isinstance(answer, frozenset):
            return answer, False
        return frozenset({str(answer)}), answer is DONT_KNOW

    def bottom(self) -> Iterator[Block]:
        scale = self.instruments[0].scale
        if scale is not None:
            scales = [i.scale for i in self.instruments if i.scale is not None]
            yield self.heading(2, [other.title for other in scales])
            yield self.say("checklist.mark_ladder")
            yield Ladder(
                tuple(
                    Rung(
                        rank + 1,
                        " / ".join(other.levels[rank].name for other in scales),
                        " / ".join(other.levels[rank].intensity for other in scales),
                    )
                    for rank in range(len(scale.levels))
                )
            )
        yield self.heading(2, [words("checklist.agreements") for words in self.words])
        yield WritingLines(4, " / ".join(words("checklist.agreement") for words in self.words))
