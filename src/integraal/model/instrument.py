"""An instrument: questions in sections, and rules over their answers.

All texts are in one language (`language`); another language is another Instrument of the
same shape, so whoever lays out pages need not know about translating.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from integraal.model.condition import Condition, Trigger
from integraal.model.scale import Scale
from integraal.model.source import Citation, Grounds, Source


class Kind(Enum):
    """What an answer to a question looks like."""

    ONE = "one"
    SEVERAL = "several"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer; options of a question stand from low to high need."""

    id: str
    label: str
    hint: str = ""
    """A sentence that explains the label; may be empty."""
    level: str = ""
    """For a question that describes the present: the level this option belongs to."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, asked once, whichever instruments use it."""

    id: str
    name: str
    """A few words, for lists and tables."""
    ask: str
    why: str
    kind: Kind
    prompts: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    options_from_scale: bool = False
    """Whether the options are the levels of the scale, in its words."""
    ask_when: Condition | None = None
    citation: Citation | None = None
    changeable: bool = False
    """Whether people can alter it (agreements, consent), as against facts about people."""
    for_reflection: bool = False
    """Asked to think about; no rule may use it."""
    on_request: bool = False
    """On paper always; on a screen only when asked for."""
    estimate_of: str = ""
    """`family` or `professional` when the answer is their own estimate of the level."""
    from_case: bool = False
    """Whether the case file says it once, for all its moments (`land`)."""
    same_as: str = ""
    """`instrument/question` where it was asked first; whoever answered it there did so here."""

    def option(self, option_id: str) -> Option:
        """Find an option by its id.

        Raises:
            KeyError: if the question has no such option.
        """
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)

    @property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options, low to high need."""
        return tuple(option.id for option in self.options)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together."""

    id: str
    title: str
    about: str
    own_addition: bool
    """Whether the source document does not ask this; `--alleen-bron` leaves it out."""
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Raise:
    """The level is at least this one."""

    level: str


@dataclass(frozen=True, slots=True)
class Limit:
    """What is feasible now is at most this level. Never lowers the advice."""

    level: str


@dataclass(frozen=True, slots=True)
class Route:
    """The case goes this way."""

    outcome: str


@dataclass(frozen=True, slots=True)
class Act:
    """A point to discuss or do."""

    action: str


@dataclass(frozen=True, slots=True)
class Provisional:
    """The advice is provisional as long as this rule holds, or might."""


Effect: TypeAlias = Raise | Limit | Route | Act | Provisional


@dataclass(frozen=True, slots=True)
class Rule:
    """If the trigger holds, then the effect, on these grounds."""

    id: str
    when: Trigger
    effect: Effect
    grounds: Grounds
    supports_only: bool = False
    """Whether it gives a reason but never decides; `controleer` proves that it does not."""
    overrides: tuple[str, ...] = ()
    """Ids of later rows of a `first` table that this row goes before when both hold."""
    leads_to: str = ""
    """Id of another instrument that fits next when this holds."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The text of an action or an outcome."""

    id: str
    text: str
    for_family: str = ""
    urgent: bool = False
    """Whether it comes before everything else on the page."""
    table: str = ""
    """For an outcome: the table it belongs to; empty for the one table without a name."""
    leads_to: str = ""
    """Id of another instrument that fits next."""
    services: bool = False
    """For an outcome: whether each region says for itself which services it is."""


@dataclass(frozen=True, slots=True)
class Present:
    """Which question describes the present; its options name their levels."""

    id: str
    question: str
    grounds: Grounds


class OutcomePolicy(Enum):
    """Which of the routes that hold count; the names are those of DMN."""

    FIRST = "first"
    COLLECT = "collect"


@dataclass(frozen=True, slots=True)
class Table:
    """Outcomes that answer one question together, such as who is in charge."""

    id: str
    """Empty for the one table of an instrument that names none."""
    title: str
    policy: OutcomePolicy


@dataclass(frozen=True, slots=True)
class Never:
    """A promise about every case there can be: this does not come out while that may hold."""

    id: str
    out: Effect
    """What never comes out, not even as something that might."""
    when: Condition
    """While this holds. It may ask whether something is known."""
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class Renamed:
    """An old name that case files may still use."""

    question: str
    to: str
    option: str = ""
    """When set, `to` is the new id of this option of `question`."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """Questions in sections, and the rules over them."""

    id: str
    version: str
    language: str
    title: str
    about: str
    citation: Citation
    scale: Scale | None
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...]
    actions: tuple[Statement, ...] = ()
    outcomes: tuple[Statement, ...] = ()
    tables: tuple[Table, ...] = ()
    """Of the outcomes; each outcome stands in one. None where there are no outcomes."""
    never: tuple[Never, ...] = ()
    """Promises that `controleer` proves."""
    keep_apart: bool = False
    """Whether it is not about a family: its answers never share a case file with those that are."""
    highest: str = ""
    """The highest level that this instrument is meant to advise; empty for the whole scale."""
    present: Present | None = None
    renamed: tuple[Renamed, ...] = ()
    sources: tuple[Source, ...] = ()
    """Every source that this instrument or its scale cites."""
    fingerprint: str = ""
    """`sha256:` of what its files and its scale's say, whatever their lay-out or language."""

    def questions(self) -> Iterator[Question]:
        """Walk through all questions in the order in which they are asked."""
        for section in self.sections:
            yield from section.questions

    def question(self, question_id: str) -> Question:
        """Find a question by its id.

        Raises:
            KeyError: if the instrument does not ask it.
        """
        for question in self.questions():
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def action(self, action_id: str) -> Statement:
        """Find an action by its id.

        Raises:
            KeyError: if there is no such action.
        """
        return {action.id: action for action in self.actions}[action_id]

    def action_of(self, rule: Rule) -> Statement:
        """Find the action that a rule calls for.

        Raises:
            KeyError: if it calls for none.
        """
        return self.action(rule.effect.action if isinstance(rule.effect, Act) else "")

    def outcome(self, outcome_id: str) -> Statement:
        """Find an outcome by its id.

        Raises:
            KeyError: if there is no such outcome.
        """
        return {outcome.id: outcome for outcome in self.outcomes}[outcome_id]

    def rule(self, rule_id: str) -> Rule:
        """Find a rule by its id.

        Raises:
            KeyError: if there is no such rule.
        """
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)
