"""One small document model: what stands on a page, not how it looks and not what it is about.

Composers build it, renderers draw it. Texts are plain; what in them could be markup or a code
for a terminal is the business of the renderer, which shows it as text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from integraal.model.keeping.mark import Mark
from integraal.report.figures import Bars, Ladder
from integraal.report.text import Inline, Texts


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Inline


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with smaller lines below it."""

    text: Inline
    below: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered when the order matters."""

    items: tuple[Item, ...]
    numbered: bool = False
    to_tick: bool = False
    """Whether each item has a box to tick off."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]
    blank_rows: int = 0
    """Rows to write in by hand, below the others."""
    row_code: str = ""
    """Before the number of each of those, where they are typed in from paper."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines to be shown as they are: those of a file, or to be copied into one."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Room to write by hand, or what was written."""

    count: int
    label: str = ""
    written: str = ""
    unit: str = ""
    """What stands behind the line."""


@dataclass(frozen=True, slots=True)
class Fields:
    """Names with room to write behind them."""

    labels: tuple[Texts, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """Something that must not be missed."""

    title: str
    blocks: tuple["Block", ...]
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The same in several languages; below each other where there is no room."""

    columns: tuple[tuple["Block", ...], ...]
    is_paged: bool = False
    """Whether each is a page of its own or more, after each other."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer with its box."""

    code: str
    labels: Texts
    hints: Texts = ()
    ticked: bool = False
    arrow: Texts = ()
    """What this answer by itself calls for at once, where somebody may be in danger."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Boxes to tick."""

    choices: tuple[Choice, ...]
    several: bool
    """Whether more than one may be ticked: square boxes, else round ones."""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question of a form, with the room for its answer; it stays together on one page."""

    code: str
    asks: Texts
    answer: Choices | WritingLines
    skip_when: Texts = ()
    prompts: tuple[Texts, ...] = ()
    """What to think of: for each language, its prompts."""
    go_to: tuple[Texts, ...] = ()
    """Where to go on, after some answers; one line for each."""
    beside: Choices | None = None
    """Boxes for whoever writes nothing on the lines."""
    also: tuple["FormQuestion", ...] = ()
    """What is asked with it, below it and on the same page."""


@dataclass(frozen=True, slots=True)
class FormSection:
    """Questions that belong together, under their heading and what is said about them."""

    lead: tuple["Block", ...]
    questions: tuple[FormQuestion, ...]
    """At least one."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is filled in by hand."""

    head: tuple["Block", ...]
    """Over the whole width: the title, what it is for, and who fills it in."""
    sections: tuple[FormSection, ...]
    """In columns, where paper allows them."""
    tail: tuple[tuple["Block", ...], ...]
    """Over the whole width again, part by part; a part stays together on one page."""
    is_booklet: bool = False
    """Whether it takes as many pages as it needs, in one column that reads easily."""

    @property
    def units(self) -> Iterator[tuple[tuple["Block", ...], FormQuestion]]:
        """Each question with what leads it, so that no heading stands alone on a page."""
        for section in self.sections:
            first, *others = section.questions
            yield section.lead, first
            yield from (((), question) for question in others)

    @property
    def asked(self) -> Iterator[tuple[tuple["Block", ...], FormQuestion]]:
        """The same, with what is asked along with a question as a unit of its own."""
        for lead, question in self.units:
            yield lead, question
            yield from (((), each) for each in question.also)


Block: TypeAlias = (
    Heading
    | Paragraph
    | Items
    | Table
    | Listing
    | WritingLines
    | Fields
    | Ladder
    | Bars
    | Callout
    | SideBySide
    | Form
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """That somebody may be in danger."""

    callout: Callout
    """What to do and whom to call: the first thing on a page, above its title."""
    last: Inline
    """The same on a line or two: the last thing on a screen, where the first has scrolled away."""
    short: Inline
    """What to do, without the other numbers: for every question that is asked after it."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """Texts that may stand in a document and are in another language than it."""

    language: str
    texts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Document:
    """A page or more."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    """What it is about; a renderer draws `whole`."""
    footer: str = ""
    """What every page must say."""
    further_languages: tuple[str, ...] = ()
    """Of texts that stand there once per language: those after `language`."""
    is_sheet: bool = False
    """Whether it should stand on one side of paper, a little closer together if need be."""
    for_everybody: bool = False
    """Whether type is 13 points, for people who do not read such pages every day."""
    is_map: bool = False
    """Whether it should stand in columns on one side of A4, or of A3 where that is too small."""
    in_short: bool = False
    """Whether it should stand on one screen, as close together as lines can."""
    alarm: Alarm | None = None
    """What no page may be without where somebody may be in danger."""
    mark: Mark | None = None
    """Of which cases it was made, and until when it may be kept; nobody reads it."""
    foreign: tuple[Foreign, ...] = ()
    """What its author wrote in another language, and nobody translated."""

    @property
    def whole(self) -> tuple[Block, ...]:
        """All that is drawn, danger first."""
        if self.alarm is None:
            return self.blocks
        if self.form is not None:
            return (replace(self.form, head=(self.alarm.callout, *self.form.head)),)
        return (self.alarm.callout, *self.blocks)

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages in it; the first one leads."""
        return (self.language, *self.further_languages)

    @property
    def form(self) -> Form | None:
        """The form, where the document is one: paper is then laid out for a pen."""
        match self.blocks:
            case (Form() as form,):
                return form
            case _:
                return None
