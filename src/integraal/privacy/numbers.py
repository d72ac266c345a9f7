"""Recognise numbers that an office gave: to a person, an account, a car or a file."""

import re
from itertools import accumulate

_DIGITS = re.compile(r"\d+(?:[\s.-]\d+)*")
_LENGTHS = (9, 11)
"""Digits of a citizen service number and of a national number."""
_BSN_SAID = re.compile(
    r"\b(?:bsn|burgerservice\s?-?nummer|sofi\s?-?nummer)\b\D{0,20}(\d[\d\s.-]{6,12}\d)", re.I
)
_NATIONAL_SAID = re.compile(
    r"(?:rijksregister|\brrn\b|\binsz|\bniss\b|\bbis\b|\bbisn|\bregistre national)"
    r"\D{0,24}(\d[\d\s./-]{8,16}\d)",
    re.I,
)
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
_SIDE = "[BDFGHJ-NPR-TVXZ]"
_PLATE = re.compile(
    # The side codes of Dutch plates, and the Belgian ones since 2010; never a month.
    r"(?<![\w-])(?!\d{1,2}-(?:JAN|FEB|MAR|MRT|APR|MEI|MAY|JUN|JUL|AUG|SEP|OKT|OCT|NOV|DEC)-)(?:"
    rf"{_SIDE}{{2}}-\d\d-{_SIDE}{{2}}|\d\d-{_SIDE}{{2}}-{_SIDE}{{2}}|{_SIDE}{{2}}-{_SIDE}{{2}}-\d\d"
    rf"|\d\d-\d\d-{_SIDE}{{2}}|\d\d-{_SIDE}{{3}}-\d|\d-{_SIDE}{{3}}-\d\d|{_SIDE}{{2}}-\d{{3}}-{_SIDE}"
    rf"|{_SIDE}-\d{{3}}-{_SIDE}{{2}}|{_SIDE}{{3}}-\d\d-{_SIDE}|\d-{_SIDE}{{2}}-\d{{3}}"
    rf"|\d{{3}}-{_SIDE}{{2}}-\d|[1-9]-[A-Z]{{3}}-\d{{3}})(?![\w-])"
)
_PLATE_SAID = re.compile(
    r"(?:kenteken(?:plaat)?|nummerplaat|\bplaat|\bnumber ?plate|\blicen[cs]e plate|\bplaque|"
    r"immatricul\w{1,8})\b[^\n\w]{0,3}(?:\w{1,8}[ :]{1,2}){0,3}"
    r"(?=[\w-]{0,9}\d)(?=[\w-]{0,9}[a-z])[a-z0-9]{1,4}(?:[ -]?[a-z0-9]{1,4}){1,3}\b"
    r"|\b(?=[a-z0-9-]{0,9}\d)(?=[a-z0-9-]{0,9}[a-z])[a-z0-9]{1,3}(?:-?[a-z0-9]{1,3}){2}"
    r"[ (,]{1,3}(?:kenteken|nummerplaat)",
    re.I,
)
_FILE_SAID = re.compile(
    r"(?:\b(?:dossier|cli[eë]nt|pati[eë]nt|zaak|zaaks|notitie|rol|polis|lid|registratie|stam|klant"
    r"|relatie|meldings?|parket|griffie|inschrijvings?|aanmeld|vreemdelingen|leerling|burger"
    r"|case|file|client|patient|policy|reference|v)[ -]?(?:nummers?|nrs?|number|num|no|n°)\b"
    r"|\bnum[ée]ro de (?:dossier|client|patient|police)|\bdossier n[°o]|\bn° de dossier)"
    r"[ .:#=]{0,4}(?:[^\W\d_]{1,14}[ :]{1,3}){0,3}(?P<token>[\w./-]{0,20}\d[\w./-]{0,24})",
    re.I,
)
_FILE_CALLED = re.compile(
    r"\b(?:dossier|kenmerk|ref|referentie|zaak|reference|case|r[ée]f[ée]rence)\b[ .:#=]{0,4}"
    r"(?P<token>[a-z]{0,4}[./-]?\d[\w./-]{2,24})",
    re.I,
)
_LEAST_SAID, _LEAST_CALLED = 3, 5
"""Digits that a number of a file has at least, where it is called a number and where it is not."""


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


def says_bsn(text: str) -> bool:
    """Whether a text calls a number a citizen service number, even one that fails the test."""
    return any(_digits(match[1]) in (8, 9) for match in _BSN_SAID.finditer(text))


def says_national_number(text: str) -> bool:
    """Whether a text calls a number a national one, even one that fails the test."""
    return any(_digits(match[1]) in (10, 11) for match in _NATIONAL_SAID.finditer(text))


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


def has_plate(text: str) -> bool:
    """Whether a text has the plate of a car.

    >>> has_plate("nummerplaat 1-ABC-123"), has_plate("vraag A1b-12")
    (True, False)
    """
    return bool(_PLATE.search(text) or _PLATE_SAID.search(text))


def has_file_number(text: str) -> bool:
    """Whether a text names a number under which an office knows somebody.

    >>> has_file_number("Dossiernummer 2026/00481"), has_file_number("dossier 3 keer besproken")
    (True, False)
    """
    said = ((_FILE_SAID, _LEAST_SAID), (_FILE_CALLED, _LEAST_CALLED))
    return any(
        _digits(match["token"]) >= least
        for pattern, least in said
        for match in pattern.finditer(text)
    )


def _digits(token: str) -> int:
    return sum(map(str.isdigit, token))
