"""How a page looks: sizes of type and room, and for a form which of them will fit on a sheet."""

from dataclasses import dataclass, replace

from integraal.report.blocks import Form
from integraal.report.render.form_length import lines


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes of a page: type in points, room in millimetres."""

    large: bool = False
    size: float = 10
    small: float = 9
    foot: float = 8
    leading: float = 0.6
    """Between lines, in ems."""
    columns: int = 1
    width: float = 210
    height: float = 297
    """Of the paper: A4, or A3 on its side."""
    margin: float = 19
    bottom: float = 19
    gap: float = 3
    """Between questions."""
    row: float = 1.2
    """Between rows of boxes."""
    section: float = 5
    """Above a section."""
    write: float = 8.5
    """A row to write in."""
    line: float = 7.5
    """Between lines to write on."""
    field: float = 8
    below: float = 0.66
    """Above what stands smaller below an item, in ems."""
    ladder: float = 1.2
    """Above and below what stands on a rung."""


PAGE = Look()
SHEETS = (
    PAGE,
    replace(PAGE, margin=16, bottom=16, section=4),
    replace(PAGE, size=9.5, small=8.5, margin=15, bottom=15, section=3.5, leading=0.5, ladder=0.8),
    replace(
        PAGE, size=9, small=8, margin=14, bottom=15, section=3, leading=0.45, row=0.8, ladder=0.5,
        write=7.5,
    ),
    replace(
        PAGE, size=8.5, small=8, margin=13, bottom=15, section=2.5, leading=0.45, row=0.8,
        ladder=0.4, write=7,
    ),
)  # fmt: skip
"""For what should stand on one side, from roomy to close."""
_MAP = replace(PAGE, margin=10, bottom=13, section=2.5, leading=0.4, row=0.8, below=0.5)
_SIZES = ((10.0, 9.0), (9.0, 8.0), (8.0, 8.0))


def maps(languages: int) -> tuple[Look, ...]:
    """For a map, from roomy to close: on A4, else on A3; languages stand beside each other."""
    looks = [replace(_MAP, size=size, small=small) for size, small in _SIZES]
    narrow, wide = max(1, 2 // languages), max(1, 4 // languages)
    return (
        *(replace(look, columns=narrow) for look in looks),
        *(replace(look, columns=wide, width=420) for look in looks),
    )


_READ_BY_ALL = replace(PAGE, size=13, small=11.5, foot=9, row=1.6, line=9, field=9.5)
FOR_EVERYBODY = (
    _READ_BY_ALL,
    replace(_READ_BY_ALL, margin=16, bottom=16, section=3.5, leading=0.5, line=8),
)
"""For those who do not read such pages every day: never smaller, rather on both sides."""
LARGE = replace(
    PAGE, large=True, size=17, small=16, foot=12, gap=8, row=2.6, section=9, write=13, line=12,
    field=14, ladder=2,
)  # fmt: skip
FORM = replace(PAGE, size=9.5, small=8.5, columns=2, margin=13, bottom=17, leading=0.5)
# From roomy to tight. Type is never below 8 points, and a row to write in never below 7 mm.
DENSITIES = (
    replace(FORM, size=10, small=8.8, gap=5.4, row=1.8, section=6, field=9, write=9.5),
    replace(FORM, gap=4.6, row=1.5, section=5.5),
    replace(FORM, gap=3.8, row=1.2),
    replace(FORM, size=9, small=8, gap=4, row=1.2),
    replace(FORM, size=9, small=8, gap=3.3, row=1),
    replace(FORM, size=9, small=8, gap=2.7, row=0.8, section=4, write=8, ladder=0.9),
    replace(FORM, size=8.5, small=8, gap=2.7, row=0.8, section=4, write=8, ladder=0.8),
    replace(FORM, size=8.5, small=8, gap=2.4, row=0.7, section=3.8, write=7.5, ladder=0.8),
    replace(FORM, size=8.5, small=8, gap=2.2, row=0.6, section=3.4, write=7.5, ladder=0.8),
    replace(FORM, size=8, small=8, gap=2.2, row=0.6, section=3.4, write=7.5, ladder=0.8),
    replace(
        FORM, size=8, small=8, gap=1.7, row=0.4, section=3, write=7, field=7, ladder=0.8, margin=12
    ),
)
CALM = 5
"""How many of them still look calm."""
CLOSE = 7
"""How many of them are still better than a second side with little on it."""
NEARLY_EMPTY = 0.6
"""How much of a second side is left, of 1, where there is little on it."""
SPREAD = replace(
    FORM, size=11, small=9.5, gap=7, row=2.2, section=8, field=10, write=10.5, line=8.5
)
"""For a form that does need that second side."""
BOOKLET = replace(PAGE, gap=4, row=0.4, section=4, line=6.5, leading=0.52, margin=15, bottom=16)
"""For a form that is read as much as it is filled in."""
AS_IT_COMES = 3
"""The density of a form that does not fit on one sheet anyway."""
_ONE_SIDE = 125
"""Lines that fit on one side at the most."""
_ROOMIEST = 190
_LINES_A_STEP = 8


def first_guess(form: Form) -> int:
    """The density that will probably fit, so that few have to be tried."""
    guess = (lines(form) - _ROOMIEST) // _LINES_A_STEP
    return max(0, min(guess, len(DENSITIES) - 1))


def may_be_one_side(form: Form) -> bool:
    """Whether one side is worth a try."""
    return lines(form) < _ONE_SIDE
