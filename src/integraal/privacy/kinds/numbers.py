"""Recognise numbers that an office gave to a person or an account, by their tests."""

import re
from itertools import accumulate

_DIGITS = re.compile(r"\d+(?:[\s.-]\d+)*")
_LENGTHS = (9, 11)
"""Digits of a citizen service number and of a national number."""
_MONTHS = frozenset((*range(13), *range(20, 33), *range(40, 53)))
"""Of a national number: 0 where it is not known; 20 or 40 more in the bis register."""
_IBAN = re.compile(r"(?<![^\W_])([a-z]{2}\d{2})((?:[ .-]?[a-z0-9]){10,30})")
_IBAN_SHAPES = (
    r"AT\d{18}|BE\d{14}|CH\d{7}[A-Z\d]{12}|CZ\d{22}|DE\d{20}|DK\d{16}|ES\d{22}|FI\d{16}"
    r"|FR\d{12}[A-Z\d]{11}\d\d|GB\d\d[A-Z]{4}\d{14}|GR\d{9}[A-Z\d]{16}|HU\d{26}"
    r"|IE\d\d[A-Z]{4}\d{14}|IT\d\d[A-Z]\d{10}[A-Z\d]{12}|LT\d{18}|LU\d{5}[A-Z\d]{13}|MA\d{26}"
    r"|NL\d\d[A-Z]{4}\d{10}|NO\d{13}|PL\d{26}|PT\d{23}|SE\d{22}|TN\d{22}|TR\d{8}[A-Z\d]{16}"
    r"|UA\d{8}[A-Z\d]{19}"
)
"""Source: the register of ISO 13616."""
_OWN_IBAN = re.compile(r"NL\d\d[A-Z]{4}\d{10}|BE\d{14}")
"""Nothing else looks like these, even where somebody mistyped a digit."""
_OLD_ACCOUNT = re.compile(r"(?<!\d)(\d{3})-(\d{7})-(\d{2})(?!\d)")


def numbers(text: str) -> set[str]:
    """Every number of nine or eleven digits, written in one piece or in groups.

    A neighbour is no part of it: "2 999999999" has one such number, and so has "999999999 2". Each
    group is looked at once as a beginning, so that a text of numbers only takes no longer than it
    is long.
    """
    found: set[str] = set()
    for run in _DIGITS.findall(text):
        groups = re.split(r"[\s.-]", run)
        digits = "".join(groups)
        edges = {0, *accumulate(map(len, groups))}
        for start in edges:
            ends = (start + length for length in _LENGTHS)
            found.update(digits[start:end] for end in ends if end in edges)
    return found


def is_bsn(number: str) -> bool:
    """Whether nine digits pass the eleven test.

    >>> is_bsn("111222333"), is_bsn("111252333"), is_bsn("000000000")
    (True, False, False)
    """
    digits = list(map(int, number))
    if len(digits) != 9 or not any(digits):  # noqa: PLR2004 - nine digits, by law
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def is_national_number(number: str) -> bool:
    """Whether eleven digits pass the modulo 97 test: a national number, or one of the bis register.

    Of who was born in this century a 2 stands before the first nine. Both are tried whatever the
    year, so that what may be read today may be read next year.

    Source: the instructions of the national register, IT000, of the FOD Binnenlandse Zaken.

    >>> is_national_number("85073003328"), is_national_number("98472899765")
    (True, True)
    >>> is_national_number("85133003328"), is_national_number("12345678901")
    (False, False)
    """
    if len(number) != 11 or int(number[2:4]) not in _MONTHS:  # noqa: PLR2004 - eleven digits
        return False
    first, check = number[:9], int(number[9:])
    return any(97 - int(born + first) % 97 == check for born in ("", "2")) and int(number) > 0


def has_account(text: str) -> bool:
    """Whether a text has an IBAN, or a Belgian account number as they were before.

    >>> has_account("op be68 5390 0754 7034 storten"), has_account("BE12 is een afdeling")
    (True, False)
    """
    if any(_is_iban(match[1] + match[2]) for match in _IBAN.finditer(text.lower())):
        return True
    return any(
        int(bank + number) % 97 == int(check) % 97
        for bank, number, check in _OLD_ACCOUNT.findall(text)
    )


def _is_iban(written: str) -> bool:
    compact = re.sub("[ .-]", "", written).upper()
    found = re.match(_IBAN_SHAPES, compact)
    if not found:
        return False
    number = found[0]
    # Letters count from 10 on, and what stands first goes to the end (ISO 7064, MOD 97-10).
    value = int("".join(str(int(sign, 36)) for sign in number[4:] + number[:4]))
    return value % 97 == 1 or bool(_OWN_IBAN.fullmatch(number))
