"""Recognise numbers that an office gave to a person or an account, by their tests."""

import re
from itertools import accumulate

_DIGITS = re.compile(r"\d+(?:[\s.-]\d+)*")
_LENGTHS = (9, 11)
"""Digits of a citizen service number and of a national number."""
_IBAN = re.compile(r"(?<![^\W_])([a-z]{2}\d{2})((?:[ .-]?[a-z0-9]){10,30})", re.I)
_IBAN_LENGTH = {
    "AT": 20, "BE": 16, "CH": 21, "CZ": 24, "DE": 22, "DK": 18, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HU": 28, "IE": 22, "IT": 27, "LT": 20, "LU": 20, "MA": 28,
    "NL": 18, "NO": 15, "PL": 28, "PT": 25, "SE": 24, "TN": 24, "TR": 26, "UA": 29,
}  # fmt: skip
"""Characters in the whole of it. Source: the register of ISO 13616."""
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
    """Whether nine digits pass the eleven test."""
    # Imported here: most cases have no number in them at all.
    from stdnum.nl import bsn

    return len(number) == 9 and bool(bsn.is_valid(number))  # noqa: PLR2004 - nine digits, by law


def is_national_number(number: str) -> bool:
    """Whether eleven digits pass the modulo 97 test: a national number, or one of the bis register.

    Source: python-stdnum.
    """
    if len(number) != 11:  # noqa: PLR2004 - eleven digits
        return False
    from stdnum.be import bis, nn

    return bool(nn.is_valid(number) or bis.is_valid(number))


def has_account(text: str) -> bool:
    """Whether a text has an IBAN, or a Belgian account number as they were before.

    >>> has_account("op be68 5390 0754 7034 storten"), has_account("BE12 is een afdeling")
    (True, False)
    """
    if any(_is_iban(match[1] + match[2]) for match in _IBAN.finditer(text)):
        return True
    return any(
        int(bank + number) % 97 == int(check) % 97
        for bank, number, check in _OLD_ACCOUNT.findall(text)
    )


def _is_iban(written: str) -> bool:
    compact = re.sub("[ .-]", "", written).upper()
    compact = compact[: _IBAN_LENGTH.get(compact[:2], 0)]
    if not compact:
        return False
    from stdnum import iban

    return bool(_OWN_IBAN.fullmatch(compact) or iban.is_valid(compact, check_country=False))
