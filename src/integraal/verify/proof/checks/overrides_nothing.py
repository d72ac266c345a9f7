"""A row that says it goes before others is before them, and can hold together with them."""

from collections.abc import Iterator
from typing import NamedTuple

from integraal.model.instrument import Rule
from integraal.model.tables import rows_above
from integraal.solving.prover import Prover
from integraal.verify.paths import rule_path
from integraal.verify.proof.check import Check, Fault


class Override(NamedTuple):
    """A row, and the id of another that it goes before."""

    rule: Rule
    other: str


def items(prover: Prover) -> Iterator[Override]:
    """List everything that rows say they go before."""
    for rule in prover.instrument.rules:
        yield from (Override(rule, other) for other in rule.overrides)


def judge(prover: Prover, override: Override) -> Fault | None:
    """Look for a case in which both hold, the one that is said to go before being first."""
    holds = prover.rails[override.rule.id].holds
    both = [holds, prover.rails[override.other].holds] if _is_before(prover, override) else []
    if both and prover.can(*both):
        return None
    cases = prover.nearest([holds])
    details = {"rule": override.rule.id, "other": override.other}
    names = [rule.id for rule in prover.instrument.rules if rule.id in override]
    return Fault(details, cases, ("outcomes",), (override.rule.id, *names))


def _is_before(prover: Prover, override: Override) -> bool:
    others = [rule for rule in prover.instrument.rules if rule.id == override.other]
    return any(override.rule in rows_above(prover.instrument, other) for other in others)


CHECK = Check(
    code="overrides-nothing",
    items=items,
    judge=judge,
    name=lambda override: f"{override.rule.id}, {override.other}",
    path=lambda instrument, override: rule_path(
        instrument, override.rule, "overrides", override.rule.overrides.index(override.other)
    ),
)
