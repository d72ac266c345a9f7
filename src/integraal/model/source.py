"""Where a statement comes from, and how far it rests on that place."""

from dataclasses import dataclass
from enum import Enum

from integraal.model.text import Text


class Support(Enum):
    """How far a rule rests on its source."""

    SOURCE = "source"
    """A document says so."""
    DIRECTION = "direction"
    """A document points that way; the cut-off is ours."""
    CHOICE = "choice"
    """A modelling choice that an expert panel must still confirm."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document or publication that instruments may cite."""

    id: str
    """Short key, such as `001` or `LEU`."""
    title: str
    where: str
    """Where a reader can look it up."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source.

    >>> str(Citation("004", "voorbeeld 1"))
    '004, voorbeeld 1'
    """

    document: str
    """Id of a Source."""
    place: str = ""
    """Where in it; empty when the whole of it is meant."""

    def __str__(self) -> str:
        return f"{self.document}, {self.place}" if self.place else self.document


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a rule may say what it says: the sentence for people, its support and its sources."""

    because: Text
    support: Support
    citations: tuple[Citation, ...]
    code: str = ""
    """Number in the domain brief, such as `R4`; several rules may carry out one numbered line."""
    for_family: Text = ""
    """The same reason in words for the family; empty when it is not shown to them."""
    for_professionals: Text = ""
    """What professionals, and nobody else, must know beside the reason; may be empty."""
