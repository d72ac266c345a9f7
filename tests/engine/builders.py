"""Small instruments, made of the real model values; what a test does not name does not matter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from integraal.model.answers import Answer, Answers
from integraal.model.case import Case, Moment
from integraal.model.condition import Condition, Trigger
from integraal.model.instrument import (
    Effect,
    Instrument,
    Kind,
    Option,
    OutcomePolicy,
    Present,
    Question,
    Rule,
    Section,
    Statement,
    Table,
)
from integraal.model.scale import Level, Scale
from integraal.model.source import Citation, Grounds, Support

GROUNDS = Grounds("Daarom.", Support.CHOICE, (Citation("001"),))


def a_scale(*levels: str) -> Scale:
    """Make a scale of these levels, lowest first."""
    return Scale(
        "schaal",
        "1",
        "Schaal",
        Citation("001"),
        tuple(Level(name, name.title(), "", "", "", "", "", (), ()) for name in levels),
    )


LOW_MID_HIGH = a_scale("laag", "midden", "hoog")


def one(name: str, *options: str, ask_when: Condition | None = None) -> Question:
    """Make a choose-one question, options from low to high need; `ja` or `nee` if none named."""
    made = tuple(Option(option, option.title()) for option in options or ("nee", "ja"))
    return Question(name, name.title(), f"{name}?", "", Kind.ONE, (), made, ask_when=ask_when)


def cases(*given: Mapping[str, Answer | Iterable[str]]) -> tuple[Case, ...]:
    """Make a case of each of these answers."""
    return tuple(Case("C-1", moments=(Moment(None, Answers(answers)),)) for answers in given)


def several(name: str, *options: str, ask_when: Condition | None = None) -> Question:
    """Make a choose-several question."""
    made = tuple(Option(option, option.title()) for option in options)
    return Question(name, name.title(), f"{name}?", "", Kind.SEVERAL, (), made, ask_when=ask_when)


def number(name: str, ask_when: Condition | None = None) -> Question:
    """Make a question after a number."""
    return Question(name, name.title(), f"{name}?", "", Kind.NUMBER, ask_when=ask_when)


def on_request(name: str) -> Question:
    """Make an open question that is only asked on request."""
    return Question(name, name.title(), f"{name}?", "", Kind.TEXT, on_request=True)


def rule(name: str, when: Trigger, effect: Effect) -> Rule:
    """Make a rule."""
    return Rule(name, when, effect, GROUNDS)


def an_instrument(
    *questions: Question,
    rules: Sequence[Rule] = (),
    scale: Scale | None = LOW_MID_HIGH,
    own: Sequence[Question] = (),
    present: str = "",
    outcome_policy: OutcomePolicy = OutcomePolicy.COLLECT,
    outcomes: Sequence[str] = (),
    actions: Sequence[str] = (),
) -> Instrument:
    """Make an instrument; `own` are the questions of a section of our own addition."""
    sections = [Section("bron", "Bron", "", questions=questions)]
    if own:
        added = tuple(replace(question, own_addition=True) for question in own)
        sections.append(Section("eigen", "Eigen", "", questions=added))
    return Instrument(
        id="klein",
        version="1",
        language="nl",
        title="Klein",
        about="",
        citation=Citation("001"),
        scale=scale,
        sections=tuple(sections),
        rules=tuple(rules),
        actions=tuple(Statement(name, f"{name}.") for name in actions),
        outcomes=tuple(Statement(name, f"{name}.") for name in outcomes),
        tables=(Table("", "", outcome_policy),) if outcomes else (),
        present=Present("nu", present, GROUNDS) if present else None,
    )
