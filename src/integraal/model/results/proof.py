"""What was proven of an instrument, over all the answers that people could give."""

from dataclasses import dataclass

from integraal.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Proof:
    """What the checks made of one instrument."""

    instrument: str
    """Its id."""
    version: str
    file: str
    combinations: int
    """How many ways there are to answer everything, unknown included."""
    proven: tuple[tuple[str, int], ...]
    """For every check by its code: how many things it proved."""
    findings: tuple[Finding, ...]
    """What turned out not to be so, and what could not be proven."""

    @property
    def count(self) -> int:
        """How many things were proven.

        >>> Proof("klein", "1", "klein.yaml", 4, (("level-never-reached", 5),), ()).count
        5
        """
        return sum(count for _, count in self.proven)
