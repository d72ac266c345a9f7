"""At which level people work together now, as far as that is known.

Forms add up: whatever else there is, people work together at least as closely as in the highest
form that is known. Where none of those that may be there is of a higher level, that is the level.
"""

from dataclasses import dataclass

from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.instrument import Instrument
from integraal.model.scale import Level


@dataclass(frozen=True, slots=True)
class Now:
    """Between which levels the present lies; None for no level at all."""

    least: Level | None
    """Of the highest form that is known."""
    most: Level | None
    """Of the highest form that is known or may be there."""

    @property
    def is_known(self) -> bool:
        """Whether it is known at which level people work together, be it at none."""
        return self.least == self.most

    @property
    def level(self) -> Level | None:
        """The level, where it is known and there is one."""
        return self.least if self.is_known else None


NOWHERE = Now(None, None)


def present_level(instrument: Instrument, answers: Answers) -> Now:
    """Work out between which levels people work together now."""
    present, scale = instrument.present, instrument.scale
    if present is None or scale is None:
        return NOWHERE
    options = instrument.question(present.question).options
    answer = answers.get(present.question, DONT_KNOW)
    if answer is DONT_KNOW:
        answer = Partly(frozenset(), frozenset(option.id for option in options))
    if isinstance(answer, Partly):
        chosen, possible = answer.chosen, answer.chosen | answer.unknown
    else:
        chosen = possible = answer if isinstance(answer, frozenset) else frozenset({str(answer)})

    def highest(among: frozenset[str]) -> Level | None:
        named = {option.level for option in options if option.id in among}
        return next((level for level in reversed(scale.levels) if level.id in named), None)

    return Now(highest(chosen), highest(possible))
