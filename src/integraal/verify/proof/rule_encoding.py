"""For every rule of an encoding, that it holds and that it fails: also where no condition says so.

`otherwise` looks at the other rules or the level, `direction` at the level and the present. What
these literals say is always so. Only where unknown answers hang together can the advice know more,
and then some fuller answer shows the same.
"""

from integraal.model.condition import Direction, Otherwise, WhenDirection
from integraal.model.instrument import Raise, Rule
from integraal.model.tables import alternatives
from integraal.solving.circuit import FALSE, TRUE
from integraal.verify.proof.encoding import Encoding, Rails


def rule_encoding(encoding: Encoding) -> dict[str, Rails]:
    """The rails of every rule, by its id, in the instrument's order."""
    rules = encoding.program.instrument.rules
    rails = {rule.id: _by_itself(encoding, rule) for rule in rules}
    for rule in rules:
        if isinstance(rule.when, Otherwise):
            others = [rails[other.id] for other in alternatives(encoding.program.instrument, rule)]
            rails[rule.id] = _otherwise(encoding, rule, others)
    return rails


def _by_itself(encoding: Encoding, rule: Rule) -> Rails:
    match rule.when:
        case Otherwise():
            return Rails(FALSE, FALSE)  # keeps its place; settled afterwards
        case WhenDirection(direction):
            return _direction(encoding, direction)
        case condition:
            return encoding.of(encoding.program.nodes_of(rule)[condition])


def _otherwise(encoding: Encoding, rule: Rule, others: list[Rails]) -> Rails:
    if isinstance(rule.effect, Raise):
        # The floor on which the level stands: it holds when nothing raises the level.
        return Rails(encoding.stays_below(1), encoding.reaches(1))
    none = encoding.circuit.all_of(rails.fails for rails in others)
    return Rails(none, encoding.circuit.any_of(rails.holds for rails in others))


def _direction(encoding: Encoding, wanted: Direction) -> Rails:
    present = _present_ranks(encoding)
    known = _present_is_known(encoding)
    nowhere = encoding.circuit.all_of([known, *(-now for now in present.values())])
    ways = {**_directions(encoding, present), Direction.UNKNOWN: -known}
    # An unknown direction rules nothing out.
    others = [ways[way] for way in ways if way not in (wanted, Direction.UNKNOWN)]
    return Rails(ways[wanted], encoding.circuit.any_of([nowhere, *others]))


def _directions(encoding: Encoding, present: dict[int, int]) -> dict[Direction, int]:
    """For every direction, the literal that says that it surely is this one."""
    circuit = encoding.circuit
    up, fits, down = [], [], []
    for rank, now in present.items():
        reached, above = encoding.reaches(rank), encoding.reaches(rank + 1)
        up.append(circuit.all_of([now, above]))
        down.append(circuit.all_of([now, encoding.stays_below(rank)]))
        fits.append(circuit.all_of([now, reached, encoding.stays_below(rank + 1)]))
    return {
        Direction.UP: circuit.any_of(up),
        Direction.FITS: circuit.any_of(fits),
        Direction.DISCUSS_DOWN: circuit.any_of(down),
    }


def _present_is_known(encoding: Encoding) -> int:
    """Make the literal that says that it is known how people work together now, if they do."""
    present = encoding.program.instrument.present
    if present is None:
        return TRUE
    dropped = encoding.asked(present.question).fails
    return encoding.circuit.any_of([dropped, encoding.answers[present.question].known])


def _present_ranks(encoding: Encoding) -> dict[int, int]:
    """For every rank, the literal that says that people work together at it now."""
    instrument = encoding.program.instrument
    if instrument.present is None or instrument.scale is None:
        return {}
    answer = encoding.answers[instrument.present.question]
    question = instrument.question(instrument.present.question)
    counts = [answer.known, -encoding.asked(question.id).fails]
    present: dict[int, int] = {}
    higher: list[int] = []
    for rank, level in reversed(list(enumerate(instrument.scale.levels))):
        chosen = [answer.yes[option.id] for option in question.options if option.level == level.id]
        at_this, none_higher = encoding.circuit.any_of(chosen), (-literal for literal in higher)
        present[rank] = encoding.circuit.all_of([*counts, at_this, *none_higher])
        higher += chosen
    return present
