"""Two rows of a `first` table that lead to different routes never hold together.

Where they may, because the first is meant to go before the second, it says so with `overrides`.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from integraal.model.condition import Otherwise
from integraal.model.instrument import Rule
from integraal.model.tables import first_tables, rows
from integraal.solving.prover import Prover
from integraal.verify.paths import rule_path
from integraal.verify.proof.check import Check, Fault


class Pair(NamedTuple):
    """Two rows, in the order of the table."""

    first: Rule
    second: Rule


def items(prover: Prover) -> Iterator[Pair]:
    """List the pairs whose order nobody has said to be meant."""
    for table in first_tables(prover.instrument):
        over_answers = [
            rule for rule in rows(prover.instrument, table) if not isinstance(rule.when, Otherwise)
        ]
        for first, second in combinations(over_answers, 2):
            if first.effect != second.effect and second.id not in first.overrides:
                yield Pair(first, second)


def judge(prover: Prover, pair: Pair) -> Fault | None:
    """Look for a case in which both rows hold."""
    names = (pair.first.id, pair.second.id)
    case = prover.case(*(prover.rails[name].holds for name in names))
    if case is None:
        return None
    return Fault({"first": names[0], "second": names[1]}, (case,), ("outcomes",), names)


CHECK = Check(
    code="table-overlap",
    items=items,
    judge=judge,
    name=lambda pair: f"{pair.first.id}, {pair.second.id}",
    path=lambda instrument, pair: rule_path(instrument, pair.second),
)
