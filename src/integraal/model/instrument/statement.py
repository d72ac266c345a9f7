"""The texts of actions and outcomes, how urgent they are, whose they are, and their tables."""

from dataclasses import dataclass
from enum import Enum

from integraal.model.source import Citation
from integraal.model.text import Text


class Urgency(Enum):
    """Why something goes before the rest."""

    DANGER = "danger"
    """Somebody may be in danger: said at once, in every mode and body, with whom to call."""
    ASK = "ask"
    """An answer that goes before the rest; it never interrupts."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of an action or an outcome."""

    id: str
    text: Text
    for_family: Text = ""
    for_child: Text = ""
    """In words for a child; may be empty."""
    who: tuple[str, ...] = ()
    """Ids of the roles whose part it is; empty where it is everybody's."""
    not_for_family: bool = False
    """Whether its author says that the family does not read of it; else words may be forgotten."""
    urgent: Urgency | None = None
    """Why it comes before everything else on the page; None where it does not."""
    call: tuple[str, ...] = ()
    """Ids of the help lines to call, where somebody may be in danger."""
    sensitive: bool = False
    """Whether it is for professionals only, until those involved were talked with."""
    table: str = ""
    """For an outcome: the table it belongs to; empty for the one table without a name."""
    leads_to: str = ""
    """Id of another instrument that fits next."""
    services: bool = False
    """For an outcome: whether each region says for itself which services it is."""
    task_below: str = ""
    """For an outcome: beside a level lower than this one, it is a task and not the level."""
    task_note: Text = ""
    """Why that is so."""


@dataclass(frozen=True, slots=True)
class Role:
    """A professional's part: what somebody does, may do, hands over, and when to ask higher up."""

    id: str
    name: Text
    citation: Citation
    does: tuple[Text, ...]
    may: tuple[Text, ...] = ()
    hands_over: tuple[Text, ...] = ()
    escalates: tuple[Text, ...] = ()


class OutcomePolicy(Enum):
    """Which of the routes that hold count; the names are those of DMN."""

    FIRST = "first"
    COLLECT = "collect"


@dataclass(frozen=True, slots=True)
class Table:
    """Outcomes that answer one question together, such as who is in charge."""

    id: str
    """Empty for the one table of an instrument that names none."""
    title: Text
    policy: OutcomePolicy
