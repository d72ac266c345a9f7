"""Answers of one case: what was said, and what was said not to be known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias


class DontKnow(Enum):
    """The type of DONT_KNOW."""

    DONT_KNOW = "weet_niet"


DONT_KNOW = DontKnow.DONT_KNOW
"""Asked, and not known. For the rules the same as not asked; for people it is not."""
NONE_OF_THESE = "geen_van_deze"
"""How a choose-several answer says that none applies; an empty list says the same."""


@dataclass(frozen=True, slots=True)
class Partly:
    """Some options of a choose-several question are known, others are not."""

    chosen: frozenset[str]
    unknown: frozenset[str]
    """Options that may or may not apply."""


Answer: TypeAlias = str | frozenset[str] | Partly | int | float | DontKnow
"""An option id or a text; chosen option ids (empty: none of them); a number; not known."""


def several(chosen: Iterable[str], options: Iterable[str], *, unsure: bool) -> Answer:
    """Make the answer to a choose-several question.

    Args:
        chosen: Options that were named.
        options: All that there are.
        unsure: Whether nobody knows about the others, if there are any.

    >>> several([], ["wonen", "werk"], unsure=True)
    <DontKnow.DONT_KNOW: 'weet_niet'>
    >>> several(["wonen"], ["wonen", "werk"], unsure=True)
    Partly(chosen=frozenset({'wonen'}), unknown=frozenset({'werk'}))
    """
    known = frozenset(chosen)
    others = frozenset(options) - known
    if not (unsure and others):
        return known
    return Partly(known, others) if known else DONT_KNOW


class Answers(Mapping[str, Answer]):
    """Answers by question id. Immutable; a missing question is not answered.

    >>> answers = Answers({"gezinsleden": "twee", "leefgebieden": {"wonen", "werk"}})
    >>> answers.known("gezinsleden"), answers.known("veiligheid")
    (True, False)
    >>> len(answers.with_answer("veiligheid", DONT_KNOW)), len(answers)
    (3, 2)
    """

    __slots__ = ("_given",)

    def __init__(self, given: Mapping[str, Answer | Iterable[str]] = MappingProxyType({})) -> None:
        self._given: dict[str, Answer] = {
            question: _frozen(answer) for question, answer in given.items()
        }

    def __getitem__(self, question: str) -> Answer:
        return self._given[question]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)

    def __repr__(self) -> str:
        return f"Answers({self._given!r})"

    def known(self, question: str) -> bool:
        """Whether the whole answer to a question is known."""
        answer = self._given.get(question)
        return not (answer is None or answer is DONT_KNOW or isinstance(answer, Partly))

    def with_answer(self, question: str, answer: Answer) -> "Answers":
        """Make a copy in which this question has this answer."""
        return self._copied({**self._given, question: answer})

    def without(self, *questions: str) -> "Answers":
        """Make a copy in which these questions are not answered."""
        return self._copied({q: a for q, a in self._given.items() if q not in questions})

    @classmethod
    def _copied(cls, given: dict[str, Answer]) -> "Answers":
        """Take over answers that are in order already."""
        made = cls.__new__(cls)
        made._given = given
        return made


def _frozen(answer: Answer | Iterable[str]) -> Answer:
    if isinstance(answer, (str, Partly, int, float, DontKnow)):
        return answer
    return frozenset(answer)


def answer_value(
    answer: Answer, order: Sequence[str] | None = None
) -> str | int | float | list[str]:
    """An answer as data: ids, in the order of the question's options.

    Args:
        answer: To any kind of question.
        order: Ids of the options; None, or options that are none of these, sort by name.

    >>> answer_value(DONT_KNOW), answer_value(frozenset({"werk", "wonen"}), ("wonen", "werk"))
    ('weet_niet', ['wonen', 'werk'])
    """
    if isinstance(answer, DontKnow):
        return answer.value
    if isinstance(answer, Partly):
        return [*_in_order(answer.chosen, order), DONT_KNOW.value]
    return _in_order(answer, order) if isinstance(answer, frozenset) else answer


def _in_order(chosen: frozenset[str], order: Sequence[str] | None) -> list[str]:
    return [option for option in order or () if option in chosen] or sorted(chosen)
