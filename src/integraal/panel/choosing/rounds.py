"""Make a study of the cases that were taken: some not wholly known, some told twice, in two rounds.

Their ids are drawn: nothing on a sheet says in which order cases were chosen, or beside which.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from integraal.model.answers import DONT_KNOW, Answers
from integraal.model.instrument import Instrument
from integraal.model.study.cases import StudyCase
from integraal.panel.choosing.cover import Draft
from integraal.panel.choosing.told import Telling, Told

_MOST_UNKNOWN = 2
"""So many answers are not known in a case of which not everything is."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many cases there are of each kind."""

    first: int
    """Of the first round, without those told twice."""
    held_back: int
    repeated: int
    unknown: int
    """Of those of both rounds: cases in which not everything is known."""

    @classmethod
    def of(cls, count: int) -> "Room":
        """Divide a number of cases: a fifth waits, a tenth is told twice, a tenth is not whole.

        >>> Room.of(30)
        Room(first=21, held_back=6, repeated=3, unknown=3)
        """
        held_back, tenth = count // 5, max(1, count // 10)
        return cls(count - held_back - tenth, held_back, tenth, tenth)


def blur(
    drafts: Sequence[Draft], count: int, instrument: Instrument, telling: Telling, chance: Random
) -> None:
    """Take away some answers of so many cases; they go on telling what they told.

    Where it can be, an answer that is not known leaves something open. In turn it is said that
    nobody knows, and nothing is said at all.
    """
    alone = [draft for draft in drafts if is_alone(draft, drafts)]
    left = count - sum(not telling.is_whole(draft.answers) for draft in drafts)
    chance.shuffle(alone)
    closed: list[tuple[Draft, Told]] = []
    for draft in alone:
        if left <= 0:
            return
        told = _blurred(draft, instrument, telling, chance, says_so=bool(left % 2))
        if told is not None and telling.is_settled(told.answers):
            closed.append((draft, told))
        elif told is not None:
            draft.told, left = told, left - 1
    for draft, told in closed[: max(0, left)]:
        draft.told = told


def repeat(
    drafts: Sequence[Draft], count: int, telling: Telling, chance: Random
) -> Iterator[Draft]:
    """Tell so many cases of the first round again, of as many levels or routes as there are."""
    first = [draft for draft in drafts if not draft.held_back]
    chance.shuffle(first)
    seen: list[object] = []
    # One that stands beside another would be met four times over.
    first.sort(key=lambda draft: is_alone(draft, drafts) + telling.is_whole(draft.answers))
    first.reverse()
    first.sort(key=lambda draft: _order(draft, seen))
    for draft in first[:count]:
        yield Draft(draft.told, repeats=draft)


def is_alone(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a case stands beside no other."""
    return draft.beside is None and all(other.beside is not draft for other in drafts)


def study_cases(drafts: Sequence[Draft], chance: Random) -> tuple[StudyCase, ...]:
    """Give the cases their ids, in an order that is drawn."""
    order = list(drafts)
    chance.shuffle(order)
    width = len(str(len(order))) if len(order) > 99 else 2  # noqa: PLR2004 - K01 to K99
    ids = {id(draft): f"K{number:0{width}}" for number, draft in enumerate(order, 1)}
    return tuple(
        StudyCase(
            id=ids[id(draft)],
            answers=draft.answers,
            held_back=draft.held_back,
            repeats=ids[id(draft.repeats)] if draft.repeats else "",
            beside=ids[id(draft.beside)] if draft.beside else "",
            wording=2 if draft.repeats else 1,
            tells=draft.told.rules,
        )
        for draft in order
    )


def _order(draft: Draft, seen: list[object]) -> int:
    """How often what a case comes to was met before."""
    seen.append(draft.told.mark)
    return seen.count(draft.told.mark)


def _blurred(
    draft: Draft, instrument: Instrument, telling: Telling, chance: Random, *, says_so: bool
) -> Told | None:
    answers, taken = draft.answers, 0
    names = [name for name in answers if not instrument.question(name).from_case]
    chance.shuffle(names)
    found = [name for name in names if _can_miss(draft, answers, name, telling)]
    found.sort(key=lambda name: telling.is_settled(answers.without(name)))
    for name in found:
        if taken < _MOST_UNKNOWN and _can_miss(draft, answers, name, telling):
            answers = answers.with_answer(name, DONT_KNOW) if says_so else answers.without(name)
            taken += 1
    return telling.told(answers) if taken else None


def _can_miss(draft: Draft, answers: Answers, name: str, telling: Telling) -> bool:
    """Whether a case tells the same without an answer, and nothing else is put to people."""
    without = answers.without(name)
    if telling.applies(without) != telling.applies(draft.answers):
        return False
    told = telling.told(without)
    return told.mark == draft.told.mark and told.rules == draft.told.rules
