"""What an instrument advises in the cases of a study, as numbers to lay marks beside."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument
from integraal.model.results.advice import Advice
from integraal.model.study.cases import StudyCase


@dataclass(frozen=True, slots=True)
class Advised:
    """What an instrument advises in one case."""

    level: int
    """At least this one; -1 without a scale."""
    reach: int
    """What it could still become."""
    routes: frozenset[str]
    """Those that hold now."""
    may: frozenset[str]
    """Those that might."""

    def of_route(self, outcome: str) -> tuple[int, int]:
        """Whether a route holds now, and whether it might: 0 or 1 each."""
        now = outcome in self.routes
        return int(now), int(now or outcome in self.may)


def advised(instrument: Instrument, cases: Iterable[StudyCase]) -> dict[str, Advised]:
    """What an instrument advises, by the id of the case."""
    program = lower(instrument)
    return {
        case.id: _advised(instrument, evaluate(program, case.answers, with_open_questions=False))
        for case in cases
    }


def reasons(instrument: Instrument, answers: Answers) -> frozenset[str]:
    """Ids of the rules that surely hold in a case and raise its level."""
    found = evaluate(lower(instrument), answers, with_open_questions=False)
    return frozenset(reason.rule.id for reason in found.reasons if reason.certain)


def without(instrument: Instrument, rule_id: str) -> Instrument:
    """The same instrument without one of its rules."""
    rules = (
        replace(rule, overrides=tuple(each for each in rule.overrides if each != rule_id))
        for rule in instrument.rules
        if rule.id != rule_id
    )
    return replace(instrument, rules=tuple(rules))


def _advised(instrument: Instrument, advice: Advice) -> Advised:
    level, reach = (
        instrument.rank(each.id) if each else -1 for each in (advice.level, advice.reach)
    )
    return Advised(level, reach, frozenset(advice.outcomes_now), frozenset(advice.outcomes_open))
