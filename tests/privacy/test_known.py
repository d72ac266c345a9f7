"""What desks say of themselves may stand anywhere, and nothing beside it."""

import pytest

from integraal.privacy.known import known_of, without_known

KNOWN = known_of(
    ["Loket De Wissel", "Kerkstraat 12, 9300 Aalst, 053 00 00 00, info@wissel.invalid"]
)


@pytest.mark.parametrize(
    "text",
    ["053 00 00 00", "053/000000", "KERKSTRAAT  12", "info@wissel.invalid", "Loket de Wissel"],
)
def test_it_is_passed_over_however_it_is_written(text: str) -> None:
    assert without_known(f"bel {text} morgen", KNOWN) == "bel · morgen"


@pytest.mark.parametrize("text", ["1053 00 00 00", "Kerkstraat 121", "053 00 00 001"])
def test_a_part_of_something_else_is_not(text: str) -> None:
    assert without_known(text, KNOWN) == text


def test_what_is_very_short_and_where_nothing_is_known_all_stays() -> None:
    assert without_known("nl", known_of(["nl", "", "12"])) == "nl"
    assert without_known("Kerkstraat 12", ()) == "Kerkstraat 12"
