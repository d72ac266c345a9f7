"""Where in an instrument's file something stands: keys and indices, from ids."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from integraal.model import condition as c
from integraal.model.finding import Place
from integraal.model.instrument import Instrument, Question, Rule

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices that lead to a node in the instrument's file."""
_KEYS = {c.All: ("all",), c.AnyOf: ("any",), c.AtLeastOf: ("at_least_of", "of")}
"""Those that lead to the parts of a condition."""
Locate: TypeAlias = Callable[[Path], Place]
"""Finds the place in the file of what stands at a path."""


def rule_path(instrument: Instrument, rule: Rule, *further: str | int) -> Path:
    """Where a rule stands, or something in it; by itself its id."""
    if rule.minimum_of:
        return ("minimum_from", instrument.minimum_from.index(rule.minimum_of))
    ids = [other.id for other in instrument.rules]
    return ("rules", ids.index(rule.id), *(further or ("id",)))


def question_path(instrument: Instrument, question: Question, *further: str | int) -> Path:
    """Where a question stands, or something in it; by itself its id."""
    for number, section in enumerate(instrument.sections):
        ids = [other.id for other in section.questions]
        if question.id in ids:
            place = ("sections", number, "questions", ids.index(question.id))
            return (*place, *(further or ("id",)))
    ids = [other.id for other in instrument.unasked]
    return ("also_counts", ids.index(question.id), *(further or ("same_as",)))


def option_path(instrument: Instrument, question: Question, option: str) -> Path:
    """Where an option stands; one that the scale gives stands at its question."""
    if question.options_from_scale:
        return question_path(instrument, question)
    number = question.option_ids.index(option)
    return question_path(instrument, question, "options", number, "id")


def conditions(instrument: Instrument) -> Iterator[tuple[Rule | Question, c.Condition]]:
    """Every condition, with the rule or the question that it belongs to."""
    for rule in instrument.rules:
        if rule.condition is not None:
            yield rule, rule.condition
    for question in instrument.questions():
        if question.ask_when is not None:
            yield question, question.ask_when


def leaves_with_paths(
    condition: c.Condition, *, negated: bool = False, path: Path = ()
) -> Iterator[tuple[c.Leaf, Path, bool]]:
    """The leaves of a condition, but for scores: each, where it stands, and if it is negated."""
    match condition:
        case c.All(parts) | c.AnyOf(parts) | c.AtLeastOf(_, parts):
            for number, part in enumerate(parts):
                way = (*path, *_KEYS[type(condition)], number)
                yield from leaves_with_paths(part, negated=negated, path=way)
        case c.Not(part):
            yield from leaves_with_paths(part, negated=not negated, path=(*path, "not"))
        case c.Defined(_, part) | c.Reached(_, part):
            # Where it has a `not` of its own, that is its own affair.
            for leaf, _, flipped in leaves_with_paths(part, negated=negated):
                yield leaf, path, flipped and negated
        case c.InScore():
            return  # what does not apply counts for nothing there, and is meant to
        case _:
            yield condition, path, negated
