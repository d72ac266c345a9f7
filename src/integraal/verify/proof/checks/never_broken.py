"""What an instrument promises never comes out, never does: not even as something that may be.

A promise counts while its condition holds or might: an answer that nobody has must not lead where
the answer itself may not. What is promised never to stand beside another route may come out without
it: two possibilities contradict each other only when both hold now.
"""

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from integraal.model.instrument import Act, Effect, Limit, Never, Provisional, Raise, Route
from integraal.model.tables import rows_above
from integraal.solving.circuit import TRUE
from integraal.solving.decision import decides, shown_in
from integraal.solving.encoding import Encoding
from integraal.solving.prover import Prover
from integraal.verify.proof.check import Check, Fault


class Way(NamedTuple):
    """A way in which something comes out."""

    rules: tuple[str, ...]
    literal: int
    """It comes out this way."""


def judge(prover: Prover, never: Never) -> Fault | None:
    """Look for a case in which it comes out after all."""
    may_hold = _may_hold(prover, never)
    for way in _ways(prover, never):
        for beside in _beside(prover, never):
            case = prover.case(way.literal, beside.literal, may_hold)
            if case is not None:
                rules = (*way.rules, *beside.rules)
                return Fault({"promise": never.id}, (case,), _fields(never), rules)
    return None


def _may_hold(prover: Prover, never: Never) -> int:
    """Make the literal that says that the condition of a promise holds, or might."""
    if never.when is None:
        return TRUE
    return -prover.encoding.of(prover.program.nodes[never.when]).fails


def _fields(never: Never) -> tuple[str, ...]:
    """The fields of advice in which it shows that a promise is broken."""
    # A level that may be is a reach: the level itself is certain.
    out = "reach" if isinstance(never.out, Raise) else shown_in(never.out)
    beside = ("outcomes",) if never.together_with else ()
    return tuple(dict.fromkeys((out, *beside)))


def _beside(prover: Prover, never: Never) -> Iterator[Way]:
    """List the ways in which a route holds that it must not stand beside; one if there is none."""
    if not never.together_with:
        yield Way((), TRUE)
    for name in never.together_with:
        yield from _holding(prover, Route(name))


def _holding(prover: Prover, route: Effect) -> Iterator[Way]:
    """List the rows by which a route holds now."""
    for rule in prover.instrument.rules:
        if rule.effect == route:
            yield Way((rule.id,), decides(prover, rule))


def _ways(prover: Prover, never: Never) -> Iterator[Way]:
    """List the ways in which it could come out: rules, and the literal that says that they do."""
    instrument, rails = prover.instrument, prover.rails
    match never.out:
        case Raise(level):
            yield Way((), _may_reach(prover, instrument.rank(level)))
        case Limit(level):
            rank, limits = instrument.rank(level), instrument.rules_with(Limit)
            low = [rule for rule in limits if instrument.rank(rule.target) <= rank]
            yield from (Way((rule.id,), rails[rule.id].holds) for rule in low)
        case Route() if never.together_with:
            yield from _holding(prover, never.out)
        case Route():
            rows = [rule for rule in instrument.rules if rule.effect == never.out]
            yield from (Way((rule.id,), _shown(prover, rule.id)) for rule in rows)
        case Act() | Provisional():
            rules = [rule for rule in instrument.rules if rule.effect == never.out]
            yield from (Way((rule.id,), rails[rule.id].holds) for rule in rules)
        case _:
            assert_never(never.out)


def _may_reach(prover: Prover, rank: int) -> int:
    """Make the literal that says that answers still to come can make the level this rank.

    Rule by rule it may seem so where it is not: no answers add up to a sum of 1 where every item
    counts for more, however wide the range is.
    """
    circuit, said = prover.circuit, prover.encoding.answers
    later = {name: prover.space.fresh(answer.question) for name, answer in said.items()}
    kept = [
        circuit.any_of([-literal, now[value]])
        for name, answer in said.items()
        for was, now in ((answer.yes, later[name].yes), (answer.no, later[name].no))
        for value, literal in was.items()
    ]
    reached = Encoding(circuit, prover.program, later).reaches(rank)
    return circuit.all_of([reached, *kept, *(answer.known for answer in later.values())])


def _shown(prover: Prover, name: str) -> int:
    """Make the literal that says that the route of a row is shown, be it as one that may be."""
    above = rows_above(prover.instrument, prover.instrument.rule(name))
    none_before = (-prover.rails[rule.id].holds for rule in above)
    return prover.circuit.all_of([-prover.rails[name].fails, *none_before])


CHECK = Check(
    code="never-broken",
    items=lambda prover: prover.instrument.never,
    judge=judge,
    path=lambda instrument, never: ("never", instrument.never.index(never), "id"),
    of_any_advice=True,
)
