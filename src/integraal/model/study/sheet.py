"""What a rater gets: cases as they are told, and what she can mark; no advice and no rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from integraal.model.answers import answer_value
from integraal.model.codes import check_of, letters
from integraal.model.instrument import Instrument
from integraal.model.scale import Level
from integraal.model.study.cases import Study

SURE_CODE, WHY_CODE = "z", "w"
"""Behind the id of a case: how sure she is of her mark, and why it is."""
MOST_BOXES = 8
"""More choices than these have no box at each case, but a line for their letters."""
MINUTES, WORDS_A_MINUTE, TO_MARK = 2.0, 220, 0.5
"""How long a case may take; how fast people read; how long marking takes.

Source: Brysbaert 2019, who finds 228 words a minute for Dutch that is read in silence.
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer of a case, as it is told."""

    question: str
    """Its id; it stands on no sheet."""
    text: str
    """A sentence, or what was asked."""
    answer: str = ""
    """What was answered, where it is told as a list; else empty."""


@dataclass(frozen=True, slots=True)
class Vignette:
    """A case as it is told."""

    case: str
    opening: str
    """Who it is about; empty where it is told as a list."""
    topics: tuple[tuple[Fact, ...], ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All that is told, in its order."""
        return tuple(fact for topic in self.topics for fact in topic)

    @property
    def told(self) -> frozenset[str]:
        """Ids of the questions whose answers are in it."""
        return frozenset(fact.question for fact in self.facts)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The story; a list has a line for each answer."""
        if not self.opening:
            return tuple(f"{fact.text} {fact.answer}" for fact in self.facts)
        first, *others = [" ".join(fact.text for fact in topic) for topic in self.topics] or [""]
        return (f"{self.opening} {first}".strip(), *others)

    @property
    def minutes(self) -> float:
        """How long it takes to read it and to mark it."""
        words = sum(len(paragraph.split()) for paragraph in self.paragraphs)
        return words / WORDS_A_MINUTE + TO_MARK


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rater can choose: a level or a route."""

    sign: str
    """A small letter, by its position."""
    id: str
    name: str
    what: str = ""
    """What it means: of a level, what people do; of a route, the question that it answers."""


@dataclass(frozen=True, slots=True)
class Marks:
    """All that a rater can choose from."""

    choices: tuple[Mark, ...]
    of_levels: bool
    """Whether one level is chosen; else as many routes as fit, none of them included."""

    @property
    def has_boxes(self) -> bool:
        """Whether every case has a box for each."""
        return len(self.choices) <= MOST_BOXES


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one rater."""

    rater: str
    check: str
    """Four signs that tell it from the sheets of another study."""
    vignettes: tuple[Vignette, ...]
    """In her own order."""
    marks: Marks


def marks_of(instrument: Instrument) -> Marks:
    """What can be chosen: the levels of the scale, lowest first; without a scale the routes.

    >>> from integraal.reading.library import Library
    >>> marks = marks_of(Library().instrument("voor-wie-doen-we-wat"))
    >>> [(mark.sign, mark.id) for mark in marks.choices][:2]
    [('a', 'segregatie'), ('b', 'connectie')]
    """
    if instrument.scale is not None:
        told = [(level.id, level.name, _meaning(level)) for level in instrument.scale.levels]
    else:
        asked = {table.id: table.title for table in instrument.tables}
        told = [(each.id, each.text, asked.get(each.table, "")) for each in instrument.outcomes]
    choices = (
        Mark(letters(at).lower(), name, text, what) for at, (name, text, what) in enumerate(told)
    )
    return Marks(tuple(choices), instrument.scale is not None)


def _meaning(level: Level) -> str:
    """What a level is: in a few words, where its name does not have them, and in sentences."""
    if not level.gloss or level.gloss in level.name:
        return level.what
    return f"{level.gloss[0].upper()}{level.gloss[1:]}. {level.what}"


def sheet_check(study: Study) -> str:
    """Four signs that tell the sheets of a study from those of any other.

    They follow from its instrument, and from which case has which answers.
    """
    meant = [f"{study.instrument} {study.version}"]
    for case in sorted(study.cases, key=lambda each: each.id):
        answers = (f"{name}={answer_value(case.answers[name])}" for name in sorted(case.answers))
        meant.append(" ".join((case.id, *answers)))
    return check_of(meant)


def too_long(vignettes: Sequence[Vignette]) -> tuple[str, ...]:
    """The ids of the cases that take longer than a case may."""
    return tuple(each.case for each in vignettes if each.minutes > MINUTES)
