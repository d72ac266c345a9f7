"""A local network: its organisations, and what each of their services is for."""

from dataclasses import dataclass
from enum import Enum

from integraal.model.services.meeting import NOTHING_GATHERED, Gathered
from integraal.model.services.region import Region, Service

SECTORS, KINDS = "bo_sectoren", "kp_partners"
"""Questions of which the options are the sectors, and the kinds of partners."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """One that takes part in the network. Never a person."""

    id: str
    name: str
    sector: str = ""
    """An option of the question about sectors in `buurtoverleg`; empty where nobody said."""
    kind: str = ""
    """Which kind of partner of a Kruispunt it is; empty where nobody said, or it is none."""
    committed: bool | None = None
    """Whether it committed itself to the principles of the network; None where nobody said."""


@dataclass(frozen=True, slots=True)
class Network:
    """Organisations that know each other, and their services."""

    id: str
    title: str
    services: tuple[Service, ...]
    organisations: tuple[Organisation, ...] = ()
    note: str = ""
    """Shown below the services."""
    gathered: Gathered = NOTHING_GATHERED
    """Its meetings, and what else it notes of itself as a meeting."""

    def as_region(self, instrument: str) -> Region:
        """What there is for one instrument: its services take up what they are for there."""
        return Region(self.id, self.title, instrument, self.services, self.note)

    def organisation(self, wanted: str) -> Organisation | None:
        """The organisation with this id; None where the network does not have it."""
        return next((each for each in self.organisations if each.id == wanted), None)


class TargetKind(Enum):
    """What a service can be for."""

    OUTCOME = "outcome"
    ACTION = "action"
    OPTION = "option"
    """Of a question with several answers, such as an area of life or a barrier."""
    FORM = "form"
    """A way of working that belongs to a level."""


@dataclass(frozen=True, slots=True)
class Target:
    """Something of an instrument that a service can be for."""

    instrument: str
    kind: TargetKind
    id: str
    label: str
    question: str = ""
    """Of an option, the id of its question."""
