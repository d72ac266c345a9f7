"""A network as it was found right on a day, with what was remarkable about it."""

from dataclasses import dataclass

from integraal.model.finding import Finding
from integraal.model.services.network import Network


@dataclass(frozen=True, slots=True)
class Remembered:
    """What came of reading the file of a network."""

    network: Network
    notes: tuple[Finding, ...]
    is_region: bool = False
    """Whether the file was that of a region, for one instrument."""
