"""What identifies somebody in a text is refused, and the rest is left alone, as often as we say."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from integraal.privacy.guard import blocked, kinds_blocked
from integraal.privacy.identifiers import Identifier
from tests.privacy.labelled import DAY, HALVES, Labelled, labelled

LEAST_BLOCKED, MOST_BLOCKED_FALSELY = 0.98, 0.02


def kinds(text: str) -> set[str]:
    return {kind.value for kind in blocked(text, DAY)}


def share(sentences: list[Labelled]) -> float:
    return sum(bool(blocked(each.text, DAY)) for each in sentences) / len(sentences)


def test_there_are_three_hundred_sentences_and_more_and_none_stands_in_both_halves() -> None:
    texts = [{each.text for each in labelled(half)} for half in HALVES]
    assert sum(map(len, texts)) > 300
    assert texts[0].isdisjoint(texts[1])


@pytest.mark.parametrize("half", HALVES)
def test_nearly_all_of_what_is_to_be_refused_is_and_hardly_anything_else(half: Path) -> None:
    sentences = labelled(half)
    assert share([each for each in sentences if each.tier == "block"]) >= LEAST_BLOCKED
    assert share([each for each in sentences if each.tier != "block"]) <= MOST_BLOCKED_FALSELY


@pytest.mark.parametrize("half", HALVES)
def test_what_is_refused_is_called_what_it_is(half: Path) -> None:
    called = {"dossier": "dossiernummer", "handle": "schermnaam", "url": "webadres"}
    named = [
        called.get(each.kinds[0], each.kinds[0]) in kinds(each.text)
        for each in labelled(half)
        if each.tier == "block"
    ]
    assert sum(named) / len(named) >= LEAST_BLOCKED


@pytest.mark.parametrize(
    "text",
    [
        "Opnieuw samenkomen op 15 januari 2027",
        "volgende keer: 15-01-27",
        "3 maart 2027 om 14 uur",
        "Meet again on January 15, 2027",
        "Wet van 1 maart 2019",
        "hulp van 01.09.2025 tot 30.06.2026",
        "overleg van 4 juni 2026",
    ],
)
def test_a_date_to_come_or_of_something_else_is_no_birth_date(text: str) -> None:
    assert kinds(text) == set()


def test_a_date_that_was_to_come_when_it_was_written_stays_so() -> None:
    text = "Opnieuw samenkomen: 15 januari 2027"
    assert kinds_blocked([text], date(2026, 11, 30)) == ""
    assert kinds_blocked([text], date(2027, 2, 1)) == "geboortedatum"


@pytest.mark.parametrize("text", ["geboren op 15 januari 2027", "uitgerekend, geb. 15-01-2027"])
def test_what_is_called_a_birth_date_is_one_whenever_it_is(text: str) -> None:
    assert kinds(text) == {"geboortedatum"}


@pytest.mark.parametrize(
    "text",
    [
        "de bus 3 keer per dag",
        "neemt bus 12 naar school",
        "op de weg 2 uur in de file",
        "Wijkteam 3",
        "in 2019 Gent verlaten",
        "1000 Nederlanders",
        "2026 Kerst",
        "woont sinds 3 jaar alleen",
        "03-02-2027 14 uur",
        "10.30-11.15 uur",
        "1 2 3 4 5 6 7 8 9 10",
        "dossier van 2024 lezen",
        "ref 12",
        "@ 10 uur",
        "bel.Daarna weer",
    ],
)
def test_an_ordinary_number_is_nothing(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0６00\u200b000000", "telefoon"),
        ("Kerk\u00adstraat 12", "adres"),
        ("woont in 2018 Antwerpen", "adres"),
        ("bsn 123456789", "bsn"),
        ("rijksregisternummer 010203 999 00", "rijksregisternummer"),
        ("rekening 539-0075470-34", "iban"),
    ],
)
def test_no_sign_without_width_and_no_mistyped_digit_hides_it(text: str, kind: str) -> None:
    assert kind in kinds(text)


PIECES = (
    "1 ", "12.", "a@", "x", "1 jan ", "+3", "(0", "1-", "Kerk ", "Ab ", "straat ", "rue de ",
    "12 rue ", "woont A", "1000 a ", "BE12 ", "dossier ", "a.", "@a", "AB-", "geb ", "geboren 1",
    "snap a", "1a", "(at)", "bus ", "app ", "A", "plaat a ", "°", "1/", "\u0301", "'t ", "mevrouw ",
    "Jan ", "J.", "van de ", "34 jaar ", "school ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_takes_no_longer_than_it_is_long(piece: str) -> None:
    begin = process_time()
    blocked((piece * 100_000)[:100_000], DAY)
    assert process_time() - begin < 5


def test_every_kind_has_its_own_name() -> None:
    assert len({kind.value for kind in Identifier}) == len(Identifier)
