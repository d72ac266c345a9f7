"""For whom a page is."""

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
