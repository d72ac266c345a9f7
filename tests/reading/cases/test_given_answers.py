"""Answers given as Python values are read as strictly as those in a case file."""

from typing import Any

import pytest

from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.instrument import Instrument
from integraal.reading.cases.given_answers import read_given
from tests.reading.helpers import good, nowhere

AREAS = frozenset({"wonen", "werk"})


def read(instrument: Instrument, question: str, said: Any) -> tuple[Answer | None, list[str]]:
    answers, findings = read_given({question: said}, instrument, nowhere)
    return answers.get(question), [f"{finding.place} {finding.code}" for finding in findings]


@pytest.mark.parametrize("said", [["wonen", "werk"], ("werk", "wonen"), set(AREAS), AREAS])
def test_any_collection_is_a_list(instrument: Instrument, said: object) -> None:
    assert read(instrument, "leefgebieden", said) == (AREAS, [])


@pytest.mark.parametrize("said", [DONT_KNOW, "weet_niet"])
def test_not_knowing_is_said_as_in_a_file_or_by_its_value(
    instrument: Instrument, said: object
) -> None:
    assert read(instrument, "veiligheid", said) == (DONT_KNOW, [])


def test_of_a_list_known_in_part_what_does_not_apply_stays_known(instrument: Instrument) -> None:
    partly = Partly(frozenset({"wonen"}), frozenset({"werk"}))
    assert read(instrument, "leefgebieden", partly) == (partly, [])


def test_a_slip_in_what_may_apply_leaves_all_others_open(instrument: Instrument) -> None:
    slip = Partly(frozenset({"wonen"}), frozenset({"werkk"}))
    answer, _ = read(instrument, "leefgebieden", slip)
    others = frozenset(instrument.question("leefgebieden").option_ids) - {"wonen"}
    assert answer == Partly(frozenset({"wonen"}), others)


@pytest.mark.parametrize(("said", "number"), [(0.1 + 0.2, 0.3), (4.0, 4), (-1, -1), (1e-12, 0)])
def test_a_number_has_the_digits_that_a_file_may_have(said: float, number: float) -> None:
    assert read(good("routes.yaml"), "leeftijd", said) == (number, [])


def test_a_place_is_told_by_the_name_of_the_question(instrument: Instrument) -> None:
    assert read(instrument, "draaglast", {"zwaar": 1}) == (
        None,
        ["answers: draaglast no-such-option"],
    )
    _, (finding,) = read_given({"x": 1}, instrument, nowhere, name="what_if")
    assert str(finding.place) == "what_if: x"
