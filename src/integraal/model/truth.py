"""Three truths: what holds, what does not, and what nobody knows yet.

Unknown is a value of its own. Reading it as "no" is the mistake this project exists to avoid.
"""

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """One of Kleene's three values, ordered so that AND is the minimum and OR the maximum.

    >>> min(Truth.TRUE, Truth.UNKNOWN).name
    'UNKNOWN'
    """

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


def truth(holds: bool) -> Truth:
    """Turn a Python bool into a Truth.

    >>> truth(True).name
    'TRUE'
    """
    return Truth.TRUE if holds else Truth.FALSE


def negate(value: Truth) -> Truth:
    """What `not value` is; not-unknown stays unknown.

    >>> negate(Truth.UNKNOWN).name
    'UNKNOWN'
    """
    return Truth(Truth.TRUE - value)


def all_of(truths: Iterable[Truth]) -> Truth:
    """Whether all hold; one FALSE decides, and none at all is TRUE.

    >>> all_of([Truth.TRUE, Truth.UNKNOWN]).name, all_of([Truth.FALSE, Truth.UNKNOWN]).name
    ('UNKNOWN', 'FALSE')
    """
    return min(truths, default=Truth.TRUE)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Whether any holds; one TRUE decides, and none at all is FALSE.

    >>> any_of([Truth.FALSE, Truth.UNKNOWN]).name, any_of([Truth.TRUE, Truth.UNKNOWN]).name
    ('UNKNOWN', 'TRUE')
    """
    return max(truths, default=Truth.FALSE)


def at_least(needed: int, truths: Iterable[Truth]) -> Truth:
    """Whether at least `needed` of the truths hold.

    UNKNOWN exactly when the known ones leave both outcomes open.

    Args:
        needed: How many must hold; 0 or less always holds.
        truths: Any order, any length.

    Source: Kleene 1952, section 64 (strong connectives), extended to counting.

    >>> at_least(2, [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]).name
    'UNKNOWN'
    """
    values = list(truths)
    return count_reaches(needed, values.count(Truth.TRUE), values.count(Truth.UNKNOWN))


def sum_reaches(needed: int, weighed: Iterable[tuple[int, Truth]]) -> Truth:
    """Whether the weights of the truths that hold add up to `needed`.

    UNKNOWN exactly when the known ones leave both outcomes open: an unknown one is no zero.

    Args:
        needed: How much it must be; 0 or less always is reached.
        weighed: Each weight, above zero, with what it hangs on.

    >>> sum_reaches(3, [(2, Truth.TRUE), (1, Truth.UNKNOWN), (5, Truth.FALSE)]).name
    'UNKNOWN'
    """
    listed = list(weighed)
    certain = sum(weight for weight, value in listed if value is Truth.TRUE)
    possible = sum(weight for weight, value in listed if value is Truth.UNKNOWN)
    return count_reaches(needed, certain, possible)


def count_reaches(needed: int, certain: int, possible: int) -> Truth:
    """Whether a count reaches `needed` when `certain` hold and `possible` more might.

    >>> count_reaches(2, 1, 1).name, count_reaches(2, 1, 0).name, count_reaches(2, 2, 5).name
    ('UNKNOWN', 'FALSE', 'TRUE')
    """
    if certain >= needed:
        return Truth.TRUE
    return Truth.UNKNOWN if certain + possible >= needed else Truth.FALSE
