"""Find what tells of a person without a name: places, schools and clubs, and rare combinations."""

import re
from enum import Enum

from integraal.privacy.kinds.names import Word
from integraal.privacy.lexicon import lexicon

_INTO = frozenset({
    "in", "naar", "uit", "te", "bij", "from", "to", "de", "à", "gemeente", "stad", "ocmw",
    "caw", "cpas", "wijkteam", "politie", "ggd", "vers", "regio", "omgeving",
})  # fmt: skip
_LOWER_INTO = frozenset({"naar", "uit", "te", "in"})
_NO_PLACES = frozenset({
    "nederland", "belgie", "vlaanderen", "wallonie", "europa", "duitsland", "engeland",
    "frankrijk", "turkije", "marokko", "polen", "amerika", "brabant", "holland", "limburg",
    "noord", "oost", "zuid", "west", "mei", "april", "kerst", "pasen", "begin", "eind",
    "midden", "overleg", "zorg", "school", "huis", "samen", "stad", "centrum", "wijk", "markt",
    "moeder", "vader", "ouder", "roos", "rust", "vriend", "kleine", "grote", "rome", "oorzaak",
    "spoed", "nood", "best", "plan",
})  # fmt: skip
_LONGEST = 4
"""Words of the name of a place at most: "Bergen op Zoom", "Alphen aan den Rijn"."""
# What is in small letters here is looked for in the text in small letters: a pattern that minds no
# capitals takes three times as long to read.
_NAMED = r"\s(?:['’][st] )?(?:[Dd]e |[Hh]et |[Ll]a |[Ll]e |[Ll]es )?[\"'“‘«]?[A-ZÀ-Þ][^\W\d_]{2,}"
_SCHOOL_SAID = re.compile(
    r"\b(?:(?:basis|lagere |kleuter|middelbare |gemeente|vrije |peuter|dorps)?school(?: for)?"
    r"|college|atheneum|ath[ée]n[ée]e|lyceum|lyc[ée]e|[ée]cole|instituut|institut|internaat|scholengroep"
    r"|kinderdagverblijf|cr[èe]che|buitenschoolse opvang|scouts|chiro|jeugdhuis|voetbalclub"
    r"|sportclub|turnclub|zwemclub|judoclub|\w{2,12}club|\w{2,12}vereniging|woonzorgcentrum"
    r"|rusthuis|ziekenhuis|moskee|parochie|club)(?:\s?:)?(?=\s)"
)
"""Before the name of a school or a club."""
_SCHOOL = re.compile(
    r"\b(?:OBS|PCBS|KBS|GBS|VBS|KDV|BSO|IBO|GO!|VV|SV|FC|KFC|KSK|KV|KSA|KVV"
    r"|RKSV|SC|HC|WZC|AZ|UZ|IKC|KSV|BS)(?:\sSchool:)?"
    + _NAMED
    + r"|(?<![^\W_])(?:Sint|St|Saint|Sainte)\.?-[A-ZÀ-Þ][^\W\d_]{2,}"
    r"(?:school|college|instituut|lyceum)"
    r"|(?<![^\W_])(?!(?:Basis|Hoge|Taal|Weekend|Kleuter|Avond|Muziek|Zwem|Sport|Middelbare|Internaat"
    r"|Dag|Nieuwe|Brede|Vak|Zomer|Buurt|Thuis|Zondag|Jeugd|Peuter|Dorps|Gemeente)(?:school|college))"
    r"[A-ZÀ-Þ][^\W\d_]{3,20}(?:school|college|lyceum|atheneum)\b"
)
_NO_SCHOOL = (
    r"\s(?:[Dd]e |[Hh]et )?(?:CLB|OCMW|VAPH|GGZ|Veilig|Kind|Jeugd|Wij|Wie|Moeder|Vader|Ouders?|"
    r"Gezin|Ik|Zij|Hij|Er|Dat|Dit|Als|Nog)"
)
_HOUSEHOLD = (
    r"\b(?:alleenstaand|eenouder|weduw|tweeling|drieling|samengesteld gezin|nieuw samengesteld"
    r"|gescheiden|pleeggezin|grootmoeder|grootvader|single (?:mother|father|parent)|twins|veuf"
    r"|veuve|jumeaux|(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|[2-9]|1\d|two|three|four|five|six"
    r"|seven|deux|trois|quatre|cinq|sept) (?:\w{1,12} )?(?:kinderen|kleinkinderen|zonen|zoons"
    r"|dochters|broers|zussen|children|sons|daughters|enfants|fils|filles)"
    r"|baby\b)"
)
_AGE = (
    r"\b\d{1,2}[ -]?(?:jaar|jarige?|jr|j\.|maanden|mnd|years? old|ans)\b"
    r"|\b(?:van|de|aged) \d{1,2}\b(?!\s?(?:uur|euro|%|keer|weken|dagen|km|kinderen))|\(\d{1,2}\)"
)
_JOB = (
    r"\bwerk(?:t|te|en)? (?:als|voor|bij)\b|\bworks as\b|\btravaille comme\b|\b(?:\w{0,14}chauffeur"
    r"|brandweer\w{0,6}|tandarts|kapper|kapster|onderwijzer(?:es)?|poetshulp|poetsvrouw|slager|loodgieter"
    r"|timmerman|metselaar|militair|politieagente?|burgemeester|notaris|apotheker|dierenarts|boer"
    r"|boerin|visser|zeeman|piloot|stewardess|advocaat|rechter|journaliste?|muzikant|acteur"
    r"|actrice|profvoetballer|vrachtwagenchauffeur|schilder|elektricien|mecanicien|kok|ober"
    r"|winkelier|cafébaas|kunstenaar|fotograaf|ingenieur|architect|hoogleraar|verpleger|verpleegster"
    r"|bakker|schipper|conducteur|postbode|cipier|bewaker|lasser|stratenmaker|dakdekker|imker)\b"
)
_RARE = 3
"""So many different details in one text can point at one family."""


