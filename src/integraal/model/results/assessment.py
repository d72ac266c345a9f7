"""A case under advice: one case, one instrument, the answers that count, and what follows."""

from dataclasses import dataclass
from datetime import date

from integraal.model.answers import Answers
from integraal.model.case import Case
from integraal.model.case.timeline import Along, Look, look
from integraal.model.instrument import Act, Instrument, Urgency
from integraal.model.reader import Reader
from integraal.model.results.advice import Advice, Reason
from integraal.model.results.beside import Beside
from integraal.model.results.danger import Danger, country_in
from integraal.model.results.knowledge import Earlier
from integraal.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Assessment:
    """A case under advice, as the last moment of its instrument shows it.

    Whatever is laid out about advice is made of this one value, so that what no page may be
    without has one place to hang.
    """

    case: Case
    instrument: Instrument
    """In the language of what is made of it."""
    answers: Answers
    """Those that count: without answers to questions that, as others show, do not apply."""
    advice: Advice
    dangers: tuple[Danger, ...]
    """That these answers make true, in whatever instrument; no page may leave them out."""
    earlier: tuple[Earlier, ...] = ()
    """The last known answers to what the latest moment leaves open; for professionals only."""
    left_out: tuple[str, ...] = ()
    """Ids of the questions whose answers do not count, since their section is left out."""
    not_counted: tuple[str, ...] = ()
    """Ids of the questions whose answers are looked at for danger, and not for the level."""
    reader: Reader = Reader.PROFESSIONAL
    """For whom it was made: for others, what is sensitive is out of it."""
    is_compulsory: Truth = Truth.UNKNOWN
    """Whether nobody may refuse the help, as far as any instrument asked."""
    source_only: bool = False
    """Whether the questions that are our own addition are left out."""
    beside: tuple[Beside, ...] = ()
    """What other instruments say otherwise of the same case; for professionals only."""

    @property
    def day(self) -> date | None:
        """The day of the moment that its instrument looks at."""
        return self._look.moment.day

    @property
    def until(self) -> date | None:
        """The last day from which an answer counts."""
        return self._look.until

    @property
    def along(self) -> tuple[Along, ...]:
        """The answers that count and are of another moment; for professionals only."""
        return self._look.along if self.reader.is_professional else ()

    @property
    def _look(self) -> Look:
        return look(self.instrument, self.case)

    @property
    def country(self) -> str:
        """`nl` or `be`; empty when nobody said."""
        return country_in(self.case, self.instrument, self.answers)

    @property
    def to_ask_first(self) -> tuple[Reason, ...]:
        """The actions that come before everything else but danger."""
        return self._actions(Urgency.ASK)

    @property
    def not_urgent(self) -> tuple[Reason, ...]:
        """The other actions, of which nobody's safety hangs."""
        return self._actions(None)

    def actions_by_part(self, role: str) -> dict[str, list[Reason]]:
        """The actions that do not go before the rest: `mine`, of `all` together, of `others`."""
        parts: dict[str, list[Reason]] = {"mine": [], "all": [], "others": []}
        for reason in self.not_urgent:
            who = self.instrument.action_of(reason.rule).who
            parts["all" if not who else "mine" if role in who else "others"].append(reason)
        return parts

    @property
    def actions_may_come(self) -> bool:
        """Whether an answer that is not known yet may call for another action."""
        might, called = set(self.advice.rules_open), set(self.advice.action_ids)
        rules = (rule for rule in self.instrument.rules if isinstance(rule.effect, Act))
        return any(rule.id in might and rule.target not in called for rule in rules)

    def _actions(self, urgent: Urgency | None) -> tuple[Reason, ...]:
        return tuple(
            reason
            for reason in self.advice.actions
            if self.instrument.action_of(reason.rule).urgent is urgent
        )
