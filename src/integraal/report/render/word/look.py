"""How a Word file looks: sizes of type and room, for a page and for forms roomy or close."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from integraal.report.blocks import Block, Choices, Document, Form, Items, Paragraph, SideBySide
from integraal.report.render.form_length import Closeness, closeness
from integraal.report.render.text import plain

_PLAIN, _SMALLEST = 10.0, 8.0
"""Points; no type is smaller."""
_BOX, _BOX_LINE = 15.0, 12.0
"""Points at which a drawn box is 3.7 millimetres wide, and of a line in which it stays whole."""
_PAPER, _BETWEEN = 210.0, 8.0
"""Millimetres, of A4 and between two columns."""
_POINT = 25.4 / 72
_WIDTHS = (
    ("ijl'|", 0.23),
    (" tfI.,:;!/", 0.28),
    ("r()-", 0.34),
    ("cksvxyzJ", 0.5),
    ("wABCDEGHKNOPQRSUVXY", 0.74),
    ("mMW%@…—", 0.95),
)
_OF_LETTER = {letter: each for letters, each in _WIDTHS for letter in letters}
_WIDTH = 0.56
"""Of letters in Arial, as a multiple of their size; those that are not named are much alike."""


def width(text: str) -> float:
    """About how wide a text is, as a multiple of the size of its type.

    >>> width("Nee") < width("Weet ik niet") < width("MMMMMM")
    True
    """
    return sum(_OF_LETTER.get(letter, _WIDTH) for letter in text)


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of a page: type in points, room in millimetres."""

    size: float = _PLAIN
    air: float = 1.0
    """Room above and below lines, as a multiple of what is plain."""
    leading: float = 1.1
    side: float = 18.0
    top: float = 15.0
    bottom: float = 16.0
    foot: float = 8.0
    """From the foot to the edge."""
    write: float = 9.0
    """A row to write in."""
    line: float = 8.0
    """Between lines to write on."""
    field: float = 8.0
    columns: int = 1
    """In which questions stand, or the areas of a map."""
    paper: float = _PAPER
    """From left to right: A4, or A3 on its side."""
    longest: float = 2.2
    """How wide the widest code of an answer is, as a multiple of its size."""

    @property
    def is_large(self) -> bool:
        """Whether it is large print, in which nothing stands beside something else."""
        return self.size > _PLAIN

    @property
    def small(self) -> float:
        """Type of lesser weight."""
        return max(_SMALLEST, self.size * 0.9)

    @property
    def box(self) -> float:
        """Type of boxes."""
        return max(_BOX, self.size * 1.25)

    @property
    def box_line(self) -> float:
        """Points of a line with a box in it.

        Set, not left to the fonts: the one with the boxes is half as tall again in Word.
        """
        return max(_BOX_LINE, self.size * 1.35)

    @property
    def width(self) -> float:
        """From margin to margin."""
        return self.paper - 2 * self.side

    @property
    def column(self) -> float:
        """From side to side of a column."""
        return (self.width - _BETWEEN * (self.columns - 1)) / self.columns

    @property
    def code(self) -> float:
        """From the left of a box to the code of its answer."""
        return self.box * _POINT + 0.6

    @property
    def label(self) -> float:
        """From the left of a box to the words of its answer."""
        return self.code + self.longest * self.small * _POINT + 0.8

    @property
    def tall(self) -> float:
        """How large letters are, as a multiple of plain ones."""
        return max(1.0, self.size / _PLAIN)

    def length(self, text: str) -> float:
        """About how long a text is, in millimetres."""
        return width(text) * self.size * _POINT


PAGE = Look()
LARGE = replace(PAGE, size=16.0)
SHEET = replace(
    PAGE, size=9.0, air=0.6, leading=1.0, side=15.0, top=11.0, bottom=13.0, foot=6.0, line=7.5
)
"""For what should stand on one side."""
FOR_EVERYBODY = replace(PAGE, size=13.0)
"""For those who do not read such pages every day."""
_ROOMY = replace(PAGE, size=9.5, side=15.0, top=14.0, bottom=15.0, columns=2)
_CLOSE = replace(
    _ROOMY, size=8.5, air=0.7, leading=1.05, side=12.0, top=10.0, bottom=13.0, foot=6.0,
    write=7.5, line=7.5, field=7.0,
)  # fmt: skip
_CLOSER = replace(_CLOSE, air=0.5, leading=1.0, bottom=12.0, write=7.0, line=7.0)
FORMS = {
    Closeness.ROOMY: _ROOMY,
    Closeness.SMALL: replace(
        _ROOMY, size=9.0, air=0.9, side=14.0, top=12.0, bottom=14.0, foot=7.0, field=7.5
    ),
    Closeness.CLOSE: _CLOSE,
    Closeness.CLOSER: _CLOSER,
    Closeness.CLOSEST: replace(_CLOSER, size=8.0, air=0.3, side=11.0, top=9.0, bottom=11.0),
}
"""Type is never below 8 points, and a row to write in never below 7 millimetres."""


_MAP = replace(_CLOSE, air=0.5, leading=1.0, bottom=12.0)
_HEIGHT = 297.0
_LINE = 1.35
"""From line to line, as a multiple of the size of type, with a share of the room between."""


def map_look(document: Document) -> Look:
    """How a map looks, so that it probably stands on one side of A4, else of A3; else on two."""
    languages = len(document.languages)
    narrow, wide = max(1, 2 // languages), max(1, 4 // languages)
    looks = [
        *(replace(_MAP, size=size, columns=narrow) for size in (10.0, 9.0, 8.0)),
        *(replace(_MAP, size=size, columns=wide, paper=420.0) for size in (10.0, 9.0, 8.0)),
    ]
    fitting = (look for look in looks if _map_height(document, look) < _room(look))
    return next(fitting, looks[-1])


def _room(look: Look) -> float:
    return look.columns * (_HEIGHT - look.top - look.bottom)


def _map_height(document: Document, look: Look) -> float:
    """About how high a map gets in one column, in millimetres; of languages, in the longest."""
    column = look.column / len(document.languages)
    return max(
        sum(_block_height(block, column, look) for block in _in_language(document.blocks, number))
        for number in range(len(document.languages))
    )


def _in_language(blocks: Iterable[Block], number: int) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, SideBySide):
            yield from block.columns[number]
        else:
            yield block


def _block_height(block: Block, column: float, look: Look) -> float:
    line = look.size * _POINT * _LINE
    match block:
        case Items(items):
            texts = [text for item in items for text in (item.text, *item.below)]
        case Paragraph(text):
            texts = [text]
        case _:
            return 2.5 * line
    return sum(line * ceil(look.length(plain(text)) / column) for text in texts)


def look_of(document: Document, *, large: bool) -> Look:
    """How a document looks."""
    form = document.form
    if document.is_map and not large:
        return map_look(document)
    sheet = SHEET if document.is_sheet else PAGE
    page = FOR_EVERYBODY if document.for_everybody else sheet
    filled_in = PAGE if form and form.is_booklet else FORMS[closeness(form)] if form else page
    look = LARGE if large else filled_in
    return replace(look, longest=_longest_code(form) or look.longest) if form else look


def _longest_code(form: Form) -> float:
    codes = (
        width(choice.code)
        for _, question in form.units
        if isinstance(question.answer, Choices)
        for choice in question.answer.choices
    )
    return max(codes, default=0)
