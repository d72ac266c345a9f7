"""From a program and answers to an Advice: levels, limits, routes, actions, what is open."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from integraal.engine.explain.cause import supporting, unique
from integraal.engine.interpreter import Evaluation, without_dropped
from integraal.engine.outcomes import outcomes
from integraal.engine.program import Program
from integraal.engine.reach.open_questions import open_questions
from integraal.engine.reach.open_routes import open_routes, open_rows
from integraal.engine.reach.ranks import Ranks, ranks
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.condition import Direction, Otherwise, WhenDirection
from integraal.model.instrument import Act, Instrument, Limit, Provisional, Question, Raise, Rule
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
    answers = without_dropped(program, answers)
    evaluation = Evaluation(program, answers, are_understood=True)
    found = ranks(evaluation)
    current = _current(evaluation)
    direction = _direction(program.instrument, found, current)
    truths = _truths(evaluation, found, direction, current)

    def holding(effect: type, *values: Truth) -> list[Reason]:
        return [
            _reason(evaluation, rule)
            for rule in program.instrument.rules
            if isinstance(rule.effect, effect) and truths[rule.id] in values
        ]

    opened = open_rows(evaluation)
    limits = _by_rank(program.instrument, holding(Limit, Truth.TRUE))
    first = holding(Provisional, Truth.TRUE, Truth.UNKNOWN)
    return Advice(
        level=_level(program.instrument, found.level),
        reach=_level(program.instrument, found.reach),
        current=current,
        feasible=_level(program.instrument, _rank(program.instrument, limits[0].rule))
        if limits
        else None,
        direction=direction,
        provisional=bool(first),
        reasons=tuple(_reasons(program, evaluation, truths, found)),
        first=tuple(first),
        limits=tuple(limits),
        actions=tuple(_each_action_once(holding(Act, Truth.TRUE))),
        outcomes=tuple(
            outcomes(program.instrument, truths, opened, lambda r: _reason(evaluation, r))
        ),
        open_questions=tuple(open_questions(evaluation, found)) if with_open_questions else (),
        open_routes=tuple(open_routes(opened)),
        truths=tuple(truths.items()),
    )


def _reasons(
    program: Program, evaluation: Evaluation, truths: dict[str, Truth], found: Ranks
) -> list[Reason]:
    """List the rules that raise the level, deciding ones first.

    Two rules that need opposite answers to one question can raise the level together while neither
    is certain: then both are given, as not certain.
    """
    rules = [rule for rule in program.instrument.rules if isinstance(rule.effect, Raise)]
    holding = [_reason(evaluation, rule) for rule in rules if truths[rule.id] is Truth.TRUE]
    if found.level > max((_rank(program.instrument, r.rule) for r in holding), default=0):
        holding += [
            replace(_reason(evaluation, rule), certain=False)
            for rule in rules
            if truths[rule.id] is Truth.UNKNOWN and _rank(program.instrument, rule) >= found.level
        ]
    return sorted(holding, key=lambda reason: -_rank(program.instrument, reason.rule))


def _current(evaluation: Evaluation) -> Level | None:
    instrument = evaluation.program.instrument
    if instrument.present and evaluation.applies(instrument.present.question) is Truth.FALSE:
        return None
    return current_level(instrument, evaluation.answers)


def current_level(instrument: Instrument, answers: Answers) -> Level | None:
    """Say at which level people work together now; None when that is unknown, or not at all."""
    if instrument.present is None or instrument.scale is None:
        return None
    answer = answers.get(instrument.present.question, DONT_KNOW)
    levels = _levels_named(instrument.question(instrument.present.question), answer)
    ranked = [instrument.scale.rank(level) for level in levels]
    return instrument.scale.levels[max(ranked)] if ranked else None


def _levels_named(question: Question, answer: Answer) -> list[str]:
    if answer is DONT_KNOW or isinstance(answer, Partly):
        return []
    chosen = answer if isinstance(answer, frozenset) else {answer}
    return [option.level for option in question.options if option.id in chosen and option.level]


def _direction(instrument: Instrument, found: Ranks, current: Level | None) -> Direction:
    if instrument.scale is None or current is None:
        return Direction.UNKNOWN
    now = instrument.scale.rank(current.id)
    if found.level > now:
        return Direction.UP
    if found.reach < now:
        return Direction.DISCUSS_DOWN
    return Direction.FITS if found.level == found.reach else Direction.UNKNOWN


def _truths(
    evaluation: Evaluation, found: Ranks, direction: Direction, current: Level | None
) -> dict[str, Truth]:
    """Say of every rule whether it holds, in the instrument's order."""
    rules = evaluation.program.instrument.rules
    truths: dict[str, Truth] = {}
    for rule in rules:
        if isinstance(rule.when, WhenDirection):
            is_none = current is None and _present_is_known(evaluation)
            truths[rule.id] = Truth.FALSE if is_none else _direction_truth(rule.when, direction)
        elif isinstance(rule.when, Otherwise):
            truths[rule.id] = Truth.UNKNOWN  # keeps its place; settled below
        else:
            truths[rule.id] = evaluation.of(evaluation.program.nodes[rule.when])
    for rule in rules:
        if isinstance(rule.when, Otherwise):
            others = [truths[o.id] for o in alternatives(evaluation.program.instrument, rule)]
            truths[rule.id] = _otherwise(rule, others, found)
    return truths


def _present_is_known(evaluation: Evaluation) -> bool:
    """Say whether it is known how people work together now, be it not at all."""
    present = evaluation.program.instrument.present
    if present is None or evaluation.applies(present.question) is Truth.FALSE:
        return True
    return evaluation.answers.known(present.question)


def _direction_truth(when: WhenDirection, direction: Direction) -> Truth:
    if direction is when.direction:
        return Truth.TRUE
    return Truth.UNKNOWN if direction is Direction.UNKNOWN else Truth.FALSE


def _otherwise(rule: Rule, others: Iterable[Truth], found: Ranks) -> Truth:
    if isinstance(rule.effect, Raise):
        # The floor on which the level stands: it says what is known now, so it is never open.
        return truth(found.level == 0)
    return negate(any_of(others))


def _reason(evaluation: Evaluation, rule: Rule) -> Reason:
    if isinstance(rule.when, (Otherwise, WhenDirection)):
        return Reason(rule, ())
    node = evaluation.program.nodes[rule.when]
    return Reason(rule, unique(supporting(evaluation, node)))


def _by_rank(instrument: Instrument, reasons: list[Reason]) -> list[Reason]:
    """Sort by level, lowest first; equals keep their order."""
    return sorted(reasons, key=lambda reason: _rank(instrument, reason.rule))


def _rank(instrument: Instrument, rule: Rule) -> int:
    if instrument.scale is None or not isinstance(rule.effect, (Raise, Limit)):
        return 0
    return instrument.scale.rank(rule.effect.level)


def _level(instrument: Instrument, rank: int) -> Level | None:
    return instrument.scale.levels[rank] if instrument.scale else None


def _each_action_once(reasons: Iterable[Reason]) -> Iterator[Reason]:
    seen: set[str] = set()
    for reason in reasons:
        if isinstance(reason.rule.effect, Act) and reason.rule.effect.action not in seen:
            seen.add(reason.rule.effect.action)
            yield reason
