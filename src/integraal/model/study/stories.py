"""Sentences in which the answers of an instrument are told: two wordings of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Wordings: TypeAlias = tuple[str, str]
"""The same in two ways; of a case that comes back the second is taken."""
CHOSEN, CHOSEN_ONE, NONE, REST, UNSURE = "chosen", "chosen_one", "none", "rest", "unsure"
"""Of a question with several answers: what stands around those that were chosen, or around one,
that none was, that nobody knows of all the others, and of which ones nobody knows. Around a number
`chosen` stands as well."""


@dataclass(frozen=True, slots=True)
class Stories:
    """How the answers of one instrument are told in one language."""

    instrument: str
    language: str
    opening: Wordings
    """With `{name}` for the family."""
    names: tuple[str, ...]
    """Of families that nobody has."""
    topics: tuple[tuple[str, ...], ...]
    """Ids of questions that belong together, in the order in which a story goes over them."""
    told: Mapping[str, Mapping[str, Wordings]]
    """Question, to its options and whatever else can be answered, to how that is told."""
