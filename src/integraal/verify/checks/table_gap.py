"""A `first` table of routes has a row for every case.

Of one that has not, the case is one in which no row holds, whatever is still unknown. A last row
with `when: otherwise` closes every gap.
"""

from collections.abc import Iterator

from integraal.model.instrument import Instrument, OutcomePolicy
from integraal.verify.check import Check, Fault
from integraal.verify.deciding import rows
from integraal.verify.proving import Proving


def items(proving: Proving) -> Iterator[Instrument]:
    """Give the instrument itself, if it has such a table."""
    instrument = proving.instrument
    if instrument.outcome_policy is OutcomePolicy.FIRST and rows(instrument):
        yield instrument


def judge(proving: Proving, instrument: Instrument) -> Fault | None:
    """Look for a case in which no row holds."""
    table = [rule.id for rule in rows(instrument)]
    case = proving.case(*(proving.rails[name].fails for name in table))
    return Fault((), (case,), ("outcomes",), tuple(table)) if case is not None else None


CHECK = Check(
    code="table-gap",
    items=items,
    judge=judge,
    name=lambda instrument: instrument.id,
    path=lambda _, __: ("outcome_policy",),
    of_any_advice=True,
)
