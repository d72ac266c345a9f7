"""An instrument as a form on paper: blank, or with the answers of a case.

Several languages share the boxes, with a label in each language.
"""

from collections.abc import Iterator, Sequence

from integraal.model.answers import Answers
from integraal.model.case import Case
from integraal.model.case.agreements import open_agreements
from integraal.model.codes import MARKED_BY, agreement_letter, form_check
from integraal.model.instrument import Instrument, Question
from integraal.report.blocks import (
    Block,
    Document,
    Fields,
    Form,
    FormQuestion,
    FormSection,
    Heading,
    Paragraph,
    SideBySide,
    Table,
)
from integraal.report.figures import Ladder, Rung
from integraal.report.pages.advice import footer, in_its_language
from integraal.report.parts.answer_room import AnswerRoom, Paper, joined
from integraal.report.parts.danger import strip
from integraal.report.parts.foreign import foreign
from integraal.report.parts.grounds import in_short
from integraal.report.parts.others import closing
from integraal.report.parts.role_card import role_card
from integraal.report.parts.timeline.agreed import agreed_blocks
from integraal.report.parts.timeline.decided import decided_before
from integraal.report.phrases.case import case_line
from integraal.report.prose import paragraph
from integraal.report.text import Texts, strong
from integraal.words.honest import study_text
from integraal.words.words import Words

_FIELDS = ("date", "next", "decides", "present")
_OF_A_CASE = ("case", "date", "next", "decides", "involved")
"""For an instrument about a family; a case that is known has its name above them."""
_AGREEMENT = ("what", "who", "when", "done")
_AGREEMENTS, _FEWEST = 4, 2


_BLANK = Paper()


def checklist(
    instruments: Sequence[Instrument],
    words: Sequence[Words],
    answers: Answers | None = None,
    case: Case | None = None,
    paper: Paper = _BLANK,
) -> Document:
    """The form of an instrument.

    Args:
        instruments: The same instrument, once in each language; the first one leads.
        words: In the same languages, in the same order.
        answers: Boxes to fill in; None for a blank form.
        case: Whose answers they are; so that two forms on a table are told apart.
        paper: What it says besides its questions.
    """
    composer = _Composer(tuple(instruments), tuple(words), answers or Answers(), paper)
    tail = [*composer.part(), *composer.ladder(), composer.agreements(case)]
    foot = footer(instruments[0], words[0])
    if not paper.reader.is_professional:
        tail.append(tuple(composer.closing(case.country if case else "")))
    if paper.command:
        version, check = instruments[0].version, form_check(instruments[0])
        foot = words[0]("checklist.footer", version=version, command=paper.command, check=check)
        foot += in_its_language(instruments[0], words[0])
        # The foot of a page is not read aloud, and has no room to explain. With the agreements it
        # never stands on a page alone.
        tail[-1] = (*tail[-1], _in_each([each("checklist.type_in", check=check) for each in words]))
    form = Form(
        tuple(composer.head(case)),
        tuple(map(composer.section, composer.shown_sections)),
        tuple(tail),
    )
    language, *others = (each.language for each in words)
    title = joined(instrument.title for instrument in instruments)
    return Document(
        title,
        language,
        (form,),
        foot,
        tuple(others),
        alarm=paper.alarm,
        foreign=foreign(instruments[:1], words[0]),
    )


def _in_each(texts: Sequence[str]) -> Block:
    """The same running text in every language."""
    columns = tuple((paragraph(text),) for text in texts)
    return columns[0][0] if len(columns) == 1 else SideBySide(columns)


