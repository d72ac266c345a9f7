"""The shapes of the files of an instrument: which keys there are, and what stands under each.

Names are checked elsewhere (`resolve`); conditions too (`conditions`), since they need the
questions.
"""

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, StringConstraints

from integraal.reading.shape import CitationShape, Flag, Identifier, Shape, Text

# Words that already mean something where an option stands.
RESERVED_OPTIONS = ("weet_niet", "geen_van_deze")


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


Citations: TypeAlias = Annotated[list[CitationShape], BeforeValidator(_listed), Field(min_length=1)]


class OptionShape(Shape):
    """One possible answer."""

    id: Identifier
    label: Text
    hint: str = ""
    level: Identifier | None = None


class QuestionShape(Shape):
    """One question."""

    id: Identifier
    name: Text
    ask: Text
    why: Text
    kind: Literal["one", "several", "number", "text"]
    prompts: list[Text] = []
    options: list[OptionShape] = []
    options_from_scale: Flag = False
    ask_when: Any = None
    source: CitationShape | None = None
    changeable: Flag = False
    for_reflection: Flag = False
    on_request: Flag = False
    estimate_of: Literal["family", "professional"] | None = None


class SectionShape(Shape):
    """Questions that belong together."""

    id: Identifier
    title: Text
    about: str = ""
    own_addition: Flag = False
    source: CitationShape | None = None
    questions: Annotated[list[QuestionShape], Field(min_length=1)]


class GroundsShape(Shape):
    """Why something is said, with its support and sources."""

    id: Identifier
    code: str = ""
    because: Text
    for_family: str = ""
    support: Literal["source", "direction", "choice"]
    source: Citations


class RuleShape(GroundsShape):
    """If `when`, then exactly one effect."""

    when: Any
    at_least: Identifier | None = None
    at_most: Identifier | None = None
    outcome: Identifier | None = None
    action: Identifier | None = None
    provisional: Flag | None = None
    supports_only: Flag = False
    overrides: list[Identifier] = []


class PresentShape(GroundsShape):
    """Which question describes the present."""

    question: Identifier


class StatementShape(Shape):
    """The text of an action or outcome."""

    id: Identifier
    text: Text
    for_family: str = ""
    urgent: Flag = False


class RenamedShape(Shape):
    """An old name that case files may still use."""

    question: Identifier
    option: Identifier | None = None
    to: Identifier


class SourceShape(Shape):
    """A document or publication."""

    id: Text
    title: Text
    where: Text


class SourcesShape(Shape):
    """A file of sources."""

    schema_: Literal["integraal/sources/1"] = Field(alias="schema")
    sources: list[SourceShape]


class InstrumentShape(Shape):
    """An instrument file."""

    schema_: Literal["integraal/instrument/1"] = Field(alias="schema")
    id: Identifier
    version: Text
    title: Text
    about: str = ""
    source: CitationShape
    scale: Identifier | None = None
    outcome_policy: Literal["first", "collect"] = "collect"
    current: PresentShape | None = None
    sections: Annotated[list[SectionShape], Field(min_length=1)]
    actions: list[StatementShape] = []
    outcomes: list[StatementShape] = []
    rules: list[RuleShape] = []
    renamed: list[RenamedShape] = []
    sources: list[SourceShape] = []


class FormShape(Shape):
    """A way of working that belongs to a level."""

    id: Identifier
    name: Text
    what: Text
    examples: list[Text] = []


class AttentionPointShape(Shape):
    """Something to keep in mind at a level."""

    id: Identifier
    short: Text
    text: Text
    place: str = ""


class LevelShape(Shape):
    """One level."""

    id: Identifier
    name: Text
    intensity: Text
    what: Text
    for_family: Text
    note: str = ""
    place: str = ""
    forms: list[FormShape] = []
    attention_points: list[AttentionPointShape] = []


class ScaleShape(Shape):
    """A scale file, lowest level first."""

    schema_: Literal["integraal/scale/1"] = Field(alias="schema")
    id: Identifier
    version: Text
    title: Text
    source: CitationShape
    levels: Annotated[list[LevelShape], Field(min_length=2)]


class TranslatedShape(Shape):
    """One text in another language."""

    of: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
    text: Text


class TranslationShape(Shape):
    """An overlay: an instrument or a scale in another language."""

    schema_: Literal["integraal/translation/1"] = Field(alias="schema")
    translates: Identifier
    language: Literal["en", "fr"]
    texts: dict[str, TranslatedShape]
