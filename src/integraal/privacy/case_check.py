"""Refuse a case that holds what has the shape of something that identifies a person."""

from integraal.model.case import Case
from integraal.model.finding import Faulty, Finding, faulty
from integraal.privacy.identifiers import identifiers


def check_case(case: Case, file: str) -> None:
    """Refuse a case whose name or free texts have the shape of what identifies a person.

    Raises:
        Faulty: with every place where that is so. What it says is not repeated.
    """
    check_pseudonym(case.id, file)
    texts = [
        (name, str(answer))
        for moment in case.moments
        for name, answer in moment.answers.items()
        if isinstance(answer, str)
    ]
    agreed = [agreement for moment in case.moments for agreement in moment.agreements]
    texts += [("agreements", f"{one.what} · {one.who}") for one in agreed]
    faults = [
        Finding.at("text-identifies", file, where=where, kinds=kinds)
        for where, text in texts
        if (kinds := _kinds(text))
    ]
    if faults:
        raise Faulty(faults)


def check_pseudonym(name: str, file: str) -> None:
    """Refuse a case id that has the shape of a number or address of a person.

    Raises:
        Faulty: if it has.
    """
    if kinds := _kinds(name):
        raise faulty("case-id-identifies", file, kinds=kinds)


def _kinds(text: str) -> str:
    return ", ".join(kind.value for kind in identifiers(text))
