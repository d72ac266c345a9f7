"""An instrument as a form on paper: blank, or with the answers of a case.

Several languages share the boxes, with a label in each language.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.case import Case
from integraal.model.codes import (
    NONE_CODE,
    UNKNOWN_CODE,
    form_check,
    option_code,
    option_signs,
    question_codes,
    shown_options,
)
from integraal.model.instrument import Instrument, Kind, Option, Question
from integraal.report.blocks import (
    Block,
    Choice,
    Choices,
    Document,
    Fields,
    Form,
    FormQuestion,
    FormSection,
    Heading,
    Ladder,
    Rung,
    SideBySide,
    Table,
    WritingLines,
)
from integraal.report.pages.advice import case_line, footer
from integraal.report.prose import paragraph
from integraal.report.text import Texts
from integraal.words.words import Words

Skips = Mapping[tuple[str, str], frozenset[str]]
"""Question id and option id (empty for "none of these"), to ids of questions it switches off."""
_FIELDS = ("date", "present", "decides")
_MARKED_BY = ("now", "family", "we", "advice")
_AGREEMENT = ("what", "who", "when", "done")
_AGREEMENTS = 4


def checklist(
    instruments: Sequence[Instrument],
    words: Sequence[Words],
    answers: Answers | None = None,
    skips: Skips | None = None,
    case: Case | None = None,
    command: str = "",
) -> Document:
    """The form of an instrument.

    Args:
        instruments: The same instrument, once in each language; the first one leads.
        words: In the same languages, in the same order.
        answers: Boxes to fill in; None for a blank form.
        skips: Which questions one answer switches off, for who fills in by hand.
        case: Whose answers they are; so that two forms on a table are told apart.
        command: That takes the codes back in; empty to print none.
    """
    composer = _Composer(tuple(instruments), tuple(words), answers or Answers(), skips or {})
    tail = [*composer.ladder(), composer.agreements()]
    foot = footer(instruments[0], words[0])
    if command:
        version, check = instruments[0].version, form_check(instruments[0])
        foot = words[0]("checklist.footer", version=version, command=command, check=check)
        # The foot of a page is not read aloud, and has no room to explain.
        tail.append((_in_each([each("checklist.type_in", check=check) for each in words]),))
    form = Form(
        tuple(composer.head(case)),
        tuple(map(composer.section, range(len(instruments[0].sections)))),
        tuple(tail),
    )
    language, *others = (each.language for each in words)
    title = _joined(instrument.title for instrument in instruments)
    return Document(title, language, (form,), foot, tuple(others))


def _joined(texts: Iterable[str]) -> str:
    """Texts in several languages on one line."""
    return " / ".join(texts)


def _in_each(texts: Sequence[str]) -> Block:
    """The same running text in every language."""
    columns = tuple((paragraph(text),) for text in texts)
    return columns[0][0] if len(columns) == 1 else SideBySide(columns)


class _Composer:
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
        return _joined(self.said(key))

    def head(self, case: Case | None) -> Iterator[Block]:
        yield Heading(1, _joined(instrument.title for instrument in self.instruments))
        if case:
            yield paragraph(case_line(case, self.words[0]))
        abouts = [instrument.about for instrument in self.instruments]
        if any(abouts):
            yield _in_each(abouts)
        yield Fields(tuple(self.said(f"checklist.{name}") for name in _FIELDS))
        yield _in_each(self.said("checklist.how"))

    def section(self, number: int) -> FormSection:
        same = [instrument.sections[number] for instrument in self.instruments]
        lead: list[Block] = [Heading(2, _joined(section.title for section in same))]
        if same[0].about:
            lead.append(_in_each([section.about for section in same]))
        return FormSection(tuple(lead), tuple(map(self.question, same[0].questions)))

    def question(self, question: Question) -> FormQuestion:
        same = [instrument.question(question.id) for instrument in self.instruments]
        return FormQuestion(
            self.codes[question.id],
            tuple(each.ask for each in same),
            self.room(question, same),
            skip_when=self.skip_when(question),
            prompts=tuple(each.prompts for each in same) if question.prompts else (),
            go_to=tuple(self.go_to(question)),
        )

    def skip_when(self, question: Question) -> Texts:
        """With which answers a question is skipped, by their codes on the paper."""
        codes = [
            self.answer_code(name, option)
            for (name, option), off in self.skips.items()
            if question.id in off
        ]
        return self.listed("checklist.skip", codes=codes) if codes else ()

    def go_to(self, question: Question) -> Iterator[Texts]:
        """Where to go on after answers that switch off the questions that come next."""
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
        """The code of an answer; an empty option is "none of these"."""
        code = self.codes[name]
        if not option:
            return f"{code}-{NONE_CODE}"
        return option_code(code, option_signs(self.instruments[0].question(name))[option])

    def room(self, question: Question, same: list[Question]) -> Choices | WritingLines:
        """The boxes of a question, or lines to write on."""
        answer = self.answers.get(question.id)
        if question.kind in (Kind.TEXT, Kind.NUMBER):
            nobody_knows = self.joined("answer.dont_know")
            said = nobody_knows if answer is DONT_KNOW else str(answer)
            written = "" if answer is None else said
            return WritingLines(2 if question.kind is Kind.TEXT else 1, written=written)
        chosen, unsure = self.ticked(question)
        choices = [
            Choice(
                self.answer_code(question.id, options[0].id),
                tuple(option.label for option in options),
                self.hints(options),
                options[0].id in chosen,
            )
            for options in zip(*map(shown_options, same), strict=True)
        ]
        if question.kind is Kind.SEVERAL:
            none = self.said("answer.none_of_these")
            choices.append(Choice(NONE_CODE, none, ticked=answer == frozenset()))
        choices.append(Choice(UNKNOWN_CODE, self.said("answer.dont_know"), ticked=unsure))
        return Choices(tuple(choices), question.kind is Kind.SEVERAL)

    def hints(self, options: Sequence[Option]) -> Texts:
        """The hints of an option, save where the ladder on the same form says it already."""
        levels = {level.what for i in self.instruments if i.scale for level in i.scale.levels}
        return tuple(option.hint for option in options if option.hint and option.hint not in levels)

    def ticked(self, question: Question) -> tuple[frozenset[str], bool]:
        """Which options are ticked, and whether "I don't know" is."""
        answer = self.answers.get(question.id)
        if isinstance(answer, Partly):
            return answer.chosen, True
        if isinstance(answer, frozenset):
            return answer, False
        return frozenset({str(answer)}), answer is DONT_KNOW

    def ladder(self) -> Iterator[tuple[Block, ...]]:
        """The levels, with room for everybody's mark."""
        scales = [i.scale for i in self.instruments if i.scale is not None]
        if not scales:
            return
        rungs = tuple(
            Rung(
                rank,
                _joined(level.name for level in same),
                _joined(level.intensity for level in same),
                about=_joined(level.what for level in same),
            )
            for rank, same in enumerate(zip(*(s.levels for s in scales), strict=True), 1)
        )
        whose = tuple(self.joined(f"checklist.{who}") for who in _MARKED_BY)
        yield (
            Heading(2, _joined(scale.title for scale in scales)),
            _in_each(self.said("checklist.mark_ladder")),
            Ladder(rungs, whose, to_mark=True, head=self.joined("checklist.level")),
        )

    def agreements(self) -> tuple[Block, ...]:
        """Rows to write down what was agreed."""
        header = tuple(self.joined(f"checklist.agreement.{name}") for name in _AGREEMENT)
        heading = Heading(2, self.joined("checklist.agreements"))
        return heading, Table(header, (), blank_rows=_AGREEMENTS)
