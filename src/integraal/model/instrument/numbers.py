"""Which numbers answer a question: whole ones or any, and between which bounds.

Every body asks this of a number before it takes it for an answer. One that does not fit is not
known, and never the nearest that does.
"""

from dataclasses import dataclass
from enum import Enum


class Misfit(Enum):
    """Why a number is no answer."""

    NOT_WHOLE = "not-whole"
    TOO_LOW = "too-low"
    TOO_HIGH = "too-high"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that answer a question; without more said, all of them."""

    whole: bool = False
    """Whether 2.5 is none."""
    least: float | None = None
    most: float | None = None
    """Both bounds are answers themselves; None leaves a side open."""

    def misfit(self, number: float) -> Misfit | None:
        """Say why a number is no answer; None when it is one.

        >>> Numbers(whole=True, least=0).misfit(2.5), Numbers(whole=True, least=0).misfit(3.0)
        (<Misfit.NOT_WHOLE: 'not-whole'>, None)
        """
        if self.whole and number % 1:
            return Misfit.NOT_WHOLE
        if self.least is not None and number < self.least:
            return Misfit.TOO_LOW
        if self.most is not None and number > self.most:
            return Misfit.TOO_HIGH
        return None

    def nearest(self, number: float) -> float:
        """The number itself, or the bound that it is beyond."""
        if self.most is not None and number > self.most:
            return self.most
        return self.least if self.least is not None and number < self.least else number

    def settled(self, low: float | None, high: float | None) -> bool | None:
        """Whether every answer lies within bounds, or none does; None when it depends.

        >>> children = Numbers(whole=True, least=0, most=9)
        >>> children.settled(0, None), children.settled(3, None), children.settled(None, -1)
        (True, None, False)
        """
        if _above(low, self.most) or _above(self.least, high):
            return False
        from_low = low is None or (self.least is not None and low <= self.least)
        to_high = high is None or (self.most is not None and high >= self.most)
        return True if from_low and to_high else None


def _above(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one > other


ANY_NUMBER = Numbers()
