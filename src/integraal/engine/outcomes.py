"""Which routes hold, under the hit policy that the instrument declares."""

from collections.abc import Callable, Iterator, Mapping

from integraal.model.advice import Outcome, Reason
from integraal.model.instrument import Instrument, OutcomePolicy, Route, Rule
from integraal.model.truth import Truth


def outcomes(
    instrument: Instrument, truths: Mapping[str, Truth], reason: Callable[[Rule], Reason]
) -> Iterator[Outcome]:
    """Walk through the routes that hold, or might.

    Under `first` the table is read from the top and ends at the first row that certainly holds;
    a row above it that might hold makes it uncertain. Under `collect` every row counts by itself.
    """
    first = instrument.outcome_policy is OutcomePolicy.FIRST
    certain = True
    seen: set[str] = set()
    for rule in instrument.rules:
        value = truths[rule.id]
        if not isinstance(rule.effect, Route) or value is Truth.FALSE:
            continue
        certain = (certain or not first) and value is Truth.TRUE
        if rule.effect.outcome not in seen:
            seen.add(rule.effect.outcome)
            yield Outcome(rule.effect.outcome, reason(rule), certain)
        if first and value is Truth.TRUE:
            return
