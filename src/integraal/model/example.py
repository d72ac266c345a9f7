"""An example: answers, and what an author expects of the advice."""

from dataclasses import dataclass

from integraal.model.answers import Answers
from integraal.model.finding import Place


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is expected; None and empty leave it open, except where said."""

    level: str | None = None
    reach: str | None = None
    current: str | None = None
    feasible: str | None = None
    """Set also when it is expected that nothing limits: see `fields`."""
    direction: str | None = None
    provisional: bool | None = None
    rules: tuple[str, ...] = ()
    """These certainly hold."""
    rules_open: tuple[str, ...] = ()
    """These might hold."""
    rules_off: tuple[str, ...] = ()
    """These certainly do not hold."""
    actions: tuple[str, ...] | None = None
    """Exactly these actions, in any order."""
    outcomes: tuple[str, ...] | None = None
    """Exactly these routes, in this order."""
    fields: frozenset[str] = frozenset()
    """Names of the fields that the author wrote down; only those are compared."""


@dataclass(frozen=True, slots=True)
class Example:
    """A test case: answers with what is expected of it."""

    id: str
    answers: Answers
    expect: Expectation
    about: str = ""
    source_only: bool = False
    place: Place | None = None
    """Where it stands, when it was read from a file."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in an advice that is not as expected."""

    field: str
    expected: str
    found: str
