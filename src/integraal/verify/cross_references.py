"""How an instrument stands among others: what it points to is there, and one name is one question.

One case file holds the answers to several instruments, by the ids of questions. So two questions
with other options, or that ask something else, must not have one id, or the answer to the one would
pass for an answer to the other. Whoever means the same question says so with `same_as`.
"""

from collections.abc import Iterable, Iterator

from integraal.model.finding import Finding
from integraal.model.instrument import Instrument, Question, Rule, Statement
from integraal.reading.shapes.fit import nearest
from integraal.verify.paths import Locate, Path, question_path


def cross_reference_findings(
    instrument: Instrument, others: Iterable[Instrument], names: Iterable[str], locate: Locate
) -> Iterator[Finding]:
    """What is wrong between an instrument and those beside it.

    Args:
        instrument: In Dutch.
        others: The instruments that people may use on the same case, in Dutch.
        names: The ids of all instruments that can be named.
        locate: Says where in the file of the instrument something stands.
    """
    yield from _leading_nowhere(instrument, {*names, instrument.id}, locate)
    for other in others:
        # What is kept apart never shares a file.
        if other.id != instrument.id and other.keep_apart is instrument.keep_apart:
            yield from _of_one_name(instrument, other, locate)


def _leading_nowhere(instrument: Instrument, names: set[str], locate: Locate) -> Iterator[Finding]:
    for path, one in _leading(instrument):
        if one.leads_to not in names:
            yield Finding.warning(
                "leads-nowhere",
                locate(path),
                id=one.id,
                instrument=one.leads_to,
                suggestion=nearest(one.leads_to, sorted(names)),
            )


def _leading(instrument: Instrument) -> Iterator[tuple[Path, Statement | Rule]]:
    """What leads to another instrument, with where it says so."""
    lists: dict[str, tuple[Statement | Rule, ...]] = {
        "actions": instrument.actions,
        "outcomes": instrument.outcomes,
        "rules": instrument.rules,
    }
    for key, every in lists.items():
        for number, one in enumerate(every):
            if one.leads_to:
                yield (key, number, "leads_to"), one


def _of_one_name(instrument: Instrument, other: Instrument, locate: Locate) -> Iterator[Finding]:
    theirs = {question.id: question for question in other.questions()}
    for question in instrument.questions():
        if question.id in theirs and _asks(question) != _asks(theirs[question.id]):
            place = locate(question_path(instrument, question))
            yield Finding.at("same-name", place, question=question.id, other=other.id)


def _asks(question: Question) -> tuple[object, ...]:
    """What makes it the question that it is: an answer to it is no answer to any other."""
    labels = tuple((option.id, option.label) for option in question.options)
    return (question.kind, question.ask, labels)
