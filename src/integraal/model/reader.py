"""For whom a page is, and what that reader sees."""

from dataclasses import dataclass
from enum import Enum


class Reader(Enum):
    """Every page about a case has one; only the first may read what is sensitive."""

    PROFESSIONAL = "professional"
    TABLE = "tafel"
    """Everybody around the table of a meeting, the family among them."""
    FAMILY = "gezin"
    CHILD = "kind"

    @property
    def is_professional(self) -> bool:
        """Whether it may hold everything."""
        return self is Reader.PROFESSIONAL


@dataclass(frozen=True, slots=True)
class Sight:
    """What a reader sees of a case."""

    reader: Reader = Reader.PROFESSIONAL
    is_masked: bool = False
    """Whether every sensitive answer stands at its lowest need, and nothing is said of it."""


FULL_SIGHT = Sight()
"""That of a professional."""
