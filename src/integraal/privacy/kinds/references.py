"""Recognise numbers by what is said of them: of a person, a car or a file."""

import re

_BSN_SAID = re.compile(
    r"\b(?:bsn|burgerservice\s?-?nummer|sofi\s?-?nummer)\b\D{0,20}(\d[\d\s./-]{6,12}\d)"
)
_NATIONAL_SAID = re.compile(
    r"(?:rijksregister|\brrn\b|\binsz|\bniss\b|\bbis\b|\bbisn|\bregistre national)"
    r"\D{0,24}(\d[\d\s./-]{8,16}\d)",
)
_SIDE = "[BDFGHJ-NPR-TVXZ]"
_PLATE = re.compile(
    # The side codes of Dutch plates, and the Belgian ones since 2010; never a month.
    r"(?<![\w-])(?!\d{1,2}-(?:JAN|FEB|MAR|MRT|APR|MEI|MAY|JUN|JUL|AUG|SEP|OKT|OCT|NOV|DEC)-)(?:"
    rf"{_SIDE}{{2}}-\d\d-{_SIDE}{{2}}|\d\d-{_SIDE}{{2}}-{_SIDE}{{2}}|{_SIDE}{{2}}-{_SIDE}{{2}}-\d\d"
    rf"|\d\d-\d\d-{_SIDE}{{2}}|\d\d-{_SIDE}{{3}}-\d|\d-{_SIDE}{{3}}-\d\d|{_SIDE}{{2}}-\d{{3}}-{_SIDE}"
    rf"|{_SIDE}-\d{{3}}-{_SIDE}{{2}}|{_SIDE}{{3}}-\d\d-{_SIDE}|\d-{_SIDE}{{2}}-\d{{3}}"
    rf"|\d{{3}}-{_SIDE}{{2}}-\d|[1-9]-[A-Z]{{3}}-\d{{3}})(?![\w-])"
)
_PLATES = ("kenteken", "plaat", "plate", "plaque", "immatricul")
"""Without one of these in a text nothing is said of a plate."""
_PLATE_SAID = (
    r"(?:kenteken(?:plaat)?|nummerplaat|\bplaat|\bnumber ?plate|\blicen[cs]e plate|\bplaque|"
    r"immatricul\w{1,8})\b[^\n\w]{0,3}(?:\w{1,8}[ :]{1,2}){0,3}"
    r"(?=[\w-]{0,9}\d)(?=[\w-]{0,9}[a-z])[a-z0-9]{1,4}(?:[ -]?[a-z0-9]{1,4}){1,3}\b"
    r"|\b(?=[a-z0-9-]{0,9}\d)(?=[a-z0-9-]{0,9}[a-z])[a-z0-9]{1,3}(?:-?[a-z0-9]{1,3}){2}"
    r"[ (,]{1,3}(?:kenteken|nummerplaat)"
)
_FILE_SAID = re.compile(
    r"(?:\b(?:dossier|cli[eë]nt|pati[eë]nt|zaak|zaaks|notitie|rol|polis|lid|registratie|stam|klant"
    r"|relatie|zorg|sp|ov|paspoort|rijbewijs|identiteitskaart|contract|rekening|rek|gezins|studenten"
    r"|personeels|vluchtelingen|agb|big|meldings?|parket|griffie|inschrijvings?|aanmeld|vreemdelingen|leerling|burger"
    r"|case|file|client|patient|policy|reference|v)[ .-]?(?:nummers?|nrs?|number|num|no|n°)\b"
    r"|\bnum[ée]ro de (?:dossier|client|patient|police)|\bdossier n[°o]|\bn° de dossier)"
    r"[ .:#=]{0,4}(?:[^\W\d_]{1,14}[ :]{1,3}){0,3}(?P<token>[\w./-]{0,20}\d[\w./-]{0,24})",
)
_FILE_CALLED = re.compile(
    r"\b(?:dossier|kenmerk|polis|paspoort|rijbewijs|identiteitskaart|eid|sp|ov|agb(?:-code)?"
    r"|ref|referentie|zaak|reference|case|r[ée]f[ée]rence)\b[ .:#=]{0,4}"
    r"(?P<token>[a-z]{0,4}[./-]?\d[\w./-]{2,24})",
)
_LEAST_SAID, _LEAST_CALLED = 3, 5
"""Digits that a number of a file has at least, where it is called a number and where it is not."""


def says_bsn(text: str) -> bool:
    """Whether a text calls a number a citizen service number, even one that fails the test."""
    return any(_digits(match[1]) in (8, 9) for match in _BSN_SAID.finditer(text.lower()))


def says_national_number(text: str) -> bool:
    """Whether a text calls a number a national one, even one that fails the test."""
    return any(_digits(match[1]) in (10, 11) for match in _NATIONAL_SAID.finditer(text.lower()))


def has_plate(text: str) -> bool:
    """Whether a text has the plate of a car.

    >>> has_plate("nummerplaat 1-ABC-123"), has_plate("vraag A1b-12")
    (True, False)
    """
    small = text.lower()
    is_said = any(cue in small for cue in _PLATES)
    return bool(_PLATE.search(text) or (is_said and re.search(_PLATE_SAID, small)))


def has_file_number(text: str) -> bool:
    """Whether a text names a number under which an office knows somebody.

    >>> has_file_number("Dossiernummer 2026/00481"), has_file_number("dossier 3 keer besproken")
    (True, False)
    """
    said = ((_FILE_SAID, _LEAST_SAID), (_FILE_CALLED, _LEAST_CALLED))
    return any(
        _digits(match["token"]) >= least
        for pattern, least in said
        for match in pattern.finditer(text.lower())
    )


def _digits(token: str) -> int:
    return sum(map(str.isdigit, token))
