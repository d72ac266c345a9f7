"""How much of everything stands on one screen, from much to little."""

from dataclasses import dataclass
from enum import IntEnum

from integraal.report.prose import first_sentence


class Said(IntEnum):
    """How much of a text is said."""

    NOT = 0
    BEGIN = 1
    WHOLE = 2


@dataclass(frozen=True, slots=True)
class Room:
    """How much there is room for."""

    reasons: int = 3
    actions: int = 3
    points: int = 2
    routes: Said = Said.WHOLE
    because: Said = Said.WHOLE
    """Of why a route holds."""
    ladder: bool = True
    tight: bool = False
    """Whether a danger and a reason are said no further than how they begin."""


ROOMS = (
    Room(),
    Room(because=Said.BEGIN),
    Room(actions=2, because=Said.BEGIN),
    Room(routes=Said.BEGIN, because=Said.BEGIN),
    Room(actions=2, routes=Said.BEGIN, because=Said.BEGIN),
    Room(reasons=2, actions=2, routes=Said.BEGIN, because=Said.BEGIN),
    Room(reasons=2, actions=1, routes=Said.BEGIN, because=Said.BEGIN),
    Room(reasons=2, actions=1, points=0, routes=Said.BEGIN, because=Said.NOT),
    Room(reasons=1, actions=1, points=0, routes=Said.BEGIN, because=Said.NOT),
    Room(1, 1, 0, Said.BEGIN, Said.NOT, tight=True),
    Room(1, 0, 0, Said.BEGIN, Said.NOT, tight=True),
    Room(1, 1, 0, Said.BEGIN, Said.NOT, ladder=False, tight=True),
    Room(1, 0, 0, Said.BEGIN, Said.NOT, ladder=False, tight=True),
    Room(0, 0, 0, Said.BEGIN, Said.NOT, ladder=False, tight=True),
)
"""From much to little: whoever draws the page takes the first that fits."""


def said(text: str, how_much: Said) -> str:
    """A text, or how it begins, with a sign that there is more.

    >>> said("Ja. Maak samen één plan.", Said.BEGIN), said("Ja.", Said.BEGIN)
    ('Ja. …', 'Ja.')
    """
    begins = first_sentence(text)
    return text if how_much is Said.WHOLE or begins == text else f"{begins} …"
