"""Write a Program as one SELECT: no Python per row, NULL is unknown, the same in every dialect.

Each answer becomes one integer, and those become bits of the program's leaves on two rails: known
to hold, and known to fail. Then every rule is a test of a few integers, and which rules hold, and
which might, travel as integers themselves; a level is a test of those. Only integer CASE,
comparisons, AND, OR, `+`, `-` and `&` are used, so that it means the same everywhere.

The levels are Kleene's, rule by rule: exact where no two rules need opposite answers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from integraal.engine.program import Program
from integraal.engine.sql.cells import NOT_UNDERSTOOD, Cells
from integraal.engine.sql.conditions import Conditions
from integraal.engine.sql.dangers import DangerConditions, table_dangers
from integraal.engine.sql.encoding import (
    WORD,
    Dialect,
    Encoding,
    bit_and,
    masks,
    query,
    summed,
    words_for,
)
from integraal.engine.sql.present import NONE, PresentColumns
from integraal.engine.sql.routes import Routes
from integraal.model.condition import Direction, Otherwise, WhenDirection
from integraal.model.instrument import Act, Limit, Provisional, Raise, Rule
from integraal.model.tables import alternatives

DIRECTIONS = (Direction.UP, Direction.FITS, Direction.DISCUSS_DOWN, Direction.UNKNOWN)
"""In the order of the numbers that stand for them."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns that the SELECT gives besides `casus`."""

    fired: tuple[str, ...]
    """Bits of the rules that certainly hold, in the instrument's order, `WORD` to a column."""
    open: tuple[str, ...]
    """Bits of the rules that might."""
    outcomes: tuple[str, ...]
    """Bits of the outcomes that hold, in the instrument's order."""
    outcomes_open: tuple[str, ...]
    """Bits of those that might."""
    actions: tuple[str, ...]
    urgent: tuple[str, ...]
    """Bits of the dangers that the answers make true, of whatever instrument."""


def columns(program: Program) -> Columns:
    """Name the columns of bits."""
    instrument = program.instrument

    def named(name: str, count: int) -> tuple[str, ...]:
        return tuple(f"{name}{word}" for word in words_for(count))

    return Columns(
        named("fired", len(instrument.rules)),
        named("open", len(instrument.rules)),
        named("outcomes", len(instrument.outcomes)),
        named("outcomes_open", len(instrument.outcomes)),
        named("actions", len(instrument.actions)),
        named("urgent", len(table_dangers(program))),
    )


