"""Look for what identifies people in a case: in its name, and in what is written freely.

Findings carry the kinds that were recognised, and never what was said.
"""

from integraal.model.case import Case
from integraal.model.finding import Faulty, Finding, faulty
from integraal.privacy.identifiers import kinds_in


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
        (name, answer)
        for moment in case.moments
        for name, answer in moment.answers.items()
        if isinstance(answer, str)
    ]
    texts += [
        ("agreements", f"{agreed.what} · {agreed.who}")
        for moment in case.moments
        for agreed in moment.agreements
    ]
    faults = [
        Finding.at("text-identifies", file, where=where, kinds=kinds)
        for where, text in texts
        if (kinds := kinds_in([text]))
    ]
    if faults:
        raise Faulty(faults)
