"""Recognise how somebody is reached: by mail, by telephone, under a name on the internet."""

import re

# Bounded, so that a long text without an address is read once and not from every letter again.
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2,}")
_EMAIL_HIDDEN = re.compile(
    r"\b[\w.+-]{1,64}\s?[(\[{]\s?(?:at|apenstaart(?:je)?|@)\s?[)\]}]\s?[\w-]{1,64}"
    r"|\b[\w.+-]{1,64}\s?(?:apenstaart(?:je)?|arobase)\s?\w"
    r"|\b(?=\w{0,64}[.\d_])[\w.+-]{1,64}@[\w-]{3,64}"
    r"|\w@(?:gmail|hotmail|outlook|live|yahoo|icloud|telenet|proximus|skynet|ziggo|kpnmail)\b"
)
"""Around its sign, or without its end."""
_PHONE = re.compile(r"(?<![\d+])(?:\+|\(?0|\bO(?=6))[\d\s()./*_-]{7,20}\d(?!\d)")
"""A number with its zero, for which some type a letter, or with that of a country."""
_PHONE_SAID = (
    r"\b(?:tel|telefoon|telefoonnr|telefoonnummer|gsm|gsm-nummer|mobiel|phone|mobile|t[ée]l)\b"
    r"[ .:]{0,3}([1-9][\d\s./-]{4,12}\d)(?!\d)"
)
_LOCAL = range(9, 11)
_ABROAD = range(10, 16)
_WITHOUT_ZERO = range(6, 10)
_NETWORK = (
    r"\b(?:snap(?:chat)?|insta(?:gram)?|tiktok|discord|telegram|facebook|fb|twitter|roblox|psn"
    r"|xbox|steam|fortnite|twitch|youtube|skype|gamertag|username|gebruikersnaam|pseudo)\b"
)
_FIRST = re.compile(r"0(?:800|90[069]|88|7[08])")
_SERVICE = re.compile(r"(?:0800|0900|0906|0909)\d{4,6}|088\d{7}|07[08]\d{6}")
"""Numbers that are given to services only, such as help lines.

Source: numbering plans of the Netherlands (0800, 0900, 088) and Belgium (0800, 090x, 070, 078).
"""
_AT = re.compile(
    rf"(?<![\w.@])@(?=[a-z.]{{0,30}}[\d_]|[a-z]{{1,30}}\.[a-z])[a-z_][\w.]{{2,30}}"
    rf"|(?:{_NETWORK}|\bvia|\bprofiel|\baccount)[^\n]{{0,24}}?[\s:]@\w{{3}}",
)
"""What is no ordinary word, as in "@thuis", or stands beside the name of a network."""
_CALLED_THERE = re.compile(
    _NETWORK + r"[^\n]{0,24}?[\s:](?P<name>(?=\S{0,30}[\d_#])[a-z][\w.#-]{2,30})"
)
_TAG = re.compile(r"\b\w{2,32}#\d{4}\b")
_URL = re.compile(
    r"\bhttps?:/|\bwww\.\w"
    r"|(?<![\w@.-])[a-z0-9-]{2,63}\.(?:[a-z0-9-]{2,63}\.){0,3}"
    r"(?:nl|be|com|org|net|eu|fr|info|gov|vlaanderen|brussels|frl|amsterdam"
    r"|invalid|online|site)\b(?![.-]?\w)",
)


def has_email(text: str) -> bool:
    """Whether a text has an e-mail address."""
    return bool(_EMAIL.search(text))


def hides_email(text: str) -> bool:
    """Whether a text has an e-mail address that is written around its sign."""
    return bool(_EMAIL_HIDDEN.search(text.lower()))


def has_phone(text: str) -> bool:
    """Whether a text has a telephone number."""
    return any(map(_is_phone, _PHONE.findall(text)))


def without_phones(text: str) -> str:
    """The text without its telephone numbers; one in eleven could be the number of a person too.

    >>> without_phones("balie, 053 12 33 53 of 111222333")
    'balie,  of 111222333'
    """
    return _PHONE.sub(lambda found: "" if _is_phone(found[0]) else found[0], text)


def has_phone_of_a_person(text: str) -> bool:
    """Whether a text has a telephone number that is not a service's.

    >>> has_phone_of_a_person("bel 0800 32 123"), has_phone_of_a_person("bel 0600000000")
    (False, True)
    """
    said = (re.sub(r"\D", "", written) for written in re.findall(_PHONE_SAID, text.lower()))
    is_said = any(len(each) in _WITHOUT_ZERO and not each.startswith("116") for each in said)
    return is_said or any(map(_is_of_a_person, _PHONE.findall(text)))


def _is_of_a_person(written: str) -> bool:
    # "09 000 00 00" is somebody in Ghent: the first digits stand together as they are given.
    is_service = _FIRST.match(written) and _SERVICE.fullmatch(re.sub(r"\D", "", written))
    return _is_phone(written) and not is_service


def _is_phone(written: str) -> bool:
    digits = re.sub(r"\D", "", written.replace("O", "0"))
    if written.startswith("+") or digits.startswith("00"):
        return len(digits) in _ABROAD
    return len(digits) in _LOCAL


def has_handle(text: str) -> bool:
    """Whether a text has a name that somebody has on the internet.

    >>> has_handle("op Instagram is ze @sterretje_2012"), has_handle("a@b, @ 10 uur")
    (True, False)
    """
    small = text.lower()
    return bool(_AT.search(small) or _TAG.search(small) or _CALLED_THERE.search(small))


def has_url(text: str) -> bool:
    """Whether a text has the address of a page.

    >>> has_url("zie www.voorbeeld.invalid"), has_url("mail of bel.Daarna weer")
    (True, False)
    """
    return bool(_URL.search(text.lower()))
