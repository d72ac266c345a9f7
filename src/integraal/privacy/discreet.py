"""Say what is wrong without repeating what the guard finds in it.

A line is left out, and a value in which something was found is three dots: what is wrong and where
are still told.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from integraal.model.finding import Faulty, Finding

HIDDEN = "…"
_OURS = frozenset({"day", "kinds", "where"})
"""Values of findings that are the program's, and not somebody's."""
_LISTS = frozenset({"known", "expected", "instruments"})
"""Values that are several words, of which each counts for itself."""
_OPTION = re.compile(r"[a-z0-9_]*")
_PATH = re.compile(r"[/\\]|\.\w{2,7}$")
_LIKE_A_PERSON = re.compile(r"\d|@|\(at\)")
"""All that is refused has one of these."""
_CALLED = re.compile(
    r"\b(?:voor|achter|roep)?naam\b|\b(?:sur|first |last )?name\b|\b(?:pré)?nom\b", re.I
)
"""What a column of names is called; behind it any word would be taken for one."""
_CODE = re.compile(r"[a-z]{0,12}[._-]?\d{0,6}(?:\.[a-z0-9]{1,7})?", re.I)
"""Such as C-2041.yaml; nothing that is refused looks like it."""
_LONG_NUMBER = re.compile(r"\d{8}")


@contextmanager
def discreetly() -> Iterator[None]:
    """Let nothing that is raised inside repeat what the guard finds."""
    try:
        yield
    except Faulty as faulty:
        raise Faulty([discreet(finding) for finding in faulty.findings]) from None


def discreet(finding: Finding) -> Finding:
    """A finding that repeats nothing by which somebody could be recognised."""
    place = finding.place
    if place.excerpt and tells(place.excerpt):
        place = replace(place, excerpt="")
    details = tuple((name, _hidden(name, value)) for name, value in finding.details)
    suggestion = "" if tells(finding.suggestion) else finding.suggestion
    return replace(finding, place=place, details=details, suggestion=suggestion)


def _hidden(name: str, value: str) -> str:
    if name in _LISTS:
        return ", ".join(map(hidden, value.split(", ")))
    return value if name in _OURS else hidden(value)


def hidden(text: str) -> str:
    """Three dots for a text in which the guard finds anything; any other as it is.

    >>> hidden("zwaar"), hidden("Mevrouw Jansen belt")
    ('zwaar', '…')
    """
    return HIDDEN if tells(text) else text


def without(sentence: str, pieces: Iterable[str]) -> str:
    """A sentence with three dots for each of these pieces in which the guard finds anything.

    Of what looks like a path only what is refused counts: people must know which file is meant.

    >>> without("'Mevrouw Jansen' is geen vraag", ["advies", "Mevrouw Jansen"])
    "'…' is geen vraag"
    """
    for piece in sorted(filter(None, pieces), key=len, reverse=True):
        if piece in sentence and _may_not_stand(piece):
            sentence = sentence.replace(piece, HIDDEN)
    return sentence


def harmless_path(path: str) -> str:
    """A path in which no name holds what is refused in a text; a day may stand in it.

    >>> harmless_path("map/C-2041.yaml"), harmless_path("map/111222333.yaml")
    ('map/C-2041.yaml', 'map/….yaml')
    """
    return "".join(map(_harmless, re.split(r"([/\\])", path)))


def harmless_column(name: str) -> str:
    """The name of a column, unless it holds what is refused in a text, or somebody's name.

    A table without a header has its first record there.

    >>> [harmless_column(name) for name in ("Naam Kind", "0612345678", "Mevrouw Jansen")]
    ['Naam Kind', '…', '…']
    """
    if _OPTION.fullmatch(name) and not _LONG_NUMBER.search(name):
        return name
    from integraal.privacy.guard import Sign, doubtful

    is_somebody = Sign.NAME in doubtful(_CALLED.sub("", name), date.today())
    return HIDDEN if is_somebody or _is_refused(name) else name


def _harmless(name: str) -> str:
    stem, ending = os.path.splitext(name)  # noqa: PTH122 - of a name, whatever it is
    return f"{HIDDEN}{ending}" if _is_refused(name) or _is_refused(stem) else name


def _is_refused(name: str) -> bool:
    """Whether a name holds what is refused; a day is one of birth only where it says so."""
    if _CODE.fullmatch(name) or not _LIKE_A_PERSON.search(name):
        return False
    from integraal.privacy.guard import blocked
    from integraal.privacy.identifiers import Identifier

    # Any other day says when a file was made: from here they are all to come.
    return bool({*blocked(name, date.min)} - {Identifier.URL})


def _may_not_stand(piece: str) -> bool:
    return _is_refused(piece) if _PATH.search(piece) else tells(piece)


def tells(text: str) -> bool:
    """Whether the guard finds anything in a text, in either tier.

    One word in small letters is taken for an option, as most are, but no long number is.
    """
    if _OPTION.fullmatch(text) and not _LONG_NUMBER.search(text):
        return False
    from integraal.privacy.guard import blocked, doubtful

    today = date.today()
    return bool(blocked(text, today) or doubtful(text, today))
