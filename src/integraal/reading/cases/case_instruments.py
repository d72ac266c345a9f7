"""Which instruments a case is of: those it names, and those that ask what it answers."""

import contextlib
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from integraal.model.case import Case
from integraal.model.finding import Faulty, faulty
from integraal.model.instrument import Instrument, Kind, Question
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
            found.update(named_in(o for o in _instruments() if o.id != instrument.id))
        return found.get(question)

    return find


def named_in(instruments: Iterable[Instrument]) -> dict[str, Question]:
    """Every question that these instruments ask, by its id and its old names, and those they asked.

    What went away has nothing but its id; what a case says to it counts for nothing.
    """
    every = list(instruments)
    found = {asked.id: asked for instrument in every for asked in instrument.questions()}
    for instrument in every:
        for renamed in instrument.renamed:
            if not renamed.option and renamed.to in found:
                found.setdefault(renamed.question, found[renamed.to])
        for gone in instrument.retired:
            if not gone.option:
                stub = Question(gone.question, "", "", "", Kind.TEXT, retired=True)
                found.setdefault(gone.question, stub)
    return found


def check_answered_here(
    case: Case, instrument: Instrument, name: str, beside: Iterable[Instrument] = ()
) -> None:
    """Refuse answers that cannot be taken for answers to this instrument.

    Those about a family and those about something else do not stand in one file; and of answers
    that were given with an instrument that is not here, nobody knows to which questions.

    Args:
        case: As it was read.
        instrument: With which it is looked at.
        name: Of the file, as the user wrote it.
        beside: Instruments that are here too, besides ours.

    Raises:
        Faulty: if the case says that it was answered with an instrument that is kept apart from
            this one, or has answers of one, be it of that alone; if some moment was answered only
            with instruments that are not here, even though their questions may have our ids.
    """
    strangers = _strangers(case, {instrument.id, *(one.id for one in beside)})
    if strangers:
        raise faulty("other-instrument", name, instruments=", ".join(strangers))
    used = {used for moment in case.every_moment for used, _ in moment.versions}
    answered = {question for moment in case.every_moment for question in moment.answers}
    other = kept_apart(instrument, answered, used)
    if not other:
        return
    asking = [asks for asks, _, theirs in _asking() if answered and answered <= theirs]
    if asking == [other] and not instrument.keep_apart and instrument.id not in used:
        raise faulty("other-instrument", name, instruments=other)
    raise faulty("kept-apart", name, instrument=instrument.id, other=other)


def _strangers(case: Case, here: set[str]) -> list[str]:
    """Name the instruments of moments of which no instrument is here, and is none of ours."""
    moments = [{name for name, _ in moment.versions} for moment in case.every_moment]
    strange = [used for used in moments if used and not used & here]
    if not strange:
        return []
    ours = {header.id for header in Library().headers("instrument")}
    return sorted({name for used in strange if not used & ours for name in used})


def kept_apart(
    instrument: Instrument, answered: Collection[str], used: Collection[str] = ()
) -> str:
    """Find an instrument whose answers may not stand beside those of this one; empty for none.

    Args:
        instrument: In view.
        answered: Ids of questions with an answer.
        used: Ids of instruments that a case says it was answered with.
    """
    strange = set(answered) - {question.id for question in instrument.every_question()}
    if not strange and set(used) <= {instrument.id}:
        return ""
    others = {
        other: asks
        for other, is_apart, asks in _asking()
        if other != instrument.id and is_apart is not instrument.keep_apart
    }
    # What the file says that it was answered with comes before what shares a question with that.
    named = next((other for other in others if other in used), "")
    return named or next((other for other, asks in others.items() if strange & asks), "")


@cache  # once for a whole folder of cases
def _asking() -> tuple[tuple[str, bool, frozenset[str]], ...]:
    """Every instrument: its id, whether it is kept apart, and what it asks."""
    return tuple(
        (one.id, one.keep_apart, frozenset(question.id for question in one.questions()))
        for one in _instruments()
    )


def neighbours(name: str, language: str) -> tuple[Instrument, ...]:
    """The instruments that may see a danger in a case, besides the one with this id."""
    every = _instruments(language)
    return tuple(other for other in every if other.id != name and other.danger_rules)


def _instruments(language: str = "") -> Iterator[Instrument]:
    library = Library()
    for header in library.headers("instrument"):
        # A faulty neighbour has nothing to do with this case.
        with contextlib.suppress(Faulty):
            yield library.instrument_file(header.path, language)
