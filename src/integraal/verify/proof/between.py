"""Prove of two instruments over one case that they never settle on different levels.

Both are laid over one set of answers. Where one takes the rules of the other over (`minimum_from`),
it must never be sure of a lower level than the other is sure of; that it may be higher, the page of
the other says. Where neither does, the two may not settle on different levels at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.answers import Answers
from integraal.model.finding import Finding
from integraal.model.instrument import Instrument
from integraal.solving.encoding import Encoding
from integraal.solving.prover import Prover
from integraal.solving.solver import OutOfBoundError
from integraal.verify.case_text import case_text, expected_lines
from integraal.verify.paths import Locate

CODE = "settles-otherwise"


class Apart(NamedTuple):
    """A case on which two instruments settle differently."""

    level: str
    """Name of the level of the one."""
    other_level: str
    """Name of the level of the other."""
    case: str
    """The case, as text for a file of an author."""


def settling_findings(
    instrument: Instrument, others: Iterable[Instrument], locate: Locate, bound: int
) -> Iterator[Finding]:
    """What two instruments say differently of one case.

    Args:
        instrument: In Dutch.
        others: The instruments beside it, in Dutch.
        locate: Says where in the file of the instrument something stands.
        bound: How many conflicts of the solver each pair may take.
    """
    for other in others:
        if not _must_agree(instrument, other):
            continue
        place = locate(("scale",))
        try:
            found = settled_apart(instrument, other, bound)
        except OutOfBoundError:
            left = {"proven": "0", "open": "1", "bound": str(bound)}
            yield Finding.warning("not-proven", place, check=CODE, subject=other.id, **left)
            continue
        if found is not None:
            levels = {"level": found.level, "other_level": found.other_level}
            yield Finding.warning(CODE, place, other=other.id, **levels, witness=found.case)


def settled_apart(instrument: Instrument, other: Instrument, bound: int) -> Apart | None:
    """Find a case on which two instruments settle differently, in any mode; None if there is none.

    Raises:
        OutOfBoundError: when that could not be settled within the bound.
    """
    has_own = instrument.has_own_additions or other.has_own_additions
    for source_only in (False, True) if has_own else (False,):
        programs = [lower(one, source_only=source_only) for one in (instrument, other)]
        with Prover(programs[0], programs[1:]) as prover:
            prover.allow(bound)
            theirs = Encoding(prover.circuit, programs[1], prover.space.literals)
            wanted = prover.circuit.any_of(_apart(prover, theirs))
            cases = prover.cases([wanted], prover.encoding, theirs)
        if cases is not None:
            return _shown(programs, cases[0])
    return None


def _shown(programs: Sequence[Program], answers: Answers) -> Apart:
    first, other = programs
    name = f"{CODE}-{other.instrument.id}"
    expected = expected_lines(evaluate(first, answers, with_open_questions=False), ("level",), ())
    text = case_text(name, first, answers, expected, others=[other])
    return Apart(_level(first, answers), _level(other, answers), text)


def _must_agree(instrument: Instrument, other: Instrument) -> bool:
    """Whether two instruments advise on one scale and share questions; each pair once.

    It is looked at with the one that takes rules over, else with the one that took the questions.
    """
    if instrument.scale is None or other.scale is None or instrument.scale.id != other.scale.id:
        return False
    if not _first_asked(instrument) & _first_asked(other):
        return False
    return _comes_second(instrument, other) > _comes_second(other, instrument)


def _comes_second(one: Instrument, other: Instrument) -> tuple[bool, bool, str]:
    takes_questions = any(q.same_as.startswith(f"{other.id}/") for q in one.questions())
    return other.id in one.minimum_from, takes_questions, one.id


def _first_asked(instrument: Instrument) -> set[str]:
    """The questions of an instrument, by where they were asked first."""
    return {q.same_as or f"{instrument.id}/{q.id}" for q in instrument.questions()}


def _apart(prover: Prover, theirs: Encoding) -> Iterator[int]:
    """For every two levels, the literal that says that the two are sure of these."""
    ours, circuit = prover.encoding, prover.circuit
    highest = len(prover.instrument.level_ids)
    is_receiver = theirs.program.instrument.id in prover.instrument.minimum_from
    for rank in range(1, highest):
        yield circuit.all_of([ours.stays_below(rank), theirs.reaches(rank)])
        if not is_receiver:
            yield circuit.all_of([theirs.stays_below(rank), ours.reaches(rank)])


def _level(program: Program, answers: Answers) -> str:
    level = evaluate(program, answers, with_open_questions=False).level
    return level.name.lower() if level else ""
