"""Write which routes hold, which might, and whether an answer could still change one.

The last is asked of the rows as they may become (`engine.reach.open_routes`): whether something is
known is open for as long as it is not. So the leaves are on two more rails, `p` (holds, whatever
comes) and `q` (fails, whatever comes), and the rows of tables on two more columns of bits: `ever`
and `may`.
"""

from collections.abc import Callable, Iterator

from integraal.engine.program import Program
from integraal.engine.sql.conditions import Conditions
from integraal.engine.sql.encoding import WORD, Encoding, bit_and, summed, words_for
from integraal.model.condition import Known, Otherwise
from integraal.model.instrument import OutcomePolicy, Route, Rule, Table
from integraal.model.tables import alternatives, rows

_EVER, _NOW = Conditions("p", "q"), Conditions()


class Routes:
    """The expressions about tables of outcomes."""

    def __init__(self, program: Program, encoding: Encoding, any_of: Callable[..., str]) -> None:
        """Take what the others know.

        Args:
            program: The lowered instrument.
            encoding: Of the answers.
            any_of: Writes that one of some rules is on any of some columns of bits.
        """
        self.program = program
        self.instrument = program.instrument
        self.encoding = encoding
        self.any_of = any_of
        self.settle = self.instrument.scale is None and bool(self.instrument.tables)
        """Whether it is the routes that settle advice."""
        self.foresee = bool(self.instrument.tables)
        """Whether there is anything that may still come or go."""

    def whole(self) -> Iterator[tuple[str, str]]:
        """Write the bits of the leaves about what is known that stay as they are."""
        for word in self.encoding.words() if self.foresee else ():
            asked = [(self._stays(leaf), 1 << bit) for bit, leaf in self._known_leaves(word)]
            yield f"w{word}", summed(asked) or "0"

    def rails(self) -> Iterator[tuple[str, str]]:
        """Write what holds, and what fails, whatever comes."""
        for word in self.encoding.words() if self.foresee else ():
            mask = sum(1 << bit for bit, _ in self._known_leaves(word))
            for ever, own in (("p", f"t{word}"), ("q", f"(k{word} - t{word})")):
                stays = f"{own} - {bit_and(own, mask)} + {bit_and(own, f'w{word}')}"
                yield f"{ever}{word}", stays if mask else own

    def rows(self) -> Iterator[tuple[str, str]]:
        """Write the rows of tables that will hold whatever comes, and those that may."""
        if not self.foresee:
            return
        tests = [self._row(rule) for rule in self.instrument.rules]
        for word in words_for(len(tests)):
            here = list(enumerate(tests[word * WORD : (word + 1) * WORD]))
            yield f"ever{word}", summed((ever, 1 << bit) for bit, (ever, _) in here) or "0"
            yield f"may{word}", summed((may, 1 << bit) for bit, (_, may) in here) or "0"
            told = [(bit, f"({may}){self._kept_back(word * WORD + bit)}") for bit, (_, may) in here]
            yield f"told{word}", summed((test, 1 << bit) for bit, test in told) or "0"

    def _kept_back(self, number: int) -> str:
        """Write what else must be so before a row is told that may hold: no promise forbids it."""
        effect = self.instrument.rules[number].effect
        promises = self.program.promised_away
        fails = (_NOW.of(node).fails for outcome, node in promises if Route(outcome) == effect)
        return "".join(f" AND {test}" for test in fails)

    def settled(self) -> str:
        """Write that no answer can change a route any more."""
        tables = (self._settled(table) for table in self.instrument.tables)
        return " AND ".join(f"({one})" for one in tables) or "1 = 1"

    def now(self) -> list[str]:
        """Write, for each outcome, that a row which leads there holds, and is reached."""
        return self._reached("fired", "fired")

    def might(self) -> list[str]:
        """Write, for each outcome, that none does, and that one still may."""
        pairs = zip(self._reached("told", "ever"), self.now(), strict=True)
        return [f"({may} AND NOT {now})" for may, now in pairs]

    # --- Parts ------------------------------------------------------------------------------------

    def _known_leaves(self, word: int) -> list[tuple[int, Known]]:
        here = list(enumerate(self.program.leaves))[word * WORD : (word + 1) * WORD]
        return [(bit - word * WORD, leaf) for bit, leaf in here if isinstance(leaf, Known)]

    def _stays(self, leaf: Known) -> str:
        """Write that nobody will still answer what a leaf is about."""
        if not self.program.is_asked(leaf.question):
            return "1 = 1"
        return self.encoding.known(self.program.every_question[leaf.question])

    def _row(self, rule: Rule) -> tuple[str, str]:
        """Write that a row will hold whatever comes, and that it may."""
        if not any(rule in rows(self.instrument, table) for table in self.instrument.tables):
            return "1 = 0", "1 = 0"
        if isinstance(rule.when, Otherwise):
            # A second `otherwise`, which a reader refuses, would ask for this one, and so on.
            others = [
                ("1 = 0", "1 = 1") if isinstance(other.when, Otherwise) else self._row(other)
                for other in alternatives(self.instrument, rule)
            ]
            ever = " AND ".join(f"NOT ({may})" for _, may in others) or "1 = 1"
            may = " AND ".join(f"NOT ({ever})" for ever, _ in others) or "1 = 1"
            return f"({ever})", f"({may})"
        node = self.program.node_of(rule)
        if node is None:  # a direction may always become another
            return "1 = 0", "1 = 1"
        rails = _EVER.of(node)
        return rails.holds, f"NOT {rails.fails}"

    def _settled(self, table: Table) -> str:
        listed = rows(self.instrument, table)
        if table.policy is OutcomePolicy.COLLECT:
            return " AND ".join(
                f"NOT ({self.any_of([rule], 'may')} AND NOT {self.any_of([rule], 'ever')})"
                for rule in listed
            )
        reached: dict[str, list[str]] = {}
        for rule, test in self._tests(table, "may", "ever"):
            reached.setdefault(rule.target, []).append(test)
        routes = summed((f"({' OR '.join(tests)})", 1) for tests in reached.values())
        return f"{self.any_of(listed, 'ever')} AND {routes} = 1"

    def _reached(self, rail: str, ends: str) -> list[str]:
        """Write, for each outcome, that a row which leads there is on a rail, and is reached.

        Args:
            rail: Columns of bits of the rows.
            ends: Those of the rows below which a `first` table is not read.
        """
        reached: dict[str, list[str]] = {outcome.id: [] for outcome in self.instrument.outcomes}
        for table in self.instrument.tables:
            for rule, test in self._tests(table, rail, ends):
                reached[rule.target].append(test)
        return [f"({' OR '.join(tests)})" if tests else "(1 = 0)" for tests in reached.values()]

    def _tests(self, table: Table, rail: str, ends: str) -> Iterator[tuple[Rule, str]]:
        listed = rows(self.instrument, table)
        for number, rule in enumerate(listed):
            test = self.any_of([rule], rail)
            if table.policy is OutcomePolicy.FIRST and number:
                test = f"({test} AND NOT {self.any_of(listed[:number], ends)})"
            yield rule, test
