"""What desks say of themselves may stand anywhere, and nothing beside it."""

from time import process_time

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


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mail info@wissel.invalid.", "info@wissel.invalid"),
        ("(www.wissel.invalid)", "www.wissel.invalid"),
        ("https://wissel.invalid/loket-2", "https://wissel.invalid"),
        ("wissel-noord.invalid", "wissel-noord.invalid"),
    ],
)
def test_an_address_in_a_text_is_known_alone(text: str, address: str) -> None:
    assert address in known_of([text])


@pytest.mark.parametrize("part", ["a", "a.", "-.", "@", "a@", "1", "1 ", "1-", "(", "A "])
def test_a_long_word_takes_no_longer_than_its_letters(part: str) -> None:
    begin = process_time()
    known_of([part * 70_000])
    assert process_time() - begin < 2
