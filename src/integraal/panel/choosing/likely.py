"""What makes a case like one of practice: how heavy it is, drawn once and felt in each answer.

Low needs are more common than high ones, danger is rare, and what weighs on a family weighs on
several things at once. These are wishes: what a case must tell goes before them.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from random import Random

from integraal.model.condition import leaves_of
from integraal.model.instrument import Instrument, Kind, Limit, Question, Raise, Route
from integraal.panel.choosing.goals import is_told
from integraal.solving.answer_space import AnswerLiterals

_LIGHTEST, _HEAVIEST = 0.1, 0.5
_SELDOM = 0.25
"""How much less often the answer is one of need where danger hangs on it, or nothing but what is
feasible: that would stand between a rater and what fits."""


def wishes(
    instrument: Instrument, answers: Mapping[str, AnswerLiterals], chance: Random
) -> Iterator[Sequence[int]]:
    """Draw what a case would rather be: for each answer the ways to give it, the dearest first."""
    weight = chance.uniform(_LIGHTEST, _HEAVIEST)
    told = [each for each in answers.values() if is_told(instrument, each.question)]
    seldom = instrument.danger_questions | _only_limiting(instrument)
    chance.shuffle(told)
    for answer in told:
        need = _need(answer.question, weight, seldom)
        if answer.question.kind is Kind.SEVERAL:
            for option in answer.question.option_ids:
                ways = answer.no[option], answer.yes[option]
                yield ways[::-1] if chance.random() < need else ways
        else:
            literals = list(answer.yes.values())
            steps = sum(chance.random() < need for _ in literals[1:])
            places = sorted(range(len(literals)), key=lambda place: abs(place - steps))
            yield [literals[place] for place in places]


def _need(question: Question, weight: float, seldom: Collection[str]) -> float:
    """How likely each next step of need is."""
    if question.from_case:
        return 0.5  # a country is no need
    return weight * (_SELDOM if question.id in seldom else 1)


def _only_limiting(instrument: Instrument) -> frozenset[str]:
    """The questions on which nothing hangs but what is feasible now."""
    limiting, others = (
        {leaf.question for rule in rules for leaf in leaves_of(rule.when)}
        for rules in (
            instrument.rules_with(Limit),
            (*instrument.rules_with(Raise), *instrument.rules_with(Route)),
        )
    )
    return frozenset(limiting - others)
