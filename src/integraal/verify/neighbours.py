"""How an instrument stands among others: what it points to is there, and one name is one question.

One case file holds the answers to several instruments, by the ids of questions. Two questions that
differ must not have one id, or the answer to the one would pass for an answer to the other.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from integraal.model.finding import Finding, Place, Severity
from integraal.model.instrument import Instrument, Question
from integraal.reading.shape_check import nearest
from integraal.verify.places import Path, question_path

Locate = Callable[[Path], Place]


def neighbour_findings(
    instrument: Instrument, others: Iterable[Instrument], names: Iterable[str], locate: Locate
) -> Iterator[Finding]:
    """Walk through what is wrong between an instrument and those beside it.

    Args:
        instrument: In Dutch.
        others: The instruments that people may use on the same case, in Dutch.
        names: The ids of all instruments that can be named.
        locate: Says where in the file of the instrument something stands.
    """
    yield from _leading_nowhere(instrument, {*names, instrument.id}, locate)
    for other in others:
        if other.id != instrument.id:
            yield from _of_one_name(instrument, other, locate)


def _leading_nowhere(instrument: Instrument, names: set[str], locate: Locate) -> Iterator[Finding]:
    lists = (("actions", instrument.actions), ("outcomes", instrument.outcomes))
    for key, statements in lists:
        for number, statement in enumerate(statements):
            if statement.leads_to and statement.leads_to not in names:
                place = locate((key, number, "leads_to"))
                details = (("id", statement.id), ("instrument", statement.leads_to))
                suggestion = nearest(statement.leads_to, sorted(names))
                yield Finding("leads-nowhere", place, details, suggestion, Severity.WARNING)


def _of_one_name(instrument: Instrument, other: Instrument, locate: Locate) -> Iterator[Finding]:
    theirs = {question.id: question for question in other.questions()}
    for question in instrument.questions():
        if question.id in theirs and not _is_same(question, theirs[question.id]):
            place = locate(question_path(instrument, question))
            details = (("question", question.id), ("other", other.id))
            yield Finding("same-name", place, details, severity=Severity.WARNING)


def _is_same(question: Question, other: Question) -> bool:
    """Say whether two questions are one: when each is asked does not count, nor who shares it."""
    alike = (replace(q, same_as="", ask_when=None, citation=None) for q in (question, other))
    return len(set(alike)) == 1
