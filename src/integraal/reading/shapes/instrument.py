"""The shapes of the files of an instrument: which keys there are, and what stands under each.

Names are checked elsewhere (`resolve`); conditions too (`conditions`), since they need the
questions.
"""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from integraal.reading.shapes.base import (
    Citations,
    CitationShape,
    Flag,
    GroundsShape,
    Identifier,
    Language,
    Shape,
    Text,
    Validated,
    written_by_hand,
)
from integraal.reading.shapes.question import QuestionShape
from integraal.reading.shapes.scores import ScoreShape
from integraal.reading.shapes.sources import SourceShape


class SectionShape(Shape):
    """Questions that belong together."""

    id: Identifier
    title: Text
    about: str = ""
    own_addition: Flag = False
    """All its questions are our own addition."""
    source: CitationShape | None = None
    questions: Annotated[list[QuestionShape], Field(min_length=1)]


class DefinitionShape(Shape):
    """A condition that has a name."""

    id: Identifier
    """The name by which conditions refer to it; not that of a question."""
    code: str = ""
    """A number in a brief, such as R4."""
    name: Text
    """A few words, for explanations."""
    when: Annotated[Any, written_by_hand("Condition")]
    """A condition; it may also look at an outcome of an earlier table."""
    because: Text
    """What it means, in a sentence for people."""
    support: Literal["source", "direction", "choice"]
    """A source says so, a source points that way, or it is a choice of ours."""
    source: Citations


_EFFECTS = ("at_least", "at_most", "outcome", "action", "provisional")
_PROMISED = ("at_least", "at_most", "outcome", "action")


class RuleShape(GroundsShape):
    """If `when`, then exactly one effect."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": [e]} for e in _EFFECTS]})

    when: Annotated[Any, written_by_hand("Trigger")]
    """A condition, `otherwise`, or a direction."""
    at_least: Identifier | None = None
    """The level is at least this; the highest that holds wins."""
    at_most: Identifier | None = None
    """What is feasible now is at most this; never lowers the advice."""
    outcome: Identifier | None = None
    """The case goes this way; an id of `outcomes`."""
    action: Identifier | None = None
    """Something to discuss or do; an id of `actions`."""
    provisional: Flag | None = None
    """The advice is provisional as long as this rule holds, or might."""
    supports_only: Flag = False
    """It gives a reason but never decides; `controleer` proves that it does not."""
    overrides: list[Identifier] = []
    """Ids of later rows of a `first` table that this row goes before when both hold."""
    leads_to: Identifier | None = None
    """The id of another instrument, which fits next when this holds."""
    sensitive: Flag = False
    """Its reason is for professionals only."""


class PresentShape(GroundsShape):
    """Which question describes the present."""

    question: Identifier
    """The question that describes the present; its options name their level."""


class StatementShape(Shape):
    """The text of an action or outcome."""

    id: Identifier
    text: Text
    for_family: str = ""
    """The same in words for the family; `none` where it is not for them."""
    urgent: Literal["danger", "ask"] | None = None
    """`danger` when somebody may be in danger: said at once, everywhere, with whom to call. `ask`
    for an answer that goes before the rest."""
    call: list[Text] = []
    """Ids of the help lines to call; for `urgent: danger` only."""
    for_child: str = ""
    """The same in words for a child of 8 to 12, who else reads nothing of it; where an instrument
    has none at all, a child reads `for_family`."""
    who: list[Identifier] = []
    """Ids of the `roles` whose part it is; left out where it is everybody's."""
    sensitive: Flag = False
    """It is for professionals only, until those involved were talked with."""


class RoleShape(Shape):
    """What is whose part: a page for a professional is made of it."""

    id: Identifier
    name: Text
    """Whose role it is."""
    does: Annotated[list[Text], Field(min_length=1)]
    """What this professional does, a sentence each."""
    may: list[Text] = []
    """What this professional may do, and need not."""
    hands_over: list[Text] = []
    """What goes to somebody else, to whom and when."""
    escalates: list[Text] = []
    """When to go to a manager or another team."""
    source: CitationShape


class ActionShape(StatementShape):
    """Something to discuss or do."""

    leads_to: Identifier | None = None
    """The id of another instrument, which fits next."""


