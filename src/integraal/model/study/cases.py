"""The cases of a study: chosen by the rules, rated without the advice beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from integraal.model.answers import Answers


@dataclass(frozen=True, slots=True)
class StudyCase:
    """One invented case, as raters get it."""

    id: str
    """What stands on the sheets; it says nothing of the case, nor of the order of choosing."""
    answers: Answers
    held_back: bool = False
    """Whether it waits for a second round: no rule may be fitted on it."""
    repeats: str = ""
    """The id of a case with the same answers, told before in other words."""
    beside: str = ""
    """The id of a case that differs in one answer."""
    wording: int = 1
    """Which of the wordings tells it: 1 or 2."""
    tells: tuple[str, ...] = ()
    """Ids of rules that decide here: without one of them the advice would be another."""


@dataclass(frozen=True, slots=True)
class Study:
    """A study of one instrument: the cases, and who rates them."""

    instrument: str
    version: str
    """Of the instrument; ratings of another version are not mixed in."""
    seed: int
    language: str
    """In which the cases are told."""
    cases: tuple[StudyCase, ...]
    raters: tuple[str, ...] = ()
    """Letters, never names: A, B … Z, AA."""
    file: str = ""
    """Of an author's own instrument, seen from the folder of the study; empty for one of ours."""

    def answered(self, answers: Iterable[Answers]) -> "Study":
        """Make the study of which the cases have these answers, in their order."""
        cases = (
            replace(case, answers=given) for case, given in zip(self.cases, answers, strict=True)
        )
        return replace(self, cases=tuple(cases))

    def round(self, *, held_back: bool) -> Iterator[StudyCase]:
        """The cases of the first round, or the ones held back for a second."""
        return (case for case in self.cases if case.held_back is held_back)

    def case(self, case_id: str) -> StudyCase:
        """Find a case.

        Raises:
            KeyError: if no case has that id.
        """
        for case in self.cases:
            if case.id == case_id:
                return case
        raise KeyError(case_id)


def rater_letters(count: int) -> tuple[str, ...]:
    """Letters for so many raters.

    >>> rater_letters(3), rater_letters(28)[-2:]
    (('A', 'B', 'C'), ('AA', 'AB'))
    """
    return tuple(_letters(position) for position in range(count))


def _letters(position: int) -> str:
    letters = ""
    position += 1
    while position:
        position, left = divmod(position - 1, 26)
        letters = chr(ord("A") + left) + letters
    return letters