def select(
    program: Program,
    dialect: Dialect,
    source: str = "cases",
    *,
    kept: Sequence[str] = (),
    encoded: bool = False,
    given: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Write the SELECT.

    Args:
        program: The lowered instrument.
        dialect: Of the database.
        source: A table, view or query with a column for the case and one for each question.
        kept: Other columns of the source to pass on.
        encoded: Whether the source has the answers as integers already (`Cells.answers`),
            beside the columns of numbers.
        given: The columns that answer each question, as `Cells` has it.

    Returns: SQL text of one row per row of the source, with `casus`; `not_understood`, where the
        answers are read here; `level`, `reach`, `current` and `feasible` as ranks (0 for the lowest
        level, -1 where there is none, -2 where nobody knows); `settled` and `provisional` as 0 or
        1; `direction` as an index of DIRECTIONS; and the columns of bits.
    """
    steps = [] if encoded else Cells(program, dialect, given).steps(source, kept)
    own = ("casus", *kept, *(() if encoded else (NOT_UNDERSTOOD,)))
    writer = _Writer(program, dialect)
    steps += [
        ("known", query(own, writer.encoded(), source if encoded else "answered")),
        ("rails", query("*", writer.rails(), "known")),
        ("held", query(own, writer.held(), "rails")),
        ("ranked", query("*", writer.ranked(), "held")),
        ("directed", query("*", writer.directed(), "ranked")),
        ("settled", query("*", writer.last(), "directed")),
    ]
    with_all = ",\n".join(f"{name} {dialect.step.format(text)}" for name, text in steps)
    return f"WITH {with_all}\n{query(own, writer.shown(), 'settled')}"


class _Writer:
    """The expressions of each step."""

    def __init__(self, program: Program, dialect: Dialect) -> None:
        self.program = program
        self.instrument = program.instrument
        self.encoding = Encoding(program, dialect)
        self.conditions = Conditions()
        self.rules = {rule.id: number for number, rule in enumerate(self.instrument.rules)}
        self.columns = columns(program)
        self.present = PresentColumns(program, self.encoding, self.conditions)
        self.routes = Routes(program, self.encoding, self._any)

    def encoded(self) -> Iterator[tuple[str, str]]:
        for word in self.encoding.words():
            yield f"t{word}", self.encoding.true_word(word)
            yield f"k{word}", self.encoding.known_word(word)
        yield from self.routes.whole()
        yield from self.present.described()

    def rails(self) -> Iterator[tuple[str, str]]:
        for word in self.encoding.words():
            yield f"f{word}", f"k{word} - t{word}"
        yield from self.routes.rails()

    def held(self) -> Iterator[tuple[str, str]]:
        """Write which rules over answers hold and which might, and the present."""
        over_answers = [
            (number, self.conditions.of(node))
            for number, rule in enumerate(self.instrument.rules)
            if (node := self.program.node_of(rule)) is not None
        ]
        for word in range(len(self.columns.fired)):
            here = [(n - word * WORD, rails) for n, rails in over_answers if n // WORD == word]
            yield f"held{word}", summed((r.holds, 1 << bit) for bit, r in here) or "0"
            yield (
                f"might{word}",
                summed((f"NOT {r.holds} AND NOT {r.fails}", 1 << bit) for bit, r in here) or "0",
            )
        yield from self.routes.rows()
        yield from self.present.counted()
        dangers = list(DangerConditions(self.program, self.conditions).shown())
        yield from self._bits("urgent", dangers)

    def ranked(self) -> Iterator[tuple[str, str]]:
        if self.instrument.scale is None:
            yield from ((name, str(NONE)) for name in ("level", "reach"))
            return
        raising = [(each.rule, each.rank) for each in self.program.raising]
        yield "level", self._highest(raising, "held")
        yield "reach", self._highest(raising, "held", "might")

    def directed(self) -> Iterator[tuple[str, str]]:
        up, fits, down, unknown = range(len(DIRECTIONS))
        yield (
            "direction",
            f"CASE WHEN level < 0 THEN {unknown} WHEN reach < current_least THEN {down}"
            f" WHEN current < 0 THEN {unknown} WHEN level > current THEN {up}"
            f" WHEN level = reach THEN {fits} ELSE {unknown} END",
        )

    def last(self) -> Iterator[tuple[str, str]]:
        """Write the rules that look at the direction or at other rules, with all the others."""
        late = {rule.id: self._late(rule) for rule in self.instrument.rules}
        for word in range(len(self.columns.fired)):
            here = [
                (self.rules[name] - word * WORD, tests)
                for name, tests in late.items()
                if tests is not None and self.rules[name] // WORD == word
            ]
            fired = summed((holds, 1 << bit) for bit, (holds, _) in here)
            might = summed((opened, 1 << bit) for bit, (_, opened) in here)
            yield f"fired{word}", " + ".join(filter(None, (f"held{word}", fired)))
            yield f"open{word}", " + ".join(filter(None, (f"might{word}", might)))

    def shown(self) -> Iterator[tuple[str, str]]:
        yield from ((name, name) for name in ("level", "reach"))
        settled = self.routes.settled() if self.routes.settle else "level = reach"
        yield "settled", f"CASE WHEN {settled} THEN 1 ELSE 0 END"
        held = self._any(self.instrument.rules_with(Provisional), "fired", "open")
        yield "provisional", f"CASE WHEN {held} THEN 1 ELSE 0 END"
        yield "feasible", self._lowest()
        whole = (*self.columns.fired, *self.columns.open, *self.columns.urgent)
        yield from ((name, name) for name in ("current", "direction", *whole))
        yield from self._bits("outcomes", self.routes.now())
        yield from self._bits("outcomes_open", self.routes.might())
        yield from self._bits("actions", self._actions())

    # --- Parts ------------------------------------------------------------------------------------

    def _bits(self, name: str, tests: Sequence[str]) -> Iterator[tuple[str, str]]:
        for word in words_for(len(tests)):
            here = tests[word * WORD : (word + 1) * WORD]
            yield f"{name}{word}", summed((test, 1 << bit) for bit, test in enumerate(here))

    def _actions(self) -> list[str]:
        return [
            self._any([r for r in self.instrument.rules if r.effect == Act(action.id)], "fired")
            for action in self.instrument.actions
        ]

    def _late(self, rule: Rule) -> tuple[str, str] | None:
        """Write that a rule holds and that it might, if it looks at something else than answers."""
        if isinstance(rule.when, WhenDirection):
            return self._by_direction(rule.when)
        if not isinstance(rule.when, Otherwise):
            return None
        if isinstance(rule.effect, Raise):
            return "level = 0", "1 = 0"
        others = alternatives(self.instrument, rule)
        held, might = self._any(others, "held"), self._any(others, "might")
        for other in others:
            if isinstance(other.when, WhenDirection):
                holds, may = self._by_direction(other.when)
                held, might = f"({held} OR {holds})", f"({might} OR {may})"
        return f"NOT {held} AND NOT {might}", f"NOT {held} AND {might}"

    def _by_direction(self, when: WhenDirection) -> tuple[str, str]:
        """Write that a direction holds and that it might; where nobody works together, neither."""
        somewhere = f"current <> {NONE}"
        wanted, unknown = (DIRECTIONS.index(d) for d in (when.direction, Direction.UNKNOWN))
        holds = f"({somewhere} AND direction = {wanted})"
        if wanted == unknown:
            return holds, "1 = 0"
        return holds, f"({somewhere} AND direction = {unknown})"

    def _any(self, rules: Iterable[Rule], *rails: str) -> str:
        """Write that one of these rules holds, on any of these columns of bits."""
        tests = [
            f"{bit_and(f'{rail}{word}', mask)} <> 0"
            for word, mask in masks(self.rules[rule.id] for rule in rules)
            for rail in rails
        ]
        return f"({' OR '.join(tests)})" if tests else "(1 = 0)"

    def _highest(self, ranked: Sequence[tuple[Rule, int]], *rails: str) -> str:
        cases = [
            f"WHEN {self._any([r for r, at in ranked if at == rank], *rails)} THEN {rank}"
            for rank in sorted({rank for _, rank in ranked if rank > 0}, reverse=True)
        ]
        return f"CASE {' '.join(cases)} ELSE 0 END" if cases else "0"

    def _lowest(self) -> str:
        """Write the lowest rank to which a rule limits what is feasible now."""
        limits = self.instrument.rules_with(Limit)
        ranked = [(self.instrument.rank(rule.target), rule) for rule in limits]
        cases = [
            f"WHEN {self._any([rule for at, rule in ranked if at == rank], 'fired')} THEN {rank}"
            for rank in sorted({rank for rank, _ in ranked})
        ]
        return f"CASE {' '.join(cases)} ELSE {NONE} END" if cases else str(NONE)
