"""Recognise where somebody lives: a street with its number, a postcode, a box."""

import re
from collections.abc import Iterator

from integraal.privacy.lexicon import folded, lexicon

_UNIT = re.compile(
    r"(?:\s{0,2}(?:[%€]|e\s|de\s|ste\s|x\b|[.,:]\d|(?:uur|u|h|keer|maal|dag|dagen|week|weken|maand"
    r"|jaar|jaren|km|kilometer|m|meter|min|minuten|euro|eur|kind|kinderen|mensen|personen|gezinnen"
    r"|plaatsen|procent|jours?|fois|heures?|ans|mois|times|days?|weeks?|months?|years?|hours?"
    r"|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r")\b))"
)
"""What makes a number no number of a house."""
_NUMBER = r"[\s,]{1,3}(?:(?:nr|no|n°|nummer|huisnummer)\.?\s?)?(?!(?:19|20)\d\d\b)\d{1,4}(?!\d)"
_BEARING = r"(?:[\s-](?:noord|zuid|oost|west))?"
_STREET = re.compile(
    r"(?<![^\W\d_])(?P<name>[^\W\d_][^\W\d_’'-]{1,30}"
    r"(?:straat|str\.?|laan|steenweg|stwg\.?|dreef|gracht|singel|kade|kaai|plantsoen|boulevard"
    rf"|steeg|plein|dijk|weg)){_BEARING}(?:{_NUMBER}|\d{{1,3}}(?!\d))",
)
_LOOSE = re.compile(
    r"(?<![^\W\d_])(?P<name>(?:[A-ZÀ-Þ][^\W\d_’'-]{0,20}[ -]){0,3}[A-ZÀ-Þ][^\W\d_’'-]{0,24}"
    r"(?:lei|baan|markt|hof|pad|park|wal|vest|ring|veld|berg|akker|erf|hoek|kouter|brink|heuvel"
    r"|tuin|werf|poort|burg|wijk|dam|horst|donk|zijde|hoven|kamp|straatje)"
    r"|[A-ZÀ-Þ][^\W\d_’'-]{1,20}[ -](?:[Mm]arkt|[Ss]teenweg|[Ww]eg|[Pp]lein|[Ll]aan|[Ss]traat"
    r"|[Bb]aan|[Vv]est|[Dd]ijk|[Kk]ade|[Dd]reef|[Hh]of|[Pp]ad)"
    r"|(?:(?:Laan|Hof|Steenweg|Weg|Plein|Baan|Park|Kade)"
    r"(?:\s(?:op|van|der|den|de|het|ter|ten|naar)){1,3}"
    r"|(?:Aan|Achter|Onder)\s(?:de|den|het)|Ten|Ter|['’]t)\s[A-ZÀ-Þ][^\W\d_]{2,24})"
    rf"{_BEARING}{_NUMBER}"
)
NO_STREETS = frozenset(
    [
        "onderweg",
        "halfweg",
        "halverwege",
        "schoolplein",
        "speelplein",
        "snelweg",
        "spoorweg",
        "autosnelweg",
        "arbeidsmarkt",
        "woningmarkt",
        "huizenmarkt",
        "rommelmarkt",
        "kerstmarkt",
        "gerechtshof",
        "loopbaan",
        "voltijdsbaan",
        "bijbaan",
        "pretpark",
        "speeltuin",
        "moestuin",
        "kleutertuin",
        "voetbalveld",
        "speelveld",
        "uitweg",
        "bijweg",
        "omweg",
        "wandelpad",
        "fietspad",
        "doodlopende",
        "autobaan",
        "glijbaan",
        "zwembaan",
        "kruisweg",
        "skatepark",
        "ambacht",
        "beroep",
        "noodweg",
        "kinderhof",
        "vakantiepark",
        "voorhoek",
        "werkveld",
        "zorgveld",
    ]
)
_LIVES = (
    r"\b(?:wonende|woont|wonen|woonachtig|verblij(?:ft|ven)|ingeschreven|gedomicilieerd|huisbezoek"
    r"|verhuis[dt]?|verhuizen|verhuizing|crisisplek|(?:\w{0,12})adres|domicilie|thuis op"
    r"|lives? at|living at|address|habite(?:nt)?|adresse|domicili[ée]e?)\b"
)
_AFTER_LIVES = re.compile(
    r"[^\n\d.;]{0,16}?[\s:]\(?(?!(?:Groep|Kamer|Fase|Week|Stap|Vraag|Niveau|Afdeling)\b)"
    r"(?:['’]t )?[A-ZÀ-Þ][^\n\d,.;]{2,40}" + _NUMBER
)
_FRENCH_STREET = (
    r"(?:rue|avenue|av\.|boulevard|bd|chauss[ée]e|impasse|quai|all[ée]e|clos|dr[èe]ve|chemin|"
    r"(?:place|square|route|sentier)(?=\s(?:d[eu]s?\b|d[’']|de la)))"
)
_FRENCH = re.compile(
    rf"\b{_FRENCH_STREET}\s(?:[^\W\d_][\w’'.-]{{0,24}}\s){{0,5}}[^\W\d_][\w’'.-]{{1,24}}{_NUMBER}"
    rf"|(?<!\d)\d{{1,4}}\s?(?:bis|ter|[a-c])?,?\s{_FRENCH_STREET}\s[^\W\d_]"
)
_ENGLISH = re.compile(
    r"(?<!\d)\d{1,4}[a-z]?\s(?:[A-Z][\w'’]{1,20}\s){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Close|Court|Place|Terrace|Crescent)\b"
)
_DUTCH_POSTCODE = re.compile(
    r"(?<![\w.,/-])[1-9]\d{3}\s?(?!SA|SD|SS)(?P<letters>[A-Z]{2})(?![\w-])"
    r"|(?<![\w.,/-])[1-9]\d{3}[a-z]{2}(?![\w-])"
)
WORDS_OF_TWO = frozenset(
    [
        "AF",
        "AL",
        "AN",
        "AU",
        "DE",
        "DU",
        "EN",
        "ER",
        "ET",
        "EU",
        "HE",
        "HU",
        "IK",
        "IN",
        "IS",
        "JE",
        "JR",
        "LA",
        "LE",
        "MA",
        "NA",
        "NU",
        "OF",
        "OK",
        "OM",
        "OP",
        "TE",
        "UN",
        "UW",
        "WE",
        "WO",
        "ZE",
        "ZO",
    ]
)
SMALL_WORDS_OF_TWO = frozenset(
    ["de", "er", "st", "nd", "rd", "th", "km", "kg", "cm", "mm", "ml", "eu", "em"]
)
_BELGIAN_POSTCODE = re.compile(
    r"(?<![\w.,/-])(?:B[- ])?(?P<code>[1-9]\d{3})[\s,]{1,3}(?P<town>[^\W\d_][^\W\d_'’-]{1,30}"
    r"(?:[-\s][^\W\d_][^\W\d_'’-]{0,20}){0,4})"
)
_LIKE_A_YEAR = r"19[5-9]\d|20[0-3]\d"
_IN_A_YEAR = (
    r"\b(?:in|sinds|vanaf|tot|van|en|uit|eind|begin|jaar|voor|na|since|from|until|en|depuis)\s$"
)
_LIVES_IN = _LIVES + r"\s(?:in|te|à)\s$"
_BOX = re.compile(
    r"\bpostbus\s{1,2}\d{1,6}|(?<![^\W\d_])\d{1,4}[a-z]?[\s,/]{1,3}(?:bus|bte|bo[iî]te)\s{1,2}\w{1,5}\b"
    r"|\b(?:app(?:artement)?|flat|verdieping|studio|woning|adres|bel)\b[^\n]{0,16}?\bbus\s{1,2}\d{1,4}"
    r"\b|\bbp\s\d{1,5}\b",
)
_LEAST_NAME = 5
"""Letters of a name of a street at least: "de weg 2" is none."""


