"""Definitions: conditions that have a name, so that rules and people can speak of them."""

from dataclasses import dataclass

from integraal.model.condition import Condition
from integraal.model.source import Grounds
from integraal.model.text import Text


@dataclass(frozen=True, slots=True)
class Definition:
    """A condition with a name, on its own grounds."""

    id: str
    name: Text
    """A few words, such as "zware zorgen"."""
    when: Condition
    grounds: Grounds
    minimum_of: str = ""
    """Id of the instrument that it is taken from; empty for one of the instrument itself."""
