"""A `first` table of routes has a row for every case.

Of one that has not, the case is one in which no row holds, whatever is still unknown. A last row
with `when: otherwise` closes every gap.
"""

from integraal.model.answers import Answers
from integraal.model.instrument import Instrument, Table
from integraal.model.tables import first_tables, rows
from integraal.solving.prover import Prover
from integraal.verify.paths import Path
from integraal.verify.proof.check import Check, Fault


def judge(prover: Prover, table: Table) -> Fault | None:
    """Look for a case in which no row holds."""
    names = [rule.id for rule in rows(prover.instrument, table)]
    case = prover.case(*(prover.rails[name].fails for name in names))
    if case is None:
        return None
    details = {"table": table.id, **_fraction_in(case)}
    return Fault(details, (case,), ("outcomes",), tuple(names))


def _fraction_in(case: Answers) -> dict[str, str]:
    """Name the question that a fraction answers, if any; perhaps it has whole numbers only."""
    fractions = (name for name, said in case.items() if isinstance(said, float) and said % 1)
    question = next(fractions, None)
    return {} if question is None else {"way": "whole", "question": question}


def _path(instrument: Instrument, table: Table) -> Path:
    if not table.id:
        return ("outcome_policy",)
    return ("tables", instrument.tables.index(table), "id")


CHECK = Check(
    code="table-gap",
    items=lambda prover: first_tables(prover.instrument),
    judge=judge,
    name=lambda table: table.id or "outcomes",
    path=_path,
    of_any_advice=True,
)
