"""The shapes of the files of an instrument: which keys there are, and what stands under each.

Names are checked elsewhere (`resolve`); conditions too (`conditions`), since they need the
questions.
"""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints

from integraal.model.answers import DONT_KNOW, NONE_OF_THESE
from integraal.model.sheet import GROUPING, RESULT
from integraal.reading.shapes.base import (
    CitationShape,
    Flag,
    GroundsShape,
    Identifier,
    Shape,
    Text,
    written_by_hand,
)
from integraal.reading.shapes.definition import DefinitionShape
from integraal.reading.shapes.numbers import NumbersShape
from integraal.reading.shapes.scores import ScoreShape
from integraal.reading.shapes.sources import SourceShape

SHARED = r"^[a-z0-9]+([_-][a-z0-9]+)*/[a-z0-9]+([_-][a-z0-9]+)*$"
"""The id of an instrument, a slash, and the id of a question."""

_CONDITIONS = ("all", "any", "not", "at_least_of", "otherwise", "direction")
# Words that mean something already: in a condition, or as columns that are no question.
RESERVED_OPTIONS = (DONT_KNOW.value, NONE_OF_THESE, *_CONDITIONS)
RESERVED_QUESTIONS = (*RESERVED_OPTIONS, *GROUPING, *RESULT)


class OptionShape(Shape):
    """One possible answer."""

    id: Identifier
    label: Text
    """What people choose."""
    hint: str = ""
    """A sentence that explains the label."""
    level: Identifier | None = None
    """Where the question describes the present: the level that this option belongs to."""
    compulsory: Flag = False
    """It says that nobody may refuse the help."""


def _whole_or_shared(schema: dict[str, Any]) -> None:
    """A question stands here whole, or is one that another instrument asks."""
    schema["anyOf"] = [{"required": schema.pop("required")}, {"required": ["same_as"]}]
    schema["if"] = {"properties": {"kind": {"enum": ["one", "several", "text"]}}}
    schema["then"] = {"properties": dict.fromkeys(NumbersShape.model_fields, False)}


class QuestionShape(NumbersShape):
    """One question."""

    model_config = ConfigDict(json_schema_extra=_whole_or_shared)

    same_as: Annotated[str, StringConstraints(pattern=SHARED)] | None = None
    """`instrument/question`: another instrument asks it; only `ask_when` and
    `own_addition` may stand beside it."""
    id: Identifier
    """The name by which rules and case files refer to this question."""
    name: Text
    """A few words, for lists and tables."""
    ask: Text
    """The question itself."""
    why: Text
    """Why it is asked; shown to whoever wants to know."""
    kind: Literal["one", "several", "number", "text"]
    prompts: list[Text] = []
    """Lines to think of while answering."""
    options: list[OptionShape] = []
    """From low to high need; `at_least` uses that order."""
    options_from_scale: Flag = False
    """The options are the levels of the scale."""
    ask_when: Annotated[Any, written_by_hand("OptionalCondition")] = None
    """A condition on earlier questions; when it is false, the question does not apply."""
    source: CitationShape | None = None
    """Where the question comes from; else that of the section."""
    changeable: Flag = False
    """People can alter it (agreements, consent), as against facts about people."""
    for_reflection: Flag = False
    """Asked to think about; no rule may use it."""
    on_request: Flag = False
    """On paper always; on a screen only when asked for."""
    estimate_of: Literal["family", "professional"] | None = None
    """Whose own estimate of the level this is, asked before the result."""
    from_case: Literal["land"] | None = None
    """The key at the top of the case file that answers it."""
    own_addition: Flag = False
    """The source document does not ask this; `--alleen-bron` leaves it out, unless somebody's
    danger hangs on it: then it is asked, and does not count for the level."""
    sensitive: Flag = False
    """Its answer is for professionals only, until those involved were talked with."""


class SectionShape(Shape):
    """Questions that belong together."""

    id: Identifier
    title: Text
    about: str = ""
    own_addition: Flag = False
    """All its questions are our own addition."""
    source: CitationShape | None = None
    questions: Annotated[list[QuestionShape], Field(min_length=1)]


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
    """The same in words for the family."""
    urgent: Literal["danger", "ask"] | None = None
    """`danger` when somebody may be in danger: said at once, everywhere, with whom to call. `ask`
    for an answer that goes before the rest."""
    call: list[Text] = []
    """Ids of the help lines to call; for `urgent: danger` only."""
    sensitive: Flag = False
    """It is for professionals only, until those involved were talked with."""


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
    title: Text
    about: str = ""
    """What it is for, shown before the first question."""
    source: CitationShape
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
