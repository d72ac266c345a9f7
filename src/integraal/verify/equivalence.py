"""stub."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Equivalent:
    covered_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unproven:
    pass


def compare(a, b, c):
    return Unproven()
