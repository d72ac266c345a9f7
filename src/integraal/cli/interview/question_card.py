"""How a question comes on the screen, whichever way it is answered."""

from dataclasses import dataclass
from typing import Protocol

from integraal.cli.interview.reply_parser import Given, Move
from integraal.engine.interview import Interview
from integraal.model.answers import Answer, Answers
from integraal.model.codes import question_codes
from integraal.model.instrument import Instrument, Kind, Question
from integraal.report.blocks import Block, Document, Heading, Item, Items
from integraal.report.phrases.answer import answer_text
from integraal.report.prose import paragraph, points
from integraal.report.text import Span, inline, quiet, strong
from integraal.words.numbers import wanted
from integraal.words.words import Words


@dataclass(frozen=True, slots=True)
class Card:
    """One question, ready to be put to somebody."""

    question: Question
    number: int
    total: int
    section: str
    about: str
    """What to say when a section begins; empty inside one."""
    given: Answer | None
    """The answer so far."""
    others: frozenset[str] = frozenset()
    """Ids of all questions of the instrument."""
    danger: str = ""
    """What the answer before made true and cannot wait; empty for nothing."""


class Done(Exception):  # noqa: N818 - it is the normal end of a sitting
    """Nobody answers any more: stdin was closed, or Ctrl-D."""


class Asker(Protocol):
    """A way of asking."""

    def ask(self, card: Card) -> Given | Move:
        """Put a question and wait for a reply.

        Raises:
            Done: if nobody answers any more.
        """

    def review(self, document: Document, codes: dict[str, str]) -> str | Move | None:
        """Show all answers; give the id of a question to change, None for the advice, or STOP.

        Args:
            document: The answers, laid out.
            codes: Question id to the code under which it stands on the page.
        """

    def line(self, text: str) -> str:
        """Ask for a line of text, without the spaces around it.

        Raises:
            Done: if nobody answers any more.
        """


def card_of(interview: Interview, shown_section: str, danger: str = "") -> Card:
    """Make the card of the question on the screen.

    Args:
        interview: Where somebody stands.
        shown_section: Id of the section whose introduction was already said.
        danger: What the answer before made true; empty for nothing.
    """
    question = interview.question
    if question is None:
        raise ValueError("there is no question on the screen")
    number, total = interview.progress
    section = section_of(interview.program.instrument, question.id)
    about = section[2] if section[0] != shown_section else ""
    given = interview.answers.get(question.id)
    others = frozenset(q.id for q in interview.program.instrument.questions())
    return Card(question, number, total, section[1], about, given, others, danger)


def section_of(instrument: Instrument, question_id: str) -> tuple[str, str, str]:
    """Find the id, title and introduction of the section a question stands in."""
    for section in instrument.sections:
        if any(question.id == question_id for question in section.questions):
            return section.id, section.title, section.about
    raise KeyError(question_id)


def card_document(card: Card, words: Words) -> Document:
    """Lay out a question as it stands above its answers."""
    progress = words("card.progress", number=card.number, total=card.total)
    blocks: list[Block] = [paragraph(quiet(f"{progress} · {card.section}"))]
    if card.about:
        blocks.append(paragraph(quiet(card.about)))
    blocks.append(paragraph(strong(card.question.ask)))
    if card.question.prompts:
        blocks.append(points(card.question.prompts))
    if card.question.kind is Kind.SEVERAL:
        blocks.append(paragraph(quiet(words("card.several"))))
    if card.question.kind is Kind.NUMBER:
        blocks.append(paragraph(quiet(words("card.number", wanted=wanted(card.question, words)))))
    if card.given is not None:
        given = answer_text(card.question, card.given, words)
        blocks.append(paragraph(quiet(words("card.given", answer=given))))
    return Document(card.question.name, words.language, tuple(blocks))


def review_document(interview: Interview, words: Words) -> Document:
    """Lay out all answers by section."""
    instrument = interview.program.instrument
    codes = question_codes(instrument)
    # A short sitting shows only what it asked.
    unasked = {question.id for question in interview.left_unasked} if interview.short else set()
    asked = {question.id for question in interview.questions} - unasked
    blocks: list[Block] = [Heading(1, words("review.title"))]
    for section in instrument.sections:
        items = tuple(
            _review_item(question, codes[question.id], interview.answers, words)
            for question in section.questions
            if question.id in asked
        )
        if items:
            blocks += [Heading(2, section.title), Items(items)]
    return Document(words("review.title"), words.language, tuple(blocks))


def _review_item(question: Question, code: str, answers: Answers, words: Words) -> Item:
    answer = answers.get(question.id)
    text = answer_text(question, answer, words)
    said = Span(text, strong=answer is not None, quiet=answer is None)
    return Item(inline(quiet(f"{code}  "), words("pair", name=question.name, value=""), said))


def why_document(question: Question, words: Words) -> Document:
    """Why a question is asked, and where it comes from."""
    blocks: list[Block] = [paragraph(strong(f"{words('menu.why')} "), question.why)]
    if question.citation is not None:
        source = words("why.source", source=str(question.citation))
        blocks.append(paragraph(quiet(source)))
    return Document(question.name, words.language, tuple(blocks))
