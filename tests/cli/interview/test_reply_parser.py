"""A typed number is an answer only where it fits its question."""

import pytest

from integraal.cli.interview.reply_parser import Given, Misread, read_typed
from integraal.model.answers import DONT_KNOW
from integraal.model.instrument import Misfit
from integraal.words.words import Words
from tests.reading.helpers import good

CHILDREN = good("tellen.yaml").question("kinderen")


@pytest.mark.parametrize(
    ("typed", "misfit"),
    [("2,5", Misfit.NOT_WHOLE), ("-1", Misfit.TOO_LOW), ("21", Misfit.TOO_HIGH), ("drie", None)],
)
def test_what_does_not_fit_is_told_what_would(typed: str, misfit: Misfit | None) -> None:
    wanted = "een heel getal van 0 tot en met 20 (kinderen)"
    found = read_typed(CHILDREN, typed, Words("nl"))
    assert found == Misread("typed.number", typed, wanted, misfit)


def test_what_fits_and_what_nobody_knows_are_answers() -> None:
    words = Words("nl")
    assert [read_typed(CHILDREN, typed, words) for typed in ("3", "20", "?")] == [
        Given(3),
        Given(20),
        Given(DONT_KNOW),
    ]
