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
    """Exactly these routes hold, in this order."""
    outcomes_open: tuple[str, ...] = ()
    """Exactly these might hold, in this order; compared wherever `outcomes` is."""
    urgent: tuple[str, ...] | None = None
    """Exactly these dangers, whatever the tables say, in any order."""
    calls: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For some of these dangers: exactly the help lines that they call, in any order."""
    ask_first: tuple[str, ...] | None = None
    """Exactly these actions and routes go before the rest without being a danger."""
    for_others: str | None = None
    """`shown` or `withheld`: whether there is a page for others than professionals."""
    hidden: tuple[str, ...] | None = None
    """Exactly what others do not see of this case: questions that were answered, rules that give
    a reason, actions and routes."""
    for_child: str | None = None
    """The same for a child, who never sees what is sensitive, whoever was talked with."""
    hidden_from_child: tuple[str, ...] | None = None
    left_out: tuple[str, ...] | None = None
    """Exactly these answers are left out where our own additions are."""
    not_counted: tuple[str, ...] | None = None
    """Exactly these answers then count for danger alone, and not for the level."""
    promises: tuple[str, ...] = ()
    """These promises forbid something here."""
    promises_off: tuple[str, ...] = ()
    """These do not."""
    scores: tuple[tuple[str, tuple[int, int]], ...] = ()
    """For some scores: exactly the lowest and the highest sum that the answers leave open."""
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
    """One thing in advice that is not as expected."""

    field: str
    expected: str
    found: str
