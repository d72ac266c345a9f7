"""Numbers of offices pass the tests that their offices give, as python-stdnum has them."""

import random

from stdnum import iban
from stdnum.be import bis, nn
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from integraal.privacy.kinds.numbers import has_account, is_bsn, is_national_number

COUNT = 5_000
BORN_LATER = 26
"""On a day of 2026, stdnum takes the two digits of a later year for the last century only."""
ACCOUNTS = {
    "BE": "9" * 12, "NL": "A" * 4 + "9" * 10, "FR": "9" * 10 + "Z" * 11 + "99", "DE": "9" * 18,
    "IT": "A" + "9" * 10 + "Z" * 12, "LU": "999" + "Z" * 13, "PL": "9" * 24,
    "TR": "9" * 6 + "Z" * 16, "GB": "A" * 4 + "9" * 14, "UA": "9" * 6 + "Z" * 19,
}  # fmt: skip
"""By country, what kind of sign stands where: a digit (9), a letter (A), either (Z)."""


def test_nine_digits_are_a_bsn_where_the_library_says_so() -> None:
    chance = random.Random(16)
    numbers = ["000000000", *(f"{chance.randrange(10**9):09}" for _ in range(COUNT))]
    assert [each for each in numbers if is_bsn(each) != bsn.is_valid(each)] == []
    assert any(map(is_bsn, numbers))


def national_numbers() -> list[str]:
    chance = random.Random(17)
    found = []
    for _ in range(COUNT):
        month = chance.choice((chance.randrange(53), chance.randrange(100)))
        first = f"{chance.randrange(100):02}{month:02}{chance.randrange(10**5):05}"
        checks = 97 - int(first) % 97, 97 - int(f"2{first}") % 97, chance.randrange(100)
        found.append(f"{first}{chance.choice(checks):02}")
    return found


def test_eleven_digits_are_a_national_number_where_the_library_says_so_and_in_any_year() -> None:
    numbers = national_numbers()
    known = [each for each in numbers if nn.is_valid(each) or bis.is_valid(each)]
    assert [each for each in known if not is_national_number(each)] == []
    more = {each for each in numbers if is_national_number(each)} - set(known)
    assert [each for each in more if int(each[:2]) <= BORN_LATER] == []


def accounts() -> list[str]:
    chance = random.Random(18)
    signs = {"9": "0123456789", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    signs["Z"] = signs["9"] + signs["A"]
    found = []
    for country, shape in ACCOUNTS.items():
        for spoiled in (False, False, True, True) * 25:
            inside = "".join(chance.choice(signs[kind]) for kind in shape)
            check = mod_97_10.calc_check_digits(inside + country)
            if spoiled:
                at = chance.randrange(len(inside))
                inside = inside[:at] + chance.choice(signs["Z"]) + inside[at + 1 :]
            found.append(f"{country}{check}{inside}")
    return found


def test_an_account_is_one_where_the_library_says_so_and_ours_even_with_a_slip() -> None:
    ours = ("BE", "NL")
    for each in accounts():
        is_valid = iban.is_valid(each, check_country=False)
        assert has_account(each) == is_valid or (each.startswith(ours) and has_account(each)), each
        assert not is_valid or has_account(f"op {each.lower()} storten"), each


def test_digits_of_other_scripts_are_digits() -> None:
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    assert is_bsn("111222333".translate(arabic))
    assert is_national_number("85073003328".translate(arabic))
