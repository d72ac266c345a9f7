"""Look for what identifies people in a case: in its name, and in what is written freely.

Findings carry the kinds that were recognised, and never what was said.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from integraal.model.case import Case, Moment, is_code
from integraal.model.finding import Faulty, Finding, Place, faulty
from integraal.privacy.identifiers import kinds_in

Remark = tuple[int, str]
"""What stands in a file behind a `#`, and on which line."""
REMARK = "#"
"""Where a remark stands, as a finding calls it."""
_PLAIN = re.compile(r"[a-z_]*")
"""One word without a number: most options are called so, and nothing that is refused is."""
_OPTION = re.compile(r"[a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class _Said:
    """What people wrote, and where."""

    text: str
    where: str
    day: date
    """When it was written: what was to come then stays so, however late it is read."""
    line: int = 0
    """Of a remark; the others are found by what they answer."""


def check_case(
    case: Case, file: object, remarks: Sequence[Remark] = (), known: Iterable[str] = ()
) -> None:
    """Refuse a case whose name or free texts have the shape of what identifies a person.

    Raises:
        Faulty: with every place where that is so.
    """
    check_pseudonym(case.id, file)
    check_texts(case, file, remarks, known)


def check_pseudonym(name: str, file: object) -> None:
    """Refuse a name of a case that has the shape of a number or address of a person.

    Raises:
        Faulty: if it has.
    """
    if kinds := kinds_in([name]):
        raise faulty("case-id-identifies", file, kinds=kinds)


def check_texts(
    case: Case, file: object, remarks: Sequence[Remark] = (), known: Iterable[str] = ()
) -> None:
    """Refuse free texts, agreements and remarks with the shape of what identifies a person.

    Args:
        case: As it was read.
        file: As the user calls it.
        remarks: In the file.
        known: Names, numbers and addresses of desks, which may stand anywhere.

    Raises:
        Faulty: with every place where that is so.
    """
    said = [one for one in _said(case, remarks) if not _PLAIN.fullmatch(one.text)]
    if not said:
        return
    # Imported here: most cases have no text in them at all, and options are told from texts.
    from integraal.privacy.guard import kinds_blocked

    if faults := list(_found("text-identifies", Finding.at, said, file, known, kinds_blocked)):
        raise Faulty(faults)


def doubts(
    case: Case, file: object, remarks: Sequence[Remark] = (), known: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Tell where somebody could be recognised in a case: warnings, which stop nobody.

    One word in small letters is taken for an option, as most are. For the arguments see
    `check_texts`.
    """
    found = list(name_doubts(case.id, file))
    said = [one for one in _said(case, remarks) if not _OPTION.fullmatch(one.text)]
    if said:
        from integraal.privacy.guard import kinds_doubtful

        warn = Finding.warning
        found += _found("text-may-identify", warn, said, file, known, kinds_doubtful)
    return tuple(dict.fromkeys(found))


def name_doubts(name: str, file: object) -> Iterator[Finding]:
    """Tell that the name of a case could be that of somebody; one of a code never is."""
    if is_code(name):
        return
    from integraal.privacy.case_names import kinds_of_name

    if kinds := kinds_of_name(name):
        yield Finding.warning("case-id-may-identify", file, kinds=kinds)


def _found(
    code: str,
    make: Callable[..., Finding],
    said: Iterable[_Said],
    file: object,
    known: Iterable[str],
    kinds_in: Callable[[Iterable[str], date], str],
) -> Iterator[Finding]:
    from integraal.privacy.known import without_known

    for one in said:
        if kinds := kinds_in([without_known(one.text, known)], one.day):
            place = Place(str(file), one.line, 1) if one.line else file
            yield make(code, place, where=one.where, kinds=kinds)


def _said(case: Case, remarks: Iterable[Remark]) -> Iterator[_Said]:
    days = [moment.day for moment in case.every_moment if moment.day]
    for moment in case.every_moment:
        for where, text in texts_of(moment):
            yield _Said(text, where, moment.day or date.today())
    for line, text in remarks:
        yield _Said(text, REMARK, min(days, default=date.today()), line)


def texts_of(moment: Moment) -> Iterator[tuple[str, str]]:
    """What people wrote at a moment, each with where it stands."""
    for name, answer in moment.answers.items():
        if isinstance(answer, str):
            yield name, answer
    for agreed in moment.agreements:
        yield "agreements", f"{agreed.what} · {agreed.who}"
    for decided in moment.decisions:
        yield "decisions", " · ".join(filter(None, (decided.because, decided.who)))
