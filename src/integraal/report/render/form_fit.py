"""Choose how close together a form stands where nothing can be measured: in Word and a browser.

How many sides it takes shows only when it is opened: here that is guessed, with room to spare.
"""

from enum import StrEnum

from integraal.report.blocks import Document
from integraal.report.render.pdf.look import lines


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
    (155, Closeness.ROOMY),
    (195, Closeness.SMALL),
    (215, Closeness.CLOSE),
    (235, Closeness.CLOSER),
    (265, Closeness.CLOSEST),
)
"""Each with the length, in lines, of the longest form for which it is meant."""
AS_IT_COMES = Closeness.CLOSER
"""For a form that does not fit on one sheet anyway."""


def closeness(form: Document) -> Closeness:
    """Choose how close together a form stands, so that it is one sheet where it can be."""
    length = lines(form)
    return next((chosen for longest, chosen in LIMITS if length <= longest), AS_IT_COMES)
