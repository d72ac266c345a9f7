"""How long a form gets, and how close together it stands where nothing can be measured.

In Word and a browser, how many sides it takes shows only when it is opened: here that is guessed,
with room to spare. A PDF is measured, and begins with this guess.
"""

from enum import StrEnum

from integraal.report.blocks import Block, Choices, Form, FormQuestion, Heading, Items, Paragraph
from integraal.report.figures import Ladder
from integraal.report.render.text import plain


class Closeness(StrEnum):
    """From roomy, with type of 9.5 points, to closest, with type of 8."""

    ROOMY = "roomy"
    SMALL = "small"
    CLOSE = "close"
    CLOSER = "closer"
    CLOSEST = "closest"


LIMITS = (
    (60, Closeness.ROOMY),
    # These fill one side, and would leave little for another.
    (105, Closeness.CLOSER),
    (120, Closeness.CLOSEST),
    # These take two.
    (135, Closeness.ROOMY),
    (180, Closeness.SMALL),
    (215, Closeness.CLOSE),
    (235, Closeness.CLOSER),
    (300, Closeness.CLOSEST),
)
"""Each with the length, in lines, of the longest form for which it is meant."""
AS_IT_COMES = Closeness.CLOSER
"""For a form that does not fit on one sheet anyway."""
_BOX = 6
"""Letters that a box with its room takes."""
_LADDER = 30


def closeness(form: Form) -> Closeness:
    """How close together a form stands, so that it is one sheet where it can be."""
    if form.is_booklet:
        return Closeness.ROOMY
    length = lines(form)
    return next((chosen for longest, chosen in LIMITS if length <= longest), AS_IT_COMES)


def lines(form: Form) -> int:
    """About how many lines of half a page a form takes."""
    leads = (block for section in form.sections for block in section.lead)
    tail = (block for part in form.tail for block in part)
    blocks = sum(map(_block_lines, (*form.head, *leads, *tail)))
    return round(blocks + sum(_question_lines(question) for _, question in form.asked))


def _block_lines(block: Block) -> float:
    match block:
        case Heading():
            return 3
        case Paragraph(text):
            return 1 + len(plain(text)) / 60
        case Items(items):
            return sum(1 + len(plain(item.text)) / 60 for item in items)
        case Ladder():
            return _LADDER
        case _:
            return 0


def _question_lines(question: FormQuestion) -> float:
    prompts = sum(map(_letters, question.prompts)) / 60
    asked = 1 + _letters(question.asks) / 50 + prompts + len(question.skip_when)
    answer = question.answer
    if not isinstance(answer, Choices):
        written = 2 * answer.count + len(answer.written) / 60
        return asked + written + (1 if question.beside else 0)
    boxes = sum(
        _letters((*each.labels, *each.hints, *each.arrow, each.code)) + _BOX
        for each in answer.choices
    )
    return asked + boxes / 40


def _letters(texts: tuple[str, ...]) -> int:
    return sum(map(len, texts))
