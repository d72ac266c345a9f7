"""What somebody looks for, and what a service is called for."""

from dataclasses import fields, replace

import pytest

from integraal.model.services.care_map import CareMap, Found, Wanted
from integraal.model.services.network import Network, Target, TargetKind
from integraal.model.services.region import Service

TARGETS = (
    Target("een", TargetKind.OPTION, "wonen", "Wonen", "gebieden"),
    Target("twee", TargetKind.OPTION, "wonen", "Wonen", "gebieden"),
    Target("een", TargetKind.ACTION, "bel", "Bel de huisarts."),
    Target("twee", TargetKind.ACTION, "bel", "Bel het loket."),
)
MAP = CareMap(Network("n", "N", ()), TARGETS, Found(Wanted(), ()))


@pytest.mark.parametrize("name", [each.name for each in fields(Wanted)])
def test_whatever_is_asked_is_something(name: str) -> None:
    given = ("wonen",) if name == "serves" else "wonen"
    assert replace(Wanted(), **{name: given}).is_something  # type: ignore[arg-type]
    assert not Wanted().is_something


def labels(*serves: str) -> tuple[str, ...]:
    return MAP.labels(Service("a", "A", serves))


def test_the_same_in_two_instruments_is_told_once() -> None:
    assert labels("wonen") == ("Wonen",)


def test_a_sentence_stands_in_a_list_without_its_full_stop() -> None:
    assert labels("bel") == ("Bel de huisarts", "Bel het loket")


def test_what_is_of_one_instrument_is_told_in_its_words_alone() -> None:
    assert labels("twee/bel", "wonen") == ("Wonen", "Bel het loket")


def test_what_no_instrument_has_is_told_nowhere() -> None:
    assert labels("vissen") == ()