class _Composer(AnswerRoom):
    def head(self, case: Case | None) -> Iterator[Block]:
        yield Heading(1, joined(instrument.title for instrument in self.instruments))
        yield paragraph(strong(self.joined(f"reader.{self.paper.reader.value}")))
        if case:
            yield paragraph(case_line(case, self.instruments[0], self.paper.reader, self.words[0]))
        yield from self.strip(case.country if case else "")
        abouts = [instrument.about for instrument in self.instruments]
        if any(abouts):
            yield _in_each(abouts)
        yield Fields(tuple(self.said(f"checklist.{name}") for name in self.fields(case)))
        if case:
            yield from agreed_blocks(case, self.words[0], self.joined("course.agreements"))
            yield from decided_before(case, self.instruments[0], self.words[0])
        yield _in_each(list(self.how()))

    def fields(self, case: Case | None) -> Iterator[str]:
        """What there is room for at the head."""
        named = _FIELDS if self.instruments[0].keep_apart else _OF_A_CASE
        return (name for name in named if name != "case" or case is None)

    def how(self) -> Iterator[str]:
        """How to fill it in, and that nobody validated it: for others its end says that."""
        for instrument, words in zip(self.instruments, self.words, strict=True):
            honest = study_text(instrument, words)
            is_said_here = self.paper.reader.is_professional
            yield " ".join((words("checklist.how"), *([honest] if is_said_here else [])))

    def strip(self, country: str) -> Iterator[Block]:
        """The numbers to call, for whoever needs one while filling it in."""
        if not self.paper.reader.is_professional:
            return
        strips = [
            strip([line for line in instrument.help_lines if line.serves(country)], words)
            for instrument, words in zip(self.instruments, self.words, strict=True)
            if instrument.help_lines
        ]
        yield from map(Paragraph, strips)

    def closing(self, country: str) -> Iterator[Block]:
        """The end of a form for others, once in each language."""
        columns = [
            tuple(closing([instrument], self.paper.reader, lines, country, words))
            for instrument, lines, words in zip(
                self.instruments, self.paper.help_lines, self.words, strict=True
            )
        ]
        yield from columns[0] if len(columns) == 1 else (SideBySide(tuple(columns)),)

    def is_shown(self, question: Question) -> bool:
        """Whether whom the form is for may read a question."""
        return self.paper.reader.is_professional or not question.sensitive

    @property
    def shown_sections(self) -> list[int]:
        """The sections of which any question is shown."""
        every = enumerate(self.instruments[0].sections)
        return [number for number, each in every if any(map(self.is_shown, each.questions))]

    def section(self, number: int) -> FormSection:
        same = [instrument.sections[number] for instrument in self.instruments]
        lead: list[Block] = [Heading(2, joined(section.title for section in same))]
        if same[0].about:
            lead.append(_in_each([section.about for section in same]))
        shown = filter(self.is_shown, same[0].questions)
        return FormSection(tuple(lead), tuple(map(self.question, shown)))

    def question(self, question: Question) -> FormQuestion:
        same = [instrument.question(question.id) for instrument in self.instruments]
        return FormQuestion(
            self.codes[question.id],
            tuple(each.ask for each in same),
            self.room(question, same),
            skip_when=self.skip_when(question),
            prompts=tuple(each.prompts for each in same) if question.prompts else (),
            go_to=tuple(self.go_to(question)),
            beside=self.beside(question),
        )

    def skip_when(self, question: Question) -> Texts:
        """With which answers a question is skipped, by their codes on the paper."""
        codes = [
            self.answer_code(name, option)
            for (name, option), off in self.paper.skips.items()
            if question.id in off
        ]
        return self.listed("checklist.skip", codes=codes) if codes else ()

    def go_to(self, question: Question) -> Iterator[Texts]:
        """Where to go on after answers that switch off the questions that come next."""
        after: dict[str, list[str]] = {}
        order = list(self.codes)
        following = order[order.index(question.id) + 1 :]
        for (name, option), off in self.paper.skips.items():
            if name == question.id and following and following[0] in off:
                target = next((each for each in following if each not in off), "")
                after.setdefault(target, []).append(self.answer_code(name, option))
        for target, codes in after.items():
            if target:
                yield self.listed("checklist.go_on", codes=codes, to=[self.codes[target]])
            else:
                yield self.listed("checklist.go_to_end", codes=codes)

    def part(self) -> Iterator[tuple[Block, ...]]:
        """What is the part of the professional whom the form is for, in every language."""
        for role in (r for r in self.instruments[0].roles if r.id == self.paper.role):
            same = [next(r for r in i.roles if r.id == role.id) for i in self.instruments]
            cards = [
                tuple(role_card(each, words)) for each, words in zip(same, self.words, strict=True)
            ]
            heading = Heading(2, joined(each.name for each in same))
            yield (heading, *(cards[0] if len(cards) == 1 else (SideBySide(tuple(cards)),)))

    def ladder(self) -> Iterator[tuple[Block, ...]]:
        """The levels, with room for everybody's mark."""
        scales = [i.scale for i in self.instruments if i.scale is not None]
        if not scales:
            return
        rungs = tuple(
            Rung(
                rank,
                joined(level.name for level in same),
                joined(level.intensity for level in same),
                about=joined(level.what for level in same),
            )
            for rank, same in enumerate(zip(*(s.levels for s in scales), strict=True), 1)
        )
        whose = tuple(self.joined(f"checklist.{who}") for who in MARKED_BY)
        yield (
            Heading(2, joined(scale.title for scale in scales)),
            _in_each(list(self.marks())),
            Ladder(rungs, whose, to_mark=True, head=self.joined("checklist.level")),
        )

    def marks(self) -> Iterator[str]:
        """How to mark the ladder, and what its highest levels do not mean, in every language."""
        for instrument, words in zip(self.instruments, self.words, strict=True):
            levels = instrument.scale.levels if instrument.scale else ()
            yield " ".join(filter(None, (words("checklist.mark_ladder"), in_short(levels, words))))

    def agreements(self, case: Case | None) -> tuple[Block, ...]:
        """Rows to write down what is agreed; fewer where there are open ones at the head."""
        header = tuple(self.joined(f"checklist.agreement.{name}") for name in _AGREEMENT)
        heading = Heading(2, self.joined("checklist.agreements"))
        code = agreement_letter(self.instruments[0]) if self.paper.command else ""
        rows = max(_FEWEST, _AGREEMENTS - len(open_agreements(case) if case else ()))
        return heading, Table(header, (), blank_rows=rows, row_code=code)
