"""From a program and answers to an Advice: levels, limits, routes, actions, what is open."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.outcomes import outcomes
from integraal.engine.present import NOWHERE, Now, present_level
from integraal.engine.program import Program
from integraal.engine.reach.open_questions import open_questions
from integraal.engine.reach.open_routes import open_routes, open_rows
from integraal.engine.reach.ranks import Outlook, Ranks
from integraal.engine.scores import score_ranges
from integraal.model.answers import Answers
from integraal.model.condition import Direction, Otherwise, WhenDirection
from integraal.model.instrument import Act, Effect, Instrument, Limit, Provisional, Raise, Rule
from integraal.model.results.advice import Advice, Reason
from integraal.model.scale import Level
from integraal.model.tables import alternatives
from integraal.model.truth import Truth, any_of, negate, truth


def evaluate(program: Program, answers: Answers, *, with_open_questions: bool = True) -> Advice:
    """Evaluate one case.

    Args:
        program: The lowered instrument.
        answers: Whatever is known; answers to questions that do not apply count nowhere.
        with_open_questions: Whether to work out which questions are open, which takes most of
            the time; without, none are named.
    """
    instrument = program.instrument
    answers = without_dropped(program, answers)
    evaluation = Evaluation(program, answers, are_understood=True)
    outlook = Outlook(evaluation)
    found = outlook.ranks
    present = _now(evaluation)
    direction = _direction(instrument, found, present)
    truths = _truths(evaluation, found, direction, present)

    def holding(effect: type[Effect], *values: Truth) -> list[Reason]:
        rules = instrument.rules_with(effect)
        return [_reason(evaluation, rule) for rule in rules if truths[rule.id] in values]

    def rank(limit: Reason) -> int:
        return instrument.rank(limit.rule.target)

    opened, kept_back = open_rows(evaluation), _promised_away(evaluation)
    given = partial(_reason, evaluation)
    still_open = tuple(open_questions(outlook)) if with_open_questions else ()
    limits = sorted(holding(Limit, Truth.TRUE), key=rank)
    first = holding(Provisional, Truth.TRUE, Truth.UNKNOWN)
    actions: dict[str, Reason] = {}
    for reason in holding(Act, Truth.TRUE):
        actions.setdefault(reason.rule.target, reason)
    return Advice(
        level=_level(instrument, found.level),
        reach=_level(instrument, found.reach),
        current=present.level,
        current_at_least=present.least,
        feasible=_level(instrument, rank(limits[0])) if limits else None,
        direction=direction,
        provisional=bool(first),
        reasons=tuple(_reasons(evaluation, truths, found)),
        first=tuple(first),
        limits=tuple(limits),
        actions=tuple(actions.values()),
        outcomes=tuple(outcomes(instrument, truths, opened, kept_back, given)),
        open_questions=still_open,
        open_routes=tuple(open_routes(opened)),
        routes_may_change=bool(opened),
        truths=tuple(truths.items()),
        searched_all=outlook.searched_all,
        scores=tuple(score_ranges(evaluation)),
    )


def _reasons(evaluation: Evaluation, truths: dict[str, Truth], found: Ranks) -> list[Reason]:
    """List the rules that raise the level, deciding ones first.

    Two rules that need opposite answers to one question can raise the level together while neither
    is certain: then both are given, as not certain.
    """
    instrument = evaluation.program.instrument
    rules = instrument.rules_with(Raise)
    places = {level: place for place, level in enumerate(instrument.level_ids)}
    ranked = {rule.id: places.get(rule.target, 0) for rule in rules}
    holding = [_reason(evaluation, rule) for rule in rules if truths[rule.id] is Truth.TRUE]
    if found.level > max((ranked[reason.rule.id] for reason in holding), default=0):
        holding += [
            replace(_reason(evaluation, rule), certain=False)
            for rule in rules
            if truths[rule.id] is Truth.UNKNOWN and ranked[rule.id] >= found.level
        ]
    return sorted(holding, key=lambda reason: -ranked[reason.rule.id])


def _now(evaluation: Evaluation) -> Now:
    instrument = evaluation.program.instrument
    now = present_level(instrument, evaluation.answers)
    if instrument.present is None:
        return now
    applies = evaluation.applies(instrument.present.question)
    if applies is Truth.FALSE:
        return NOWHERE
    # As long as nobody knows whether it is asked, the answer may yet count nowhere.
    return now if applies is Truth.TRUE else replace(now, least=None)


def _direction(instrument: Instrument, found: Ranks, present: Now) -> Direction:
    if present.least is not None and found.reach < instrument.rank(present.least.id):
        return Direction.DISCUSS_DOWN  # whatever other forms there are
    if present.level is None:
        return Direction.UNKNOWN
    if found.level > instrument.rank(present.level.id):
        return Direction.UP
    return Direction.FITS if found.level == found.reach else Direction.UNKNOWN


def _truths(
    evaluation: Evaluation, found: Ranks, direction: Direction, present: Now
) -> dict[str, Truth]:
    """Whether each rule holds, in the instrument's order."""
    rules = evaluation.program.instrument.rules
    truths: dict[str, Truth] = {}
    for rule in rules:
        value = evaluation.of_rule(rule)
        if isinstance(rule.when, WhenDirection):
            is_none = present.least is None and present.is_known
            value = Truth.FALSE if is_none else _direction_truth(rule.when, direction)
        # What holds `otherwise` keeps its place here, and is settled below.
        truths[rule.id] = Truth.UNKNOWN if value is None else value
    for rule in rules:
        if isinstance(rule.when, Otherwise):
            others = [truths[o.id] for o in alternatives(evaluation.program.instrument, rule)]
            truths[rule.id] = _otherwise(rule, others, found)
    return truths


def _direction_truth(when: WhenDirection, direction: Direction) -> Truth:
    if direction is when.direction:
        return Truth.TRUE
    return Truth.UNKNOWN if direction is Direction.UNKNOWN else Truth.FALSE


def _otherwise(rule: Rule, others: Iterable[Truth], found: Ranks) -> Truth:
    if isinstance(rule.effect, Raise):
        # The floor on which the level stands: it says what is known now, so it is never open.
        return truth(found.level == 0)
    return negate(any_of(others))


def _promised_away(evaluation: Evaluation) -> set[str]:
    """Name the routes that a promise forbids: while its condition holds, or might."""
    promises = evaluation.program.promised_away
    return {route for route, node in promises if evaluation.of(node) is not Truth.FALSE}


def _reason(evaluation: Evaluation, rule: Rule) -> Reason:
    node = evaluation.program.written(rule)
    return Reason(rule, unique(supporting(evaluation, node)) if node else ())


def _level(instrument: Instrument, rank: int) -> Level | None:
    return instrument.scale.levels[rank] if instrument.scale else None
