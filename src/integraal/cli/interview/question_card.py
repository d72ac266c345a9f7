"""How a question comes on the screen, whichever way it is answered."""

from dataclasses import dataclass
from typing import Protocol

from integraal.cli.interview.reply_parser import Given, Move
from integraal.engine.interview import Interview
from integraal.model.answers import Answer, Answers
from integraal.model.codes import question_codes
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.source import Citation
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
    has_passed_over: bool = False
    """Whether its number is not the next one, as there is an answer to what comes between."""
    is_first_sensitive: bool = False
    """Whether it is the first of this sitting whose answer is for professionals only."""


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


def card_of(interview: Interview, shown_section: str, danger: str = "", before: int = 0) -> Card:
    """Make the card of the question on the screen.

    Args:
        interview: Where somebody stands.
        shown_section: Id of the section whose introduction was already said.
        danger: What the answer before made true; empty for nothing.
        before: Number of the question before this one; 0 for none.
    """
    question = interview.question
    if question is None:
        raise ValueError("there is no question on the screen")
    number, total = interview.progress
    section = section_of(interview.program.instrument, question.id)
    about = section[2] if section[0] != shown_section else ""
    given = interview.answers.get(question.id)
    others = frozenset(q.id for q in interview.program.instrument.questions())
    has_passed_over = 0 < before < number - 1
    sensitive = [each.id for each in interview.questions if each.sensitive]
    return Card(
        question,
        number,
        total,
        section[1],
        about,
        given,
        others,
        danger,
        has_passed_over,
        is_first_sensitive=question.id in sensitive[:1],
    )


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
    if card.has_passed_over:
        blocks.append(paragraph(quiet(words("card.passed_over"))))
    if card.about:
        blocks.append(paragraph(quiet(card.about)))
    if card.is_first_sensitive:
        blocks.append(paragraph(strong(words("card.only_you"))))
    blocks.append(paragraph(strong(card.question.ask)))
    if card.question.prompts:
        blocks.append(points(card.question.prompts))
    if card.question.kind is Kind.SEVERAL:
        blocks.append(paragraph(quiet(words("card.several"))))
    if card.question.kind is Kind.NUMBER:
        blocks.append(paragraph(quiet(words("card.number", wanted=wanted(card.question, words)))))
    if card.given is not None:
        given = answer_text(card.question, card.given, words)
        keeps = words("card.keep")
        blocks.append(paragraph(quiet(f"{words('card.given', answer=given)} · {keeps}")))
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


def became_of(card: Card, reply: Given | Move, words: Words) -> str:
    """Say in a word what became of a question; empty where what comes next says it.

    Args:
        card: The question.
        reply: To it.
        words: In the user's language.
    """
    match reply:
        case Given(answer):
            return answer_text(card.question, answer, words)
        case Move.SKIP if card.given is not None:
            return words("card.left", answer=answer_text(card.question, card.given, words))
        case Move.SKIP:
            return words("card.skipped")
        case Move.ERASE:
            return words("card.erased")
        case Move.BACK:
            return words("menu.back")
        case _:
            return ""


def explanation(interview: Interview, move: Move, words: Words) -> Document:
    """Why the question on the screen is asked and where it comes from, or what can be typed."""
    question = interview.question
    if move is Move.HELP or question is None:
        lines = words("plain.help").splitlines()
        return Document("", words.language, tuple(paragraph(quiet(line)) for line in lines))
    blocks: list[Block] = [paragraph(strong(f"{words('menu.why')} "), question.why)]
    if (cited := question.citation) is not None:
        titles = {source.id: source.title for source in interview.program.instrument.sources}
        named = Citation(titles.get(cited.document, cited.document), cited.place)
        blocks.append(paragraph(quiet(words("why.source", source=str(named)))))
    return Document(question.name, words.language, tuple(blocks))
