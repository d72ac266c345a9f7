"""Make every check on one instrument: what is proven, and what is not, each with its place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from integraal.model.finding import Finding, Place, Severity
from integraal.model.instrument import Instrument
from integraal.model.proof import Proof
from integraal.verify.case_text import case_text
from integraal.verify.check import Check, Fault
from integraal.verify.checks import CHECKS
from integraal.verify.places import Path
from integraal.verify.proving import Proving
from integraal.verify.solver import BOUND, OutOfBoundError

WITNESS = "witness"
"""Name of the detail that holds the cases which show a fault."""
NOT_PROVEN = "not-proven"
Locate = Callable[[Path], Place]
"""Finds the place in the file of what stands at a path."""


def prove(instrument: Instrument, file: str, locate: Locate, bound: int = BOUND) -> Proof:
    """Make every check on an instrument.

    Args:
        instrument: In Dutch.
        file: The name of its file.
        locate: Says where in the file something stands.
        bound: How many conflicts of the solver each check may take.
    """
    with Proving(instrument) as proving:
        run = [_Run(proving, check, locate, bound) for check in CHECKS]
        findings = [finding for one in run for finding in one.findings()]
        return Proof(
            instrument=instrument.id,
            version=instrument.version,
            file=file,
            combinations=proving.space.size(),
            proven=tuple((one.check.code, one.proven) for one in run),
            findings=tuple(findings),
        )


@dataclass
class _Run:
    """One check on one instrument."""

    proving: Proving
    check: Check[Any]
    locate: Locate
    bound: int
    proven: int = 0
    unsettled: list[Any] = field(default_factory=list)

    def findings(self) -> Iterator[Finding]:
        """Judge every claim; say of each that does not hold, or could not be settled."""
        self.proving.solver.allow(self.bound)
        for item in self.check.items(self.proving):
            try:
                fault = self.check.judge(self.proving, item)
            except OutOfBoundError:
                self.unsettled.append(item)
                continue
            if fault is None:
                self.proven += 1
            else:
                yield self._finding(item, fault)
        for item in self.unsettled:
            yield self._not_proven(item)

    def _finding(self, item: Any, fault: Fault) -> Finding:
        details = (*fault.details, (WITNESS, self._witness(item, fault)))
        return self._warning(self.check.code, item, details)

    def _not_proven(self, item: Any) -> Finding:
        covered = (
            ("proven", str(self.proven)),
            ("open", str(len(self.unsettled))),
            ("bound", str(self.bound)),
        )
        named = (("check", self.check.code), ("subject", self.check.name(item)))
        return self._warning(NOT_PROVEN, item, (*named, *covered))

    def _warning(self, code: str, item: Any, details: tuple[tuple[str, str], ...]) -> Finding:
        place = self.locate(self.check.path(self.proving.instrument, item))
        return Finding(code, place, details, severity=Severity.WARNING)

    def _witness(self, item: Any, fault: Fault) -> str:
        stem = "-".join("".join(_plain(c) for c in self.check.name(item)).split())
        names = [f"{self.check.code}-{stem}"]
        if len(fault.cases) > 1:
            names = [f"{names[0]}-{number}" for number, _ in enumerate(fault.cases, 1)]
        return "\n".join(
            case_text(name, self.proving.program, answers, fault.fields, fault.rules)
            for name, answers in zip(names, fault.cases, strict=True)
        )


def _plain(character: str) -> str:
    return character if character.isalnum() or character in "-_" else " "
