"""Look for what identifies people in a case: in its name, and in what is written freely.

Findings carry the kinds that were recognised, and never what was said.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from integraal.model.case import Case, Moment
from integraal.model.finding import Faulty, Finding, faulty
from integraal.privacy.identifiers import kinds_in

_PLAIN = re.compile(r"[a-z_]*")
"""One word without a number: most options are called so, and nothing that is refused is."""
_HIDDEN = "…"
_OURS = frozenset(
    {"day", "kinds", "known", "expected", "instrument", "instruments", "where", "question"}
)
"""Values of findings that are the program's or the instrument's, and not somebody's."""
_OPTION = re.compile(r"[a-z0-9_]*")


def check_case(case: Case, file: object) -> None:
    """Refuse a case whose name or free texts have the shape of what identifies a person.

    Raises:
        Faulty: with every place where that is so.
    """
    check_pseudonym(case.id, file)
    check_texts(case, file)


def check_pseudonym(name: str, file: object) -> None:
    """Refuse a name of a case that has the shape of a number or address of a person.

    Raises:
        Faulty: if it has.
    """
    if kinds := kinds_in([name]):
        raise faulty("case-id-identifies", file, kinds=kinds)


def check_texts(case: Case, file: object) -> None:
    """Refuse free texts and agreements that have the shape of what identifies a person.

    Raises:
        Faulty: with every place where that is so.
    """
    texts = [
        (moment, where, text)
        for moment in case.every_moment
        for where, text in texts_of(moment)
        if not _PLAIN.fullmatch(text)
    ]
    if not texts:
        return
    # Imported here: most cases have no text in them at all, and options are told from texts.
    from integraal.privacy.guard import kinds_blocked

    faults = [
        Finding.at("text-identifies", file, where=where, kinds=kinds)
        for moment, where, text in texts
        # What was to come when it was written stays so, however late it is read.
        if (kinds := kinds_blocked([text], moment.day or date.today()))
    ]
    if faults:
        raise Faulty(faults)


def doubts(case: Case, file: object) -> tuple[Finding, ...]:
    """Tell where somebody could be recognised in a case: warnings, which stop nobody.

    One word in small letters is taken for an option, as most are.
    """
    texts = [
        (moment, where, text)
        for moment in case.every_moment
        for where, text in texts_of(moment)
        if not _OPTION.fullmatch(text)
    ]
    if not texts:
        return ()
    from integraal.privacy.guard import kinds_doubtful

    found = (
        Finding.warning("text-may-identify", file, where=where, kinds=kinds)
        for moment, where, text in texts
        if (kinds := kinds_doubtful([text], moment.day or date.today()))
    )
    return tuple(dict.fromkeys(found))


def discreet(finding: Finding) -> Finding:
    """A finding about a case that repeats nothing by which somebody could be recognised.

    The line is left out, and a value in which something was found is three dots: what is wrong
    and where are still told.
    """
    place = finding.place
    if place.excerpt and _tells(place.excerpt):
        place = replace(place, excerpt="")
    details = tuple(
        (name, _HIDDEN if name not in _OURS and _tells(value) else value)
        for name, value in finding.details
    )
    suggestion = "" if _tells(finding.suggestion) else finding.suggestion
    return replace(finding, place=place, details=details, suggestion=suggestion)


def _tells(text: str) -> bool:
    if _OPTION.fullmatch(text):
        return False
    from integraal.privacy.guard import blocked, doubtful

    return bool(blocked(text, date.today()) or doubtful(text, date.today()))


def texts_of(moment: Moment) -> Iterator[tuple[str, str]]:
    """What people wrote at a moment, each with where it stands."""
    for name, answer in moment.answers.items():
        if isinstance(answer, str):
            yield name, answer
    for agreed in moment.agreements:
        yield "agreements", f"{agreed.what} · {agreed.who}"
