"""A danger: somebody may be in danger, what to do at once, and whom to call."""

from dataclasses import dataclass

from integraal.model.answers import Answer, Answers
from integraal.model.case import Case
from integraal.model.instrument import Instrument, Statement
from integraal.model.results.advice import Reason
from integraal.model.services.help_line import HelpLine, by_country


@dataclass(frozen=True, slots=True)
class Danger:
    """What an instrument says of answers that mean that somebody may be in danger."""

    instrument: Instrument
    """That says so: the one in view, or another that the case has answers of."""
    statement: Statement
    """The action or outcome: what to do at once."""
    reason: Reason
    answers: Answers

    @property
    def cause(self) -> frozenset[tuple[str, Answer]]:
        """The answers that make it true; two dangers with one cause are one danger."""
        return frozenset((name, self.answers[name]) for name in self.reason.answers)

    def calls(self, country: str = "") -> tuple[HelpLine, ...]:
        """Whom to call in a country, the most urgent first; in every one where it is empty."""
        called = self.instrument.calls(self.statement)
        return tuple(line for line in called if line.serves(country))


def country_in(case: Case, instrument: Instrument, answers: Answers) -> str:
    """The country of a case: `nl` or `be`; empty when nobody said."""
    asked = (question.id for question in instrument.questions() if question.from_case)
    said = (str(answers[name]) for name in asked if answers.known(name))
    return case.country or next(said, "")


def lines_of(dangers: tuple[Danger, ...], country: str = "") -> tuple[HelpLine, ...]:
    """Whom to call about all of these, each line once, those for everybody first."""
    return by_country(dict.fromkeys(line for each in dangers for line in each.calls(country)))
