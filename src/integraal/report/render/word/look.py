"""How a Word file looks: sizes of type and room, for a page and for forms roomy or close."""

from dataclasses import dataclass, replace

from integraal.report.blocks import Choices, Document, Form
from integraal.report.render.form_length import Closeness, closeness

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
_WIDTH = 0.56
"""Of letters in Arial, as a multiple of their size; those that are not named are much alike."""


def width(text: str) -> float:
    """About how wide a text is, as a multiple of the size of its type.

    >>> width("Nee") < width("Weet ik niet") < width("MMMMMM")
    True
    """
    return sum(next((each for letters, each in _WIDTHS if c in letters), _WIDTH) for c in text)


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
    """In which questions stand."""
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
        return _PAPER - 2 * self.side

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


def look_of(document: Document, *, large: bool) -> Look:
    """How a document looks."""
    form = document.form
    page = FOR_EVERYBODY if document.for_everybody else PAGE
    look = LARGE if large else FORMS[closeness(form)] if form else page
    return replace(look, longest=_longest_code(form) or look.longest) if form else look


def _longest_code(form: Form) -> float:
    codes = (
        width(choice.code)
        for _, question in form.units
        if isinstance(question.answer, Choices)
        for choice in question.answer.choices
    )
    return max(codes, default=0)
