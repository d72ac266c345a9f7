"""Make every check on one instrument: what is proven, and what is not, each with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.finding import Finding
from integraal.model.instrument import Instrument
from integraal.model.results.proof import Proof
from integraal.solving.prover import Prover
from integraal.solving.solver import BOUND, OutOfBoundError
from integraal.verify.case_text import case_text, expected_lines
from integraal.verify.paths import Locate
from integraal.verify.proof.check import Check, Fault
from integraal.verify.proof.checks.all import CHECKS

WITNESS = "witness"
"""Name of the detail that holds the cases which show a fault."""
NOT_PROVEN = "not-proven"
Tell: TypeAlias = Callable[[str, int, int], None]
"""Hears of which instrument a check begins, its number and how many there are."""


def prove(
    instrument: Instrument,
    file: str,
    locate: Locate,
    bound: int = BOUND,
    tell: Tell = lambda *_: None,
) -> Proof:
    """Make every check on an instrument.

    Where sections can be left out (`--alleen-bron`), what must hold of any advice is checked again
    without them.

    Args:
        instrument: In Dutch.
        file: The name of its file.
        locate: Says where in the file something stands.
        bound: How many conflicts of the solver each check may take.
        tell: Hears before each check how far the work is.
    """
    whole = _Run(instrument, locate, bound, tell, source_only=False)
    findings = list(whole.findings())
    if instrument.has_own_additions:
        part = _Run(instrument, locate, bound, tell, source_only=True, said=whole.said)
        findings += part.findings()
        for code, count in part.proven.items():
            whole.proven[code] += count
    return Proof(
        instrument=instrument.id,
        version=instrument.version,
        file=file,
        combinations=whole.combinations,
        proven=tuple(whole.proven.items()),
        findings=tuple(findings),
    )


@dataclass
class _Run:
    """The checks on an instrument: on the whole of it, or on what its source asks."""

    instrument: Instrument
    locate: Locate
    bound: int
    tell: Tell
    source_only: bool
    said: set[tuple[str, str]] = field(default_factory=set)
    """Faults that were said already, by check and subject."""
    proven: dict[str, int] = field(default_factory=dict)
    combinations: int = 0

    def findings(self) -> Iterator[Finding]:
        """What does not hold, and what could not be settled."""
        with Prover(lower(self.instrument, source_only=self.source_only)) as prover:
            self.combinations = prover.space.size()
            for number, check in enumerate(CHECKS, 1):
                self.tell(self.instrument.id, number, len(CHECKS))
                if check.of_any_advice or not self.source_only:
                    yield from self._checked(prover, check)

    def _checked(self, prover: Prover, check: Check[Any]) -> Iterator[Finding]:
        """Judge every claim of one check, all within one bound."""
        prover.allow(self.bound)
        self.proven[check.code] = 0
        unsettled = []
        for item in check.items(prover):
            try:
                fault = check.judge(prover, item)
            except OutOfBoundError:
                unsettled.append(item)
                continue
            if fault is None:
                self.proven[check.code] += 1
            elif self._is_new(check, item):
                witness = self._witness(prover, check, item, fault)
                details = {**fault.details, WITNESS: witness}
                yield self._warning(check, item, check.code, **details)
        for item in unsettled:
            yield self._not_proven(check, item, len(unsettled))

    def _is_new(self, check: Check[Any], item: Any) -> bool:
        subject = (check.code, check.name(item))
        is_new = subject not in self.said
        self.said.add(subject)
        return is_new

    def _not_proven(self, check: Check[Any], item: Any, unsettled: int) -> Finding:
        return self._warning(
            check,
            item,
            NOT_PROVEN,
            check=check.code,
            subject=check.name(item),
            proven=self.proven[check.code],
            open=unsettled,
            bound=self.bound,
        )

    def _warning(self, about: Check[Any], item: Any, code: str, **details: Any) -> Finding:
        place = self.locate(about.path(self.instrument, item))
        return Finding.warning(code, place, **details)

    def _witness(self, prover: Prover, check: Check[Any], item: Any, fault: Fault) -> str:
        words = "".join(c if c.isalnum() or c in "-_" else " " for c in check.name(item)).split()
        name = "-".join([check.code, *words])
        several = len(fault.cases) > 1
        return "\n".join(
            case_text(
                f"{name}-{number}" if several else name,
                prover.program,
                answers,
                expected_lines(
                    evaluate(prover.program, answers, with_open_questions=False),
                    fault.fields,
                    fault.rules,
                ),
            )
            for number, answers in enumerate(fault.cases, 1)
        )
