"""The shape of a question: what it asks, and what may answer it."""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from integraal.model.answers import DONT_KNOW, NONE_OF_THESE
from integraal.model.sheet import GROUPING, KEEP_UNTIL, RESULT
from integraal.reading.numbers import number_in
from integraal.reading.shapes.base import (
    CitationShape,
    Flag,
    Identifier,
    Shape,
    Text,
    written_by_hand,
)

SHARED = r"^[a-z0-9]+([_-][a-z0-9]+)*/[a-z0-9]+([_-][a-z0-9]+)*$"
"""The id of an instrument, a slash, and the id of a question."""

_CONDITIONS = ("all", "any", "not", "at_least_of", "otherwise", "direction")
# Words that mean something already: in a condition, or as columns that are no question.
RESERVED_OPTIONS = (DONT_KNOW.value, NONE_OF_THESE, *_CONDITIONS)
RESERVED_QUESTIONS = (*RESERVED_OPTIONS, *GROUPING, *RESULT, KEEP_UNTIL)


FromNetwork: TypeAlias = Literal[
    "meetings_in_a_year", "sectors_present", "agenda_items", "map_kept", "map_checked", "key_point",
    "recurring_theme", "theme_organisations", "local_chair", "partner_kinds", "contact_point",
    "commitment",
]  # fmt: skip
"""What the file of a network can know."""


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


def _number(value: Any) -> Any:
    number = number_in(value) if isinstance(value, str) else None
    if number is None:
        raise PydanticCustomError("number", "no number")
    return number


Number: TypeAlias = Annotated[int | float, BeforeValidator(_number, json_schema_input_type=float)]


class NumbersShape(Shape):
    """What only a question of kind `number` has."""

    whole: Flag = False
    """Of a number: only whole numbers answer it."""
    min: Number | None = None
    """Of a number: the lowest that is an answer."""
    max: Number | None = None
    """Of a number: the highest that is an answer."""
    unit: str = ""
    """Of a number: what is counted, as it stands behind the number."""


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
    ask_family: str = ""
    """The same in words for the family, for a sheet to prepare the conversation with."""
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
    from_network: FromNetwork | None = None
    """What of the file of a network answers it, where somebody names one (`--regio`)."""
    own_addition: Flag = False
    """The source document does not ask this; `--alleen-bron` leaves it out, unless somebody's
    danger hangs on it: then it is asked, and does not count for the level."""
    sensitive: Flag = False
    """Its answer is for professionals only, until those involved were talked with."""
