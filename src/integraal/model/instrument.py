"""An instrument: questions in sections, and rules over their answers.

All texts are in one language (`language`); another language is another Instrument of the
same shape, so whoever lays out pages need not know about translating.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, TypeVar, assert_never

from integraal.model.condition import Condition, Otherwise, Trigger, WhenDirection, leaves_of
from integraal.model.help_line import HelpLine
from integraal.model.scale import Scale
from integraal.model.source import Citation, Grounds, Source
from integraal.model.text import Text


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
    label: Text
    hint: Text = ""
    """A sentence that explains the label; may be empty."""
    level: str = ""
    """For a question that describes the present: the level this option belongs to."""
    compulsory: bool = False
    """Whether it says that nobody may refuse the help."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, asked once, whichever instruments use it."""

    id: str
    name: Text
    """A few words, for lists and tables."""
    ask: Text
    why: Text
    kind: Kind
    prompts: tuple[Text, ...] = ()
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
    own_addition: bool = False
    """Whether the source document does not ask this; `--alleen-bron` leaves it out, unless
    somebody's danger hangs on it."""
    sensitive: bool = False
    """Whether its answer is for professionals only, until those involved were talked with."""

    def option(self, option_id: str) -> Option:
        """The option with this id; KeyError when there is none."""
        return _by_id(self.options, option_id)

    @property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options, low to high need."""
        return tuple(option.id for option in self.options)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together."""

    id: str
    title: Text
    about: Text
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
    sensitive: bool = False
    """Whether its reason is for professionals only."""
    minimum_of: str = ""
    """Id of the instrument that it is taken from; empty for a rule of the instrument itself."""
    taken_from: Text = ""
    """Title of that instrument."""

    @property
    def condition(self) -> Condition | None:
        """What it asks of the answers; None where it looks at other rules or the direction."""
        return None if isinstance(self.when, (Otherwise, WhenDirection)) else self.when

    @property
    def target(self) -> str:
        """Id of the level, outcome or action that it leads to; empty where it leads to none."""
        match self.effect:
            case Raise(target) | Limit(target) | Route(target) | Act(target):
                return target
            case Provisional():
                return ""
            case _:
                assert_never(self.effect)


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
    title: Text
    policy: OutcomePolicy


@dataclass(frozen=True, slots=True)
class Never:
    """A promise about every case: this does not come out while that may hold, or not ever."""

    id: str
    out: Effect
    """What never comes out, not even as something that might."""
    when: Condition | None
    grounds: Grounds
    together_with: tuple[str, ...] = ()
    """Ids of outcomes: then it may come out, but never beside one of these."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """An old name that case files may still use."""

    question: str
    to: str
    option: str = ""
    """When set, `to` is the new id of this option of `question`."""


@dataclass(frozen=True, slots=True)
class Release:
    """After which talk others may read what is sensitive."""

    question: str
    """Of this instrument or of another: whether those involved were talked with."""
    option: str
    """The answer that they were."""
    never: str
    """The answer that talking is not safe: then there is no page for others at all."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """Questions in sections, and the rules over them."""

    id: str
    version: str
    language: str
    title: Text
    about: Text
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
    unasked: tuple[Question, ...] = ()
    """Questions of other instruments that are not put to anybody here, but count where a case has
    their answer."""
    minimum_from: tuple[str, ...] = ()
    """Ids of the instruments of which the rules that raise the level count here too."""
    withhold_until: Release | None = None
    """When others may read what is sensitive; None for never."""
    keep_apart: bool = False
    """Whether it is not about a family: its answers never share a case file with those that are."""
    highest: str = ""
    """The highest level that this instrument is meant to advise; empty for the whole scale."""
    present: Present | None = None
    renamed: tuple[Renamed, ...] = ()
    sources: tuple[Source, ...] = ()
    """Every source that this instrument or its scale cites."""
    help_lines: tuple[HelpLine, ...] = ()
    """Every line that its dangers call, the most urgent first."""
    fingerprint: str = ""
    """`sha256:` of what its files and its scale's say, whatever their lay-out or language."""

    def questions(self) -> Iterator[Question]:
        """All questions in the order in which they are asked."""
        for section in self.sections:
            yield from section.questions

    def every_question(self) -> Iterator[Question]:
        """All questions whose answers count: those that are asked, then those that are not."""
        yield from self.questions()
        yield from self.unasked

    def question(self, question_id: str) -> Question:
        """The question with this id, asked here or not; KeyError when there is none."""
        return _by_id(self.every_question(), question_id)

    def action(self, action_id: str) -> Statement:
        """The action with this id; KeyError when there is none."""
        return _by_id(self.actions, action_id)

    def action_of(self, rule: Rule) -> Statement:
        """The action that a rule calls for; KeyError when it calls for none."""
        return self.action(rule.target if isinstance(rule.effect, Act) else "")

    def outcome(self, outcome_id: str) -> Statement:
        """The outcome with this id; KeyError when there is none."""
        return _by_id(self.outcomes, outcome_id)

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id; KeyError when there is none."""
        return _by_id(self.rules, rule_id)

    def statement_of(self, rule: Rule) -> Statement | None:
        """The action or outcome that a rule leads to; None where it leads to neither."""
        match rule.effect:
            case Act(name):
                return self.action(name)
            case Route(name):
                return self.outcome(name)
            case Raise() | Limit() | Provisional():
                return None
            case _:
                assert_never(rule.effect)

    @property
    def danger_rules(self) -> tuple[Rule, ...]:
        """The rules that say that somebody may be in danger."""
        told = ((rule, self.statement_of(rule)) for rule in self.rules)
        return tuple(
            rule for rule, statement in told if statement and statement.urgent is Urgency.DANGER
        )

    @property
    def danger_questions(self) -> frozenset[str]:
        """Ids of the questions on which it hangs whether somebody may be in danger."""
        return frozenset(
            leaf.question for rule in self.danger_rules for leaf in leaves_of(rule.when)
        )

    @property
    def has_own_additions(self) -> bool:
        """Whether any question is our own addition, so that `--alleen-bron` means something."""
        return any(question.own_addition for question in self.questions())

    def calls(self, statement: Statement) -> tuple[HelpLine, ...]:
        """The help lines that a statement calls, the most urgent first."""
        return tuple(line for line in self.help_lines if line.id in statement.call)

    def rules_with(self, effect: type[Effect]) -> tuple[Rule, ...]:
        """The rules that have this kind of effect, in their order."""
        return tuple(rule for rule in self.rules if isinstance(rule.effect, effect))

    @property
    def level_ids(self) -> tuple[str, ...]:
        """Ids of the levels of the scale, lowest first; none where there is no scale."""
        return tuple(level.id for level in self.scale.levels) if self.scale else ()

    def rank(self, level_id: str) -> int:
        """Where a level stands on the scale, 0 for the lowest; ValueError when it does not."""
        return self.level_ids.index(level_id)


_WithId = TypeVar("_WithId", Option, Question, Statement, Rule)


def _by_id(things: Iterable[_WithId], wanted: str) -> _WithId:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