def has_address(text: str) -> bool:
    """Whether a text says where somebody lives.

    >>> has_address("wonende te Dorpsstraat 101"), has_address("de bus 3 keer per dag")
    (True, False)
    >>> has_address("Verblijft in 9000 Gent"), has_address("2000 Euro schuld")
    (True, False)
    """
    if not any(map(str.isdigit, text)):
        return False
    return (
        _has_street(text)
        or any(map(_is_dutch_postcode, _DUTCH_POSTCODE.finditer(text)))
        or any(_is_belgian(match, text) for match in _BELGIAN_POSTCODE.finditer(text))
        or any(_found(_BOX, text, text.lower()))
    )


def _has_street(text: str) -> bool:
    small = text.lower()
    found = (*_found(_STREET, text, small), *_found(_LOOSE, text, text))
    names = [match["name"] for match in found]
    return (
        any(len(name) >= _LEAST_NAME and folded(name) not in NO_STREETS for name in names)
        or any(_found(_FRENCH, text, small))
        or any(_found(_ENGLISH, text, text))
        or any(_is_at(text, match.end()) for match in re.finditer(_LIVES, small))
    )


def _is_at(text: str, start: int) -> bool:
    """Whether an address follows what says that somebody lives there."""
    match = _AFTER_LIVES.match(text, start)
    return match is not None and not _counts(match, text)


def _found(pattern: re.Pattern[str], text: str, written: str) -> Iterator[re.Match[str]]:
    """Matches in the text as the pattern has it, of which the number counts nothing in the text."""
    for match in pattern.finditer(written):
        if not _counts(match, text):
            yield match


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether the number in a match says how many, and not which house."""
    return match[0][-1].isdigit() and bool(_UNIT.match(text, match.end()))


def _is_dutch_postcode(match: re.Match[str]) -> bool:
    if match["letters"]:
        return match["letters"] not in WORDS_OF_TWO
    return match[0][-2:] not in SMALL_WORDS_OF_TWO


def _is_belgian(match: re.Match[str], text: str) -> bool:
    """Whether a town follows a postcode: as it is, or its first words."""
    before = text[max(0, match.start() - 16) : match.start()]
    if re.fullmatch(_LIKE_A_YEAR, match["code"]) and re.search(_IN_A_YEAR, before.lower()):
        # "in 2019 Gent verlaten", and yet "woont in 2018 Antwerpen".
        return bool(re.search(_LIVES_IN, before.lower()))
    words = re.split(r"(?<=[^\s])\s", folded(match["town"]))
    places = lexicon().places
    for count in range(len(words), 0, -1):
        town = " ".join(words[:count])
        if town in places.only:
            return True
        # "9280 Lede" and "1000 mensen": a town that is a word too has a capital.
        if town in places.words_too and match["town"][0].isupper():
            return True
    return False
