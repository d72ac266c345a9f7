"""An instrument: questions in sections, and rules over their answers.

All texts are in one language (`language`); another language is another Instrument of the
same shape, so whoever lays out pages need not know about translating.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar, assert_never

from integraal.model.condition import OneIn, leaves_of
from integraal.model.instrument.definition import Definition
from integraal.model.instrument.question import Question, Section
from integraal.model.instrument.rule import (
    Act,
    Effect,
    Limit,
    Never,
    Provisional,
    Raise,
    Route,
    Rule,
)
from integraal.model.instrument.score import Score
from integraal.model.instrument.statement import Role, Statement, Table, Urgency
from integraal.model.instrument.validation import Validation
from integraal.model.scale import Scale
from integraal.model.services.help_line import HelpLine
from integraal.model.source import Citation, Grounds, Source
from integraal.model.text import Text


@dataclass(frozen=True, slots=True)
class Present:
    """Which question describes the present; its options name their levels."""

    id: str
    question: str
    grounds: Grounds


@dataclass(frozen=True, slots=True)
class Renamed:
    """An old name that case files may still use."""

    question: str
    to: str
    option: str = ""
    """When set, `to` is the new id of this option of `question`."""


@dataclass(frozen=True, slots=True)
class Retired:
    """A question, or an option of one, that is no longer there; an answer with it counts for
    nothing.
    """

    question: str
    option: str = ""
    """When set, only this option of `question`."""


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
    """In which its texts are shown."""
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
    roles: tuple[Role, ...] = ()
    """Professionals of whom it says whose part what is."""
    scores: tuple[Score, ...] = ()
    never: tuple[Never, ...] = ()
    """Promises that `controleer` proves."""
    definitions: tuple[Definition, ...] = ()
    """Conditions that have a name; other conditions hold what they say."""
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
    validated: Validation | None = None
    """Who studied where it leads; None where its author does not say."""
    disclaimer: Text = ""
    """What its author adds to that; see `disclaimer_here`."""
    family_title: Text = ""
    """Above the page for a family; see `family_title_here`."""
    present: Present | None = None
    renamed: tuple[Renamed, ...] = ()
    retired: tuple[Retired, ...] = ()
    sources: tuple[Source, ...] = ()
    """Every source that this instrument or its scale cites."""
    help_lines: tuple[HelpLine, ...] = ()
    """Every line that its dangers call, the most urgent first."""
    fingerprint: str = ""
    """`sha256:` of what its files and its scale's say, whatever their lay-out or language."""
    written_in: str = "nl"
    """The language of its author, in which its file is."""

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

    def score(self, score_id: str) -> Score:
        """The score with this id; KeyError when there is none."""
        return _by_id(self.scores, score_id)

    def rule(self, rule_id: str) -> Rule:
        """The rule with this id; KeyError when there is none."""
        return _by_id(self.rules, rule_id)

    def definition(self, definition_id: str) -> Definition:
        """The definition with this id; KeyError when there is none."""
        return _by_id(self.definitions, definition_id)

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

    def danger_of(self, rule: Rule) -> Statement:
        """What one of the `danger_rules` says; KeyError when a rule says nothing."""
        said = self.outcomes if isinstance(rule.effect, Route) else self.actions
        return _by_id(said, rule.target)

    @property
    def danger_questions(self) -> frozenset[str]:
        """Ids of the questions on which it hangs whether somebody may be in danger."""
        return frozenset(
            leaf.question for rule in self.danger_rules for leaf in leaves_of(rule.when)
        )

    @property
    def danger_routes(self) -> tuple[str, ...]:
        """Ids of the outcomes of which a row asks for an answer that makes a danger true."""
        asked = [leaf for rule in self.danger_rules for leaf in leaves_of(rule.when)]
        dangers = {
            (leaf.question, option)
            for leaf in asked
            if isinstance(leaf, OneIn)
            for option in leaf.options
        }
        led = (
            rule.target
            for rule in self.rules_with(Route)
            for leaf in leaves_of(rule.when)
            if isinstance(leaf, OneIn)
            and all((leaf.question, option) in dangers for option in leaf.options)
        )
        return tuple(dict.fromkeys(led))

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
    def disclaimer_here(self) -> str:
        """What must be said with advice: its own words, else those of its scale."""
        return self.disclaimer or (self.scale.disclaimer if self.scale else "")

    @property
    def family_title_here(self) -> str:
        """What stands above the page for a family: its own words, else those of its scale."""
        return self.family_title or (self.scale.family_title if self.scale else "")

    @property
    def speaks_to_families(self) -> bool:
        """Whether anything in it is said in words for the family."""
        said = [*(one.for_family for one in (*self.actions, *self.outcomes))]
        return any((*said, *(rule.grounds.for_family for rule in self.rules)))

    @property
    def speaks_to_children(self) -> bool:
        """Whether it has words for a child; where not, a child reads those for the family."""
        return any(one.for_child for one in (*self.actions, *self.outcomes))

    @property
    def level_ids(self) -> tuple[str, ...]:
        """Ids of the levels of the scale, lowest first; none where there is no scale."""
        return tuple(level.id for level in self.scale.levels) if self.scale else ()

    def rank(self, level_id: str) -> int:
        """Where a level stands on the scale, 0 for the lowest; ValueError when it does not."""
        return self.level_ids.index(level_id)


_WithId = TypeVar("_WithId", Question, Statement, Rule, Score, Definition)


def _by_id(things: Iterable[_WithId], wanted: str) -> _WithId:
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
