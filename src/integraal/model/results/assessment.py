"""A case under advice: one case, one instrument, the answers that count, and what follows."""

from dataclasses import dataclass
from datetime import date

from integraal.model.answers import Answers
from integraal.model.case import Case
from integraal.model.instrument import Instrument
from integraal.model.results.advice import Advice, Reason


@dataclass(frozen=True, slots=True)
class Assessment:
    """A case under advice, as its latest moment shows it.

    Whatever is laid out about an advice is made of this one value, so that what no page may be
    without has one place to hang.
    """

    case: Case
    instrument: Instrument
    """In the language of what is made of it."""
    answers: Answers
    """Those that count: without answers to questions that, as others show, do not apply."""
    advice: Advice
    left_out: tuple[str, ...] = ()
    """Ids of the questions whose answers do not count, since their section is left out."""
    source_only: bool = False
    """Whether the sections that are our own addition are left out."""

    @property
    def day(self) -> date | None:
        """The day of the answers."""
        return self.case.latest.day

    @property
    def urgent(self) -> tuple[Reason, ...]:
        """The actions that come before everything else."""
        return self._actions(urgent=True)

    @property
    def not_urgent(self) -> tuple[Reason, ...]:
        """The other actions."""
        return self._actions(urgent=False)

    def _actions(self, *, urgent: bool) -> tuple[Reason, ...]:
        return tuple(
            reason
            for reason in self.advice.actions
            if self.instrument.action_of(reason.rule).urgent is urgent
        )
