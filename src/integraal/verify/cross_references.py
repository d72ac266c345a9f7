"""How an instrument stands among others: what it points to is there, and one name is one question.

One case file holds the answers to several instruments, by the ids of questions. Where instruments
lead to each other or share questions, two questions with other options must not have one id, or the
answer to the one would pass for an answer to the other.
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
    linked = _named_by(instrument)
    for other in others:
        if other.id != instrument.id and other.id in linked:
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
        if question.id in theirs and not _is_same(question, theirs[question.id]):
            place = locate(question_path(instrument, question))
            yield Finding.warning("same-name", place, question=question.id, other=other.id)


def _is_same(question: Question, other: Question) -> bool:
    """Whether an answer to the one is an answer to the other; the wording may differ."""
    return (question.kind, question.option_ids) == (other.kind, other.option_ids)


def _named_by(instrument: Instrument) -> set[str]:
    """Name the instruments that this one leads to or shares questions with."""
    shared = (question.same_as.partition("/")[0] for question in instrument.every_question())
    led_to = (one.leads_to for _, one in _leading(instrument))
    return {*led_to, *shared, *instrument.minimum_from}
