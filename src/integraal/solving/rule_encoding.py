"""For every rule of an encoding, that it holds and that it fails: also where no condition says so.

`otherwise` looks at the other rules or the level, `direction` at the level and the present. What
these literals say is always so. Only where unknown answers hang together can the advice know more,
and then some fuller answer shows the same.
"""

from collections.abc import Iterator

from integraal.model.condition import Direction, Otherwise, WhenDirection
from integraal.model.instrument import Raise, Rule
from integraal.model.tables import alternatives
from integraal.solving.answer_space import AnswerLiterals
from integraal.solving.circuit import FALSE
from integraal.solving.encoding import Encoding, Rails


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
        case _:
            node = encoding.program.node_of(rule)
            assert node is not None  # noqa: S101 - only the two above have none
            return encoding.of(node)


def _otherwise(encoding: Encoding, rule: Rule, others: list[Rails]) -> Rails:
    if isinstance(rule.effect, Raise):
        # The floor on which the level stands: it holds when nothing raises the level.
        return Rails(encoding.stays_below(1), encoding.reaches(1))
    none = encoding.circuit.all_of(rails.fails for rails in others)
    return Rails(none, encoding.circuit.any_of(rails.holds for rails in others))


def _direction(encoding: Encoding, wanted: Direction) -> Rails:
    present = _Present(encoding)
    ways = present.directions()
    # An unknown direction rules nothing out.
    others = [ways[way] for way in ways if way not in (wanted, Direction.UNKNOWN)]
    return Rails(ways[wanted], encoding.circuit.any_of([present.nowhere(), *others]))


class _Present:
    """How people work together now, as literals; nothing where no question asks about it."""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding
        self.circuit = encoding.circuit
        instrument = encoding.program.instrument
        self.asked = Rails(FALSE, FALSE)
        """The question about the present applies; where that is open, its answer may yet fall."""
        self.chosen: dict[int, int] = {}
        """For every rank: a form of it is known to exist."""
        self.excluded: dict[int, int] = {}
        """For every rank: no form of it may exist."""
        if instrument.present is None or instrument.scale is None:
            return
        self.asked = encoding.asked(instrument.present.question)
        answer = encoding.answers[instrument.present.question]
        for rank, level in enumerate(instrument.level_ids):
            options = instrument.question(instrument.present.question).options
            mine = [option.id for option in options if option.level == level]
            self.chosen[rank] = self.circuit.any_of(answer.yes[name] for name in mine)
            self.excluded[rank] = self.circuit.all_of(_surely_not(encoding, answer, mine))

    def directions(self) -> dict[Direction, int]:
        """For every direction, the literal that says that it surely is this one."""
        circuit, encoding = self.circuit, self.encoding
        up, fits, down, not_down = [], [], [], []
        for rank, chosen in self.chosen.items():
            now, reached = self._at(rank), encoding.reaches(rank)
            up.append(circuit.all_of([now, encoding.reaches(rank + 1)]))
            fits.append(circuit.all_of([now, reached, encoding.stays_below(rank + 1)]))
            # Whatever other forms there are, people work together at least at this rank.
            down.append(circuit.all_of([self.asked.holds, chosen, encoding.stays_below(rank)]))
            not_down.append(circuit.any_of([-self.asked.holds, -chosen, reached]))
        return {
            Direction.UP: circuit.any_of(up),
            Direction.FITS: circuit.any_of(fits),
            Direction.DISCUSS_DOWN: circuit.any_of(down),
            Direction.UNKNOWN: circuit.all_of([-self._is_known(), *not_down]),
        }

    def nowhere(self) -> int:
        """Make the literal that says that people surely do not work together at any level now."""
        return self.circuit.any_of([self.asked.fails, self.circuit.all_of(self.excluded.values())])

    def _is_known(self) -> int:
        """Make the literal that says that it is known how people work together now, if they do."""
        return self.circuit.any_of([self.nowhere(), *map(self._at, self.chosen)])

    def _at(self, rank: int) -> int:
        """Make the literal that says that people work together at this rank now."""
        higher = (excluded for other, excluded in self.excluded.items() if other > rank)
        return self.circuit.all_of([self.asked.holds, self.chosen[rank], *higher])


def _surely_not(encoding: Encoding, answer: AnswerLiterals, options: list[str]) -> Iterator[int]:
    """Make, for each of these options, the literal that says that it surely does not apply."""
    for option in options:
        if answer.no:
            yield answer.no[option]
        else:
            yield encoding.circuit.all_of([answer.known, -answer.yes[option]])
