"""Turn the shapes of promises into model values, with the routes that they name checked."""

from collections.abc import Callable
from dataclasses import dataclass

from integraal.model import instrument as m
from integraal.model.condition import Condition
from integraal.model.source import Grounds
from integraal.reading.resolve.checks import Checks, Path
from integraal.reading.resolve.conditions import ConditionReader
from integraal.reading.resolve.effects import Effects
from integraal.reading.shapes import instrument as s
from integraal.reading.yaml_tree import find


@dataclass(frozen=True, slots=True)
class Promises:
    """What never comes out of one instrument."""

    checks: Checks
    shape: s.InstrumentShape
    effects: Effects
    reader: Callable[[str], ConditionReader]
    grounds: Callable[[s.NeverShape, Path], Grounds]

    def every(self) -> tuple[m.Never, ...]:
        """Make the promises; those with a fault are left out."""
        self.checks.unique([never.id for never in self.shape.never], ("never",))
        made = [self._made(never, ("never", n)) for n, never in enumerate(self.shape.never)]
        return tuple(never for never in made if never is not None)

    def _made(self, shape: s.NeverShape, path: Path) -> m.Never | None:
        if not shape.model_fields_set & {"while_", "with_"}:
            self.checks.found("missing-key", path, key="while")
        condition = self._while(shape, path)
        effect = self.effects.of(shape, path)
        grounds = self.grounds(shape, path)
        outcomes = [outcome.id for outcome in self.shape.outcomes]
        for number, name in enumerate(shape.with_):
            self.checks.known("outcome", name, outcomes, (*path, "with", number))
        if effect is None:
            return None
        return m.Never(shape.id, effect, condition, grounds, tuple(shape.with_))

    def _while(self, shape: s.NeverShape, path: Path) -> Condition | None:
        if "while_" not in shape.model_fields_set:
            return None
        return self.reader(shape.id).condition(find(self.checks.tree, (*path, "while")))
