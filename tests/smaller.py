"""An instrument with only some of its questions, for claims that are not about all the others."""

from collections.abc import Collection
from dataclasses import replace

from integraal.model.condition import Otherwise, leaves_of
from integraal.model.instrument import Instrument, Rule


def smaller(instrument: Instrument, *questions: str) -> Instrument:
    """Keep these questions, and every rule that asks of no other.

    >>> from integraal.reading.library import Library
    >>> small = smaller(Library().instrument("voor-wie-doen-we-wat"), "draaglast")
    >>> [question.id for question in small.questions()]
    ['draaglast']
    """
    sections = (
        replace(section, questions=tuple(q for q in section.questions if q.id in questions))
        for section in instrument.sections
    )
    return replace(
        instrument,
        sections=tuple(section for section in sections if section.questions),
        rules=tuple(rule for rule in instrument.rules if _asks_only(rule, questions)),
        never=(),
        present=None,
    )


def _asks_only(rule: Rule, questions: Collection[str]) -> bool:
    asked = [leaf.question for leaf in leaves_of(rule.when)]
    return bool(asked or isinstance(rule.when, Otherwise)) and set(asked) <= set(questions)