class Detail(Enum):
    """What a text tells of somebody."""

    HOUSEHOLD = "household"
    AGE = "age"
    PLACE = "place"
    DATE = "date"
    SCHOOL = "school"
    JOB = "job"


def has_place(words: list[Word]) -> bool:
    """Whether a text names a town.

    >>> from integraal.privacy.kinds.names import words_in
    >>> has_place(words_in("woont in Bergen op Zoom")), has_place(words_in("de vrouw uit Mol"))
    (True, True)
    >>> has_place(words_in("het is best een mol"))
    False
    """
    return any(_is_place(words, place) for place in range(len(words)))


def _is_place(words: list[Word], place: int) -> bool:
    word, places = words[place], lexicon().places
    before = words[place - 1].plain if place else ""
    if word.plain in _NO_PLACES:
        return False
    if not word.text[0].isupper():
        long_enough = len(word.plain) > 3  # noqa: PLR2004 - shorter ones are words of something
        return long_enough and before in _LOWER_INTO and word.plain in places.only
    for count in range(min(_LONGEST, len(words) - place), 0, -1):
        name = " ".join(each.plain for each in words[place : place + count])
        if name in places.only:
            return count > 1 or not _is_person(name) or before in _INTO
        if name in places.words_too and before in _INTO and not word.begins:
            return True
    return False


def _is_person(name: str) -> bool:
    known = lexicon()
    return name in known.first_names or name in known.surnames


def has_school(text: str) -> bool:
    """Whether a text names a school or a club.

    >>> has_school("Zit op basisschool De Regenboog"), has_school("De school vraagt hulp")
    (True, False)
    """
    said = (match.end() for match in _SCHOOL_SAID.finditer(text.lower()))
    named = [re.compile(_NAMED).match(text, end) for end in said]
    found = (*_SCHOOL.finditer(text), *filter(None, named))
    return any(not re.search(_NO_SCHOOL, match[0]) for match in found)


def is_rare(text: str, known: set[Detail]) -> bool:
    """Whether three or more different details of somebody stand in one text.

    Args:
        text: What somebody wrote.
        known: What was already found in it: a place, a date, a school.

    >>> is_rare("Alleenstaande moeder van 34, werkt als buschauffeur", set())
    True
    """
    found, small = set(known), text.lower()
    patterns = ((Detail.AGE, _AGE), (Detail.HOUSEHOLD, _HOUSEHOLD), (Detail.JOB, _JOB))
    for left, (detail, pattern) in zip(range(len(patterns), 0, -1), patterns, strict=True):
        if len(found) + left < _RARE:
            return False  # what is not looked for is not read as a pattern either
        if re.search(pattern, small):
            found.add(detail)
    return len(found) >= _RARE
