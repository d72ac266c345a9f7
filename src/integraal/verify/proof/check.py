"""What a check is: claims about an instrument, each of which is proven or shown to be false.

One module under `checks/` holds one check. It makes a claim for every rule, question or level that
it is about; a claim that does not hold comes with a case to show for it. Where in the file that is,
and how it is said, is not known there.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, TypeVar

from integraal.model.answers import Answers
from integraal.model.instrument import Instrument
from integraal.solving.prover import Prover
from integraal.verify.paths import Path

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Fault:
    """A claim that does not hold."""

    details: Mapping[str, str]
    """Values for the sentence, by name."""
    cases: tuple[Answers, ...]
    """Answers that show it: one case, or two to lay side by side."""
    fields: tuple[str, ...] = ("level",)
    """What of the advice to write down with the cases."""
    rules: tuple[str, ...] = ()
    """Rules of which to write down whether they hold."""


@dataclass(frozen=True, slots=True)
class Check(Generic[Item]):
    """Claims of one kind."""

    code: str
    """Code of the finding that says that such a claim does not hold."""
    items: Callable[[Prover], Iterable[Item]]
    """Lists what there is to make a claim about."""
    judge: Callable[[Prover, Item], Fault | None]
    """Gives the fault; None when the claim is proven."""
    path: Callable[[Instrument, Item], Path]
    """Where in the file the claim that does not hold is said to be."""
    name: Callable[[Item], str] = attrgetter("id")
    of_any_advice: bool = False
    """Whether it must hold of what is left without our own additions, too."""
