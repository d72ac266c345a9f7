"""What has the shape of something that identifies a person is recognised; nothing else is.

The numbers are made here by the public tests, in ranges that are never given to a person.
"""

import re
from itertools import count
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import nn
from stdnum.nl import bsn

from integraal.privacy.identifiers import Identifier, identifiers


def of_bsn_shape(prefix: str) -> str:
    """Make nine digits that pass the eleven test: 9a + 8b + … + 2h − i is divisible by 11."""
    for last_two in count():
        digits = f"{prefix}{last_two:0{9 - len(prefix)}}"
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        if sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0:
            return digits
    raise AssertionError


def of_national_number_shape(first_nine: str) -> str:
    """Make eleven digits that pass the modulo 97 test."""
    return f"{first_nine}{97 - int(first_nine) % 97:02}"


# 9999…: the range that the Dutch state keeps for tests. Serial number 999 is given to nobody.
BSN = of_bsn_shape("9999992")
NATIONAL = of_national_number_shape("010203999")


def kinds(text: str) -> set[str]:
    """Name what was recognised."""
    return {kind.value for kind in identifiers(text)}


@pytest.mark.parametrize(
    "text",
    [
        BSN,
        f"BSN {BSN}.",
        f"({BSN})",
        f"NL{BSN}B",
        f"{BSN[:4]}.{BSN[4:6]}.{BSN[6:]}",
        f"{BSN[:3]} {BSN[3:6]} {BSN[6:]}",
        f"{BSN[:4]}-{BSN[4:]}",
        f"{BSN}, drie kinderen",
    ],
)
def test_nine_digits_that_pass_the_eleven_test_have_the_shape_of_a_bsn(text: str) -> None:
    assert "bsn" in kinds(text)


@pytest.mark.parametrize("text", [f"{BSN} 3 kinderen", f"2 {BSN}", f"gezin 12 {BSN} 2026"])
def test_a_number_beside_it_does_not_hide_a_bsn(text: str) -> None:
    assert "bsn" in kinds(text)


def test_nine_digits_that_fail_the_eleven_test_are_no_bsn() -> None:
    wrong = BSN[:-1] + str((int(BSN[-1]) + 1) % 10)
    assert "bsn" not in kinds(wrong)


@pytest.mark.parametrize("text", [BSN + "1", "1" + BSN, BSN[:8], BSN * 2])
def test_more_or_fewer_digits_are_no_bsn(text: str) -> None:
    assert "bsn" not in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        NATIONAL,
        f"{NATIONAL[:2]}.{NATIONAL[2:4]}.{NATIONAL[4:6]}-{NATIONAL[6:9]}.{NATIONAL[9:]}",
        f"rijksregisternummer {NATIONAL}!",
    ],
)
def test_eleven_digits_that_pass_the_modulo_97_test_have_the_shape_of_a_national_number(
    text: str,
) -> None:
    assert "rijksregisternummer" in kinds(text)


def test_eleven_digits_that_fail_the_modulo_97_test_are_no_national_number() -> None:
    wrong = NATIONAL[:-1] + str((int(NATIONAL[-1]) + 1) % 10)
    assert "rijksregisternummer" not in kinds(wrong)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("jan@voorbeeld.invalid", "email"),
        ("mail: j.jansen+gezin@werk.voorbeeld.invalid!", "email"),
        ("0600000000", "telefoon"),
        ("06-00 00 00 00", "telefoon"),
        ("020 000 0000", "telefoon"),
        ("+31 6 00000000", "telefoon"),
        ("0032 470 00 00 00", "telefoon"),
        ("+32 (0)470 00 00 00", "telefoon"),
        ("1999-12-31", "geboortedatum"),
        ("31-12-1999", "geboortedatum"),
        ("1/2/2001", "geboortedatum"),
        ("31.12.1999", "geboortedatum"),
        ("C-19991231", "geboortedatum"),
    ],
)
def test_other_ways_to_know_or_reach_a_person_are_recognised(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize("text", ["0470/00 00 00", "02/000.00.00", "(020) 000 00 00"])
def test_a_phone_number_may_have_a_slash_or_brackets_after_its_first_digits(text: str) -> None:
    assert "telefoon" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "C-2041",
        "C-3007.b",
        "gezin-12-2026",
        "casus 4711",
        "2026",
        "2026-2027",
        "123456",
        "regel R14, artikel 458bis",
        "30 % van 1000",
        "a@b",
        "",
    ],
)
def test_a_pseudonym_or_an_ordinary_number_is_nothing(text: str) -> None:
    assert identifiers(text) == ()


def test_several_kinds_in_one_text_are_all_named_in_a_fixed_order() -> None:
    text = f"bel 0600000000 of mail jan@voorbeeld.invalid over {BSN}, geboren 31-12-1999"
    assert identifiers(text) == (
        Identifier.BSN,
        Identifier.EMAIL,
        Identifier.PHONE,
        Identifier.BIRTH_DATE,
    )


@given(st.text(max_size=40) | st.text(st.sampled_from("0123456789 .-/+()@a²٣"), max_size=40))
def test_no_text_is_too_odd_to_look_at(text: str) -> None:
    assert set(identifiers(text)) <= set(Identifier)


@pytest.mark.parametrize(
    "text",
    ["30071985", "C-30071985", "30-7-1985", "1985-7-30", "30_07_1985", "1985_07_30", "30-jul-1985",
     "30-07-85", "30.7.85", "19850730"],
)  # fmt: skip
def test_a_birth_date_is_one_however_it_is_written(text: str) -> None:
    assert Identifier.BIRTH_DATE in identifiers(text)


@pytest.mark.parametrize("text", ["C-2041", "T-101", "2026-K1", "2041-1-2", "C-123456", "A1b-12"])
def test_a_pseudonym_is_no_birth_date(text: str) -> None:
    assert identifiers(text) == ()


NUMBERS = st.text(st.sampled_from("0123456789 .-\u00a0,x"), max_size=40) | st.lists(
    st.sampled_from([BSN, BSN[:4], BSN[4:], NATIONAL, NATIONAL[:6], NATIONAL[6:], "1", "2026"])
).map(" ".join)


def numbers_by_definition(text: str) -> set[str]:
    """Every stretch of whole groups that has nine or eleven digits, each tried on its own."""
    found = set()
    for run in re.findall(r"\d+(?:[\s.-]\d+)*", text):
        groups = re.split(r"[\s.-]", run)
        ends = range(1, len(groups) + 1)
        found |= {"".join(groups[start:end]) for end in ends for start in range(end)}
    return {number for number in found if len(number) in (9, 11)}


@given(NUMBERS)
def test_every_stretch_of_whole_groups_is_looked_at(text: str) -> None:
    wanted = numbers_by_definition(text)
    found = kinds(text) & {"bsn", "rijksregisternummer"}
    shapes = {"bsn": bsn.is_valid, "rijksregisternummer": nn.is_valid}
    lengths = {"bsn": 9, "rijksregisternummer": 11}
    assert found == {
        kind
        for kind, is_valid in shapes.items()
        if any(len(number) == lengths[kind] and is_valid(number) for number in wanted)
    }


@pytest.mark.parametrize("piece", ["1 ", "12.", f"{BSN} ", "a@", "x", "1 jan ", "+3", "(0", "1-"])
def test_a_long_text_takes_no_longer_than_it_is_long(piece: str) -> None:
    begin = process_time()
    identifiers((piece * 200_000)[:200_000])
    # It takes a tenth of this; what is tried from every number again takes minutes.
    assert process_time() - begin < 5
