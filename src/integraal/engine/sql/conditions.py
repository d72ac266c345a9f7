"""Write nodes of a program as conditions over two rails of integers.

Column `t0` holds the bits of the leaves that are known to hold, `f0` of those that are known to
fail; a program with many leaves has `t1`, `f1` and so on. `all` is `(t & m) = m`, `any` is
`(t & m) <> 0`, and that a node surely fails is the same on the other rail.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from integraal.engine.program import And, Constant, Count, Negation, Node, Or, Test, Weighted
from integraal.engine.sql.encoding import bit_and, masks, summed


@dataclass(frozen=True, slots=True)
class Rails:
    """Two conditions: that something holds, and that it surely fails."""

    holds: str
    fails: str


class Conditions:
    """The nodes of a program as conditions over two rails, such as `t0, t1, …` and `f0, f1, …`."""

    def __init__(self, holding: str = "t", failing: str = "f") -> None:
        self.holding, self.failing = holding, failing

    def of(self, node: Node) -> Rails:
        """Write that a node holds, and that it fails."""
        match node:
            case Test():
                return Rails(self._any(self.holding, [node]), self._any(self.failing, [node]))
            case Constant(holds):
                return Rails("1 = 1", "1 = 0") if holds else Rails("1 = 0", "1 = 1")
            case Negation(part):
                rails = self.of(part)
                return Rails(rails.fails, rails.holds)
            case And(parts):
                return Rails(self._all(self.holding, parts), self._any(self.failing, parts))
            case Or(parts):
                return Rails(self._any(self.holding, parts), self._all(self.failing, parts))
            case Count(needed, parts):
                rails_of = [self.of(part) for part in parts]
                enough = summed((rails.holds, 1) for rails in rails_of)
                too_few = summed((rails.fails, 1) for rails in rails_of)
                return Rails(f"{enough} >= {needed}", f"{too_few} > {len(parts) - needed}")
            case Weighted(needed, weighed):
                pairs = [(self.of(part), weight) for weight, part in weighed]
                enough = summed((rails.holds, weight) for rails, weight in pairs) or "0"
                missed = summed((rails.fails, weight) for rails, weight in pairs) or "0"
                return Rails(f"{enough} >= {needed}", f"{missed} > {node.most - needed}")
            case _:
                assert_never(node)

    def _all(self, rail: str, parts: Sequence[Node]) -> str:
        tests = self._tests(rail, parts, lambda mask: f"= {mask}")
        return f"({' AND '.join(tests)})" if tests else "1 = 1"

    def _any(self, rail: str, parts: Sequence[Node]) -> str:
        tests = self._tests(rail, parts, lambda _: "<> 0")
        return f"({' OR '.join(tests)})" if tests else "1 = 0"

    def _tests(self, rail: str, parts: Sequence[Node], meets: Callable[[int], str]) -> list[str]:
        """One test for the leaves in each column of bits, and one for each other part."""
        leaves = masks(part.leaf for part in parts if isinstance(part, Test))
        others = (self.of(part) for part in parts if not isinstance(part, Test))
        return [
            *(f"{bit_and(f'{rail}{word}', m)} {meets(m)}" for word, m in leaves),
            *(rails.holds if rail == self.holding else rails.fails for rails in others),
        ]
