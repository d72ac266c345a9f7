"""The shapes of files with test cases."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, StringConstraints

from integraal.reading.shapes.base import (
    IDENTIFIER,
    CitationShape,
    Flag,
    Identifier,
    Shape,
    written_by_hand,
)
from integraal.reading.shapes.question import SHARED
from integraal.reading.shapes.scores import Sum

RuleName: TypeAlias = Annotated[str, StringConstraints(pattern=rf"{IDENTIFIER}|{SHARED}")]
"""The id of a rule; one that is taken from another instrument has that one's id and a slash before
its own."""


class ExpectationShape(Shape):
    """What an author expects of the advice; what is left out may be anything."""

    level: Identifier | None = None
    reach: Identifier | None = None
    current: Identifier | None = None
    feasible: Identifier | None = None
    direction: Literal["opschalen", "passend", "afschalen_bespreken", "onbekend"] | None = None
    provisional: Flag | None = None
    rules: tuple[RuleName, ...] = ()
    """These rules certainly hold."""
    rules_open: tuple[RuleName, ...] = ()
    """These might hold."""
    rules_off: tuple[RuleName, ...] = ()
    """These certainly do not hold."""
    actions: tuple[Identifier, ...] | None = None
    """Exactly these actions, in any order."""
    outcomes: tuple[Identifier, ...] | None = None
    """Exactly these routes hold, in this order."""
    outcomes_open: tuple[Identifier, ...] = ()
    """Exactly these might hold, in this order; none where only `outcomes` is given."""
    urgent: tuple[Identifier, ...] | None = None
    """Exactly these actions and routes say that somebody may be in danger, in any order."""
    calls: dict[Identifier, tuple[Identifier, ...]] = {}
    """For some of these: exactly the help lines that they call, in any order."""
    ask_first: tuple[Identifier, ...] | None = None
    """Exactly these go before the rest without being a danger (`urgent: ask`), in any order."""
    for_others: Literal["shown", "withheld"] | None = None
    """Whether there is a page for others than professionals."""
    hidden: tuple[Identifier, ...] | None = None
    """Exactly what others do not see: questions answered, rules, actions and routes."""
    for_child: Literal["shown", "withheld"] | None = None
    """The same for a child, who never sees what is sensitive, whoever was talked with."""
    hidden_from_child: tuple[Identifier, ...] | None = None
    """Exactly what a child does not see."""
    left_out: tuple[Identifier, ...] | None = None
    """Under `source_only`: exactly these answers are left out."""
    not_counted: tuple[Identifier, ...] | None = None
    """Under `source_only`: exactly these answers count for danger alone."""
    promises: tuple[Identifier, ...] = ()
    """These promises forbid something here."""
    promises_off: tuple[Identifier, ...] = ()
    """These do not."""
    scores: dict[Identifier, tuple[Sum, Sum]] = {}
    """For some scores: exactly the lowest and the highest sum that the answers leave open."""


class ExampleShape(Shape):
    """One case with what is expected of it."""

    id: Identifier
    about: str = ""
    source: CitationShape | None = None
    source_only: Flag = False
    """Leave out the sections that are our own addition."""
    answers: Annotated[Any, written_by_hand("Answers")] = None
    expect: ExpectationShape


class ExamplesShape(Shape):
    """A file of an author's test cases for one instrument."""

    schema_: Literal["integraal/test/1"] = Field(alias="schema")
    instrument: Identifier
    cases: Annotated[list[ExampleShape], Field(min_length=1)]
