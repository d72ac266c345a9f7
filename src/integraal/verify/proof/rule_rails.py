"""For every rule of a world, that it holds and that it fails: also where no condition says so.

`otherwise` looks at the other rules or the level, `direction` at the level and the present. What
these literals say is always so. Only where unknown answers hang together can the advice know more,
and then some fuller answer shows the same.
"""

from integraal.model.condition import Direction, Otherwise, WhenDirection
from integraal.model.instrument import Raise, Rule
from integraal.model.tables import alternatives
from integraal.solving.circuit import FALSE, TRUE
from integraal.verify.proof.world import Rails, World


def rule_rails(world: World) -> dict[str, Rails]:
    """Give the rails of every rule, by its id, in the instrument's order."""
    rules = world.program.instrument.rules
    rails = {rule.id: _by_itself(world, rule) for rule in rules}
    for rule in rules:
        if isinstance(rule.when, Otherwise):
            others = [rails[other.id] for other in alternatives(world.program.instrument, rule)]
            rails[rule.id] = _otherwise(world, rule, others)
    return rails


def _by_itself(world: World, rule: Rule) -> Rails:
    match rule.when:
        case Otherwise():
            return Rails(FALSE, FALSE)  # keeps its place; settled afterwards
        case WhenDirection(direction):
            return _direction(world, direction)
        case condition:
            return world.of(world.program.nodes[condition])


def _otherwise(world: World, rule: Rule, others: list[Rails]) -> Rails:
    if isinstance(rule.effect, Raise):
        # The floor on which the level stands: it holds when nothing raises the level.
        return Rails(world.stays_below(1), world.reaches(1))
    none = world.circuit.all_of(rails.fails for rails in others)
    return Rails(none, world.circuit.any_of(rails.holds for rails in others))


def _direction(world: World, wanted: Direction) -> Rails:
    present = _present_ranks(world)
    known = _present_is_known(world)
    nowhere = world.circuit.all_of([known, *(-now for now in present.values())])
    ways = {**_directions(world, present), Direction.UNKNOWN: -known}
    # An unknown direction rules nothing out.
    others = [ways[way] for way in ways if way not in (wanted, Direction.UNKNOWN)]
    return Rails(ways[wanted], world.circuit.any_of([nowhere, *others]))


def _directions(world: World, present: dict[int, int]) -> dict[Direction, int]:
    """For every direction, the literal that says that it surely is this one."""
    circuit = world.circuit
    up, fits, down = [], [], []
    for rank, now in present.items():
        reached, above = world.reaches(rank), world.reaches(rank + 1)
        up.append(circuit.all_of([now, above]))
        down.append(circuit.all_of([now, world.stays_below(rank)]))
        fits.append(circuit.all_of([now, reached, world.stays_below(rank + 1)]))
    return {
        Direction.UP: circuit.any_of(up),
        Direction.FITS: circuit.any_of(fits),
        Direction.DISCUSS_DOWN: circuit.any_of(down),
    }


def _present_is_known(world: World) -> int:
    """Make the literal that says that it is known how people work together now, if they do."""
    present = world.program.instrument.present
    if present is None:
        return TRUE
    dropped = world.asked(present.question).fails
    return world.circuit.any_of([dropped, world.answers[present.question].known])


def _present_ranks(world: World) -> dict[int, int]:
    """For every rank, the literal that says that people work together at it now."""
    instrument = world.program.instrument
    if instrument.present is None or instrument.scale is None:
        return {}
    answer = world.answers[instrument.present.question]
    question = instrument.question(instrument.present.question)
    counts = [answer.known, -world.asked(question.id).fails]
    present: dict[int, int] = {}
    higher: list[int] = []
    for rank, level in reversed(list(enumerate(instrument.scale.levels))):
        chosen = [answer.yes[option.id] for option in question.options if option.level == level.id]
        none_higher = (-literal for literal in higher)
        present[rank] = world.circuit.all_of([*counts, world.circuit.any_of(chosen), *none_higher])
        higher += chosen
    return present
