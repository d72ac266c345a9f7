"""What people ask about advice, and the replies: why, why not, what if, by what small step."""

from dataclasses import dataclass

from integraal.model.results.assessment import Assessment
from integraal.model.results.steps import Step, Supposition
from integraal.model.results.trace import Obstacle, Support

ANY_LEVEL = ""
"""The target of a step that may lead to any other level."""


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why the advice is not another level or route."""

    target: str
    """Id of that level or route."""
    obstacles: tuple[Obstacle, ...]
    """The rules that would lead there, and where each fails or is open."""
    above: tuple[Support, ...]
    """The rules that ask for more than that level."""
    before: Support | None = None
    """Of a route: the row that holds and stands above rows that lead there, so that the table ends
    before them; None where there is no such row."""


@dataclass(frozen=True, slots=True)
class Steps:
    """The smallest changes that lead to another level."""

    target: str
    """Id of that level; ANY_LEVEL for any other."""
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A case under advice, with the replies to what was asked; None for what was not."""

    assessment: Assessment
    why: tuple[Support, ...] | None
    """The rules that decide, each with the fewest answers that make it hold."""
    why_not: WhyNot | None
    what_if: Supposition | None
    steps: Steps | None
