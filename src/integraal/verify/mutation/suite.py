"""Run an author's cases, and count what each rule did in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.example import Example
from integraal.model.instrument import (
    Act,
    Instrument,
    Limit,
    OutcomePolicy,
    Provisional,
    Raise,
    Route,
    Rule,
)
from integraal.model.results.advice import Advice
from integraal.model.results.trial import CaseRun, RuleCoverage
from integraal.model.tables import table_of
from integraal.model.truth import Truth
from integraal.verify.mutation.differences import differences_in_all
from integraal.verify.mutation.seen import Seen


class Programs:
    """An instrument lowered as each case asks for: with our own additions, or without."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self._lowered: dict[bool, Program] = {}

    def for_case(self, example: Example) -> Program:
        """The program with which a case runs."""
        return self.lowered(source_only=example.source_only)

    def lowered(self, *, source_only: bool) -> Program:
        """Lower the instrument, once."""
        if source_only not in self._lowered:
            self._lowered[source_only] = lower(self.instrument, source_only=source_only)
        return self._lowered[source_only]


@dataclass(frozen=True, slots=True)
class Ran:
    """A case, the advice it got, and what of that was not expected."""

    run: CaseRun
    advice: Advice


def run_cases(programs: Programs, examples: Iterable[Example]) -> list[Ran]:
    """Evaluate every case, and hold its advice against what is expected."""
    ran = []
    for example in examples:
        seen = Seen(programs.for_case(example), example.answers)
        found = differences_in_all(example.expect, seen)
        ran.append(Ran(CaseRun(example, tuple(found)), seen.advice))
    return ran


def rule_coverage(instrument: Instrument, advices: Sequence[Advice]) -> list[RuleCoverage]:
    """Count for every rule in how many cases it held, did not, might have, and decided."""
    truths = [dict(advice.truths) for advice in advices]
    seen = []
    for rule in instrument.rules:
        values = [truth[rule.id] for truth in truths]
        deciding = sum(decides(instrument, rule, advice) for advice in advices)
        true, false = values.count(Truth.TRUE), values.count(Truth.FALSE)
        seen.append(RuleCoverage(rule.id, true, false, values.count(Truth.UNKNOWN), deciding))
    return seen


def decides(instrument: Instrument, rule: Rule, advice: Advice) -> bool:
    """Whether a rule, alone or with others like it, made the advice what it is."""
    value = dict(advice.truths)[rule.id]
    if value is not Truth.TRUE:
        return value is Truth.UNKNOWN and isinstance(rule.effect, Provisional)
    match rule.effect:
        case Raise(level):
            return advice.level is not None and level == advice.level.id
        case Limit(level):
            return advice.feasible is not None and level == advice.feasible.id
        case Route(outcome):
            table = table_of(instrument, rule)
            if table is not None and table.policy is OutcomePolicy.FIRST:
                return any(r.holds_now and r.reason.rule.id == rule.id for r in advice.outcomes)
            return any(r.holds_now and r.id == outcome for r in advice.outcomes)
        case Act() | Provisional():
            return True
        case _:
            assert_never(rule.effect)