class OutcomeShape(ActionShape):
    """A way that a case can go."""

    table: Identifier | None = None
    """The table it belongs to; an id of `tables`."""
    services: Flag = False
    """Each region says for itself which services this is."""
    task_below: Identifier | None = None
    """A level: where an instrument with a scale advises less, this is a task and not the level."""
    task_note: str = ""
    """Why it is a task and not the level, in a sentence."""


class TableShape(Shape):
    """Outcomes that answer one question together."""

    id: Identifier
    title: Text
    """The question that these outcomes answer, as the page shows it."""
    policy: Literal["first", "collect"]
    """`first` reads the rows from the top; `collect` keeps all that hold."""


class NeverShape(GroundsShape):
    """A promise about every case there can be; `controleer` proves it."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [e]} for e in _PROMISED],
            "anyOf": [{"required": [e]} for e in ("while", "with")],
        }
    )

    outcome: Identifier | None = None
    """This way is never shown, not even as one that may be."""
    action: Identifier | None = None
    """This action is never asked for."""
    at_least: Identifier | None = None
    """The advice never reaches this level."""
    at_most: Identifier | None = None
    """What is feasible now is never limited to this level."""
    while_: Annotated[Any, written_by_hand("Condition")] = Field(None, alias="while")
    """As long as this condition holds, or might."""
    with_: list[Identifier] = Field([], alias="with", min_length=1)
    """Ids of outcomes: it may come out, but never while one of these does."""


class RenamedShape(Shape):
    """An old name that case files may still use."""

    question: Identifier
    """The old name; or, with `option`, the question that has the option."""
    option: Identifier | None = None
    """The old name of the option."""
    to: Identifier
    """The new name."""


class RetiredShape(Shape):
    """A question, or an option of one, that is gone and that case files may still hold."""

    question: Identifier
    option: Identifier | None = None


class ReleaseShape(Shape):
    """After which talk others may read what is sensitive."""

    question: Identifier
    """Whether those involved were talked with; of this instrument or of another."""
    option: Identifier
    """The answer that they were."""
    never: Identifier
    """The answer that talking is not safe: then there is no page for others at all."""


class InstrumentShape(Shape):
    """An instrument file."""

    schema_: Literal["integraal/instrument/1"] = Field(alias="schema")
    id: Identifier
    version: Text
    language: Language = "nl"
    """In which its texts are."""
    title: Text
    about: str = ""
    """What it is for, shown before the first question."""
    source: CitationShape
    validated: Validated = None
    """Who studied where the questions lead; `none` where nobody did. Every page says it."""
    disclaimer: str = ""
    """What must be said with advice; where it is missing, that of the scale."""
    family_title: str = ""
    """Above the page for a family; where it is missing, that of the scale."""
    scale: Identifier | None = None
    """The scale whose levels it advises; none for routes only."""
    outcome_policy: Literal["first", "collect"] | None = None
    """`first` reads the routes as a table from the top; `collect` keeps all that hold, and is what
    holds where nothing is said. An instrument with `tables` says it of each table instead."""
    withhold_until: ReleaseShape | None = None
    """When others than professionals may read what is sensitive; without it, never."""
    keep_apart: Flag = False
    """It is not about a family: its answers never share a case file with those that are."""
    highest: Identifier | None = None
    """The highest level that this instrument is meant to advise."""
    minimum_from: list[Identifier] = []
    """Instruments of which the rules that raise the level count here too."""
    current: PresentShape | None = None
    """Which question describes the present."""
    sections: Annotated[list[SectionShape], Field(min_length=1)]
    also_counts: list[QuestionShape] = []
    """Questions of other instruments (`same_as`), not asked here, that a case may answer."""
    definitions: list[DefinitionShape] = []
    """Conditions that have a name, which other conditions use."""
    roles: list[RoleShape] = []
    """Professionals of whom it says whose part what is."""
    actions: list[ActionShape] = []
    tables: list[TableShape] = []
    """Where the outcomes answer more than one question: the questions."""
    outcomes: list[OutcomeShape] = []
    rules: list[RuleShape] = []
    scores: list[ScoreShape] = []
    """Sums over the answers to some questions, with what they mean."""
    never: list[NeverShape] = []
    """What never comes out of this instrument, whatever the answers."""
    renamed: list[RenamedShape] = []
    """Old names that case files may still use."""
    retired: list[RetiredShape] = []
    """Questions and options that went away; answers with them stay readable, and do not count."""
    sources: list[SourceShape] = []
    """Sources that only this instrument cites."""
