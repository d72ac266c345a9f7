"""Which instruments a case is of: those it names, and those that ask what it answers."""

import contextlib
from collections.abc import Iterator

from integraal.model.case import Case
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument, Question
from integraal.reading.cases.casefile import Elsewhere
from integraal.reading.library import FIRST_INSTRUMENT, Library
from integraal.reading.yaml_tree import Mapping, Node, below, items


def instruments_in(tree: Node) -> list[str]:
    """The instruments that a case says it was answered with; else the first instrument."""
    named = [below(part, "instruments") for part in (tree, *items(below(tree, "moments")))]
    used = [key.value for part in named if isinstance(part, Mapping) for key, _ in part.entries]
    known = {header.id for header in Library().headers("instrument")}
    return [n for n in dict.fromkeys(used) if n is not None and n in known] or [FIRST_INSTRUMENT]


def main_instrument(used: list[str]) -> str:
    """The instrument with which a case is looked at where nobody names one.

    It is the first instrument, unless the case says that it was answered with others only: then
    the last of those.

    >>> main_instrument(["meldcode", "procesregie"])
    'procesregie'
    """
    return FIRST_INSTRUMENT if FIRST_INSTRUMENT in used else used[-1]


def elsewhere(instrument: Instrument) -> Elsewhere:
    """Find questions that other instruments ask, also by an old name of theirs.

    They are read only when one is met.
    """
    found: dict[str, Question] = {}
    read: list[str] = []

    def find(question: str) -> Question | None:
        if not read:
            read.append(instrument.id)
            others = [other for other in _instruments() if other.id != instrument.id]
            for other in others:
                found.update({asked.id: asked for asked in other.questions()})
            for other in others:
                for renamed in other.renamed:
                    if not renamed.option and renamed.to in found:
                        found.setdefault(renamed.question, found[renamed.to])
        return found.get(question)

    return find


def asked_by(case: Case, instrument: Instrument) -> list[str]:
    """The other instruments that ask what this case answers and this instrument does not."""
    own = {question.id for question in instrument.questions()}
    answered = {name for moment in case.moments for name in moment.answers} - own
    if not answered:
        return []
    return [
        other.id
        for other in _instruments()
        if answered & {question.id for question in other.questions()}
    ]


def neighbours(name: str, language: str) -> tuple[Instrument, ...]:
    """The instruments that may see a danger in a case, besides the one with this id."""
    every = _instruments(language)
    return tuple(other for other in every if other.id != name and other.danger_rules)


def _instruments(language: str = "nl") -> Iterator[Instrument]:
    library = Library()
    for header in library.headers("instrument"):
        # A faulty neighbour has nothing to do with this case.
        with contextlib.suppress(Faulty):
            yield library.instrument_file(header.path, language)
