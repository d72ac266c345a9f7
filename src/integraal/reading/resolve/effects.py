"""Turn what a rule or a promise leads to into an effect, with its name checked."""

from dataclasses import dataclass

from integraal.model import instrument as m
from integraal.model.scale import Scale
from integraal.reading.resolve.checks import Checks, Path
from integraal.reading.shapes import instrument as s


@dataclass(frozen=True, slots=True)
class Effects:
    """What the rules of one instrument may lead to."""

    checks: Checks
    shape: s.InstrumentShape
    scale: Scale | None

    def of(self, shape: s.RuleShape | s.NeverShape, path: Path) -> m.Effect | None:
        """The one effect of a rule or promise; None, and noted, where there is not one."""
        keys = ("at_least", "at_most", "outcome", "action", "provisional")
        given = [(key, name) for key in keys if (name := getattr(shape, key, None))]
        if len(given) != 1:
            found = ", ".join(key for key, _ in given) or "-"
            self.checks.found("one-effect", (*path, "id"), rule=shape.id, found=found)
            return None
        key, name = given[0]
        return self._made(key, name, (*path, key))

    def _made(self, key: str, name: str, path: Path) -> m.Effect | None:
        match key:
            case "provisional":
                return m.Provisional()
            case "action":
                actions = [action.id for action in self.shape.actions]
                return m.Act(name) if self.checks.known(key, name, actions, path) else None
            case "outcome":
                outcomes = [outcome.id for outcome in self.shape.outcomes]
                return m.Route(name) if self.checks.known(key, name, outcomes, path) else None
            case _:
                made = m.Raise(name) if key == "at_least" else m.Limit(name)
                return made if self.is_level(name, path) else None

    def is_level(self, name: str, path: Path) -> bool:
        """Whether a level exists; noted when it does not."""
        if self.shape.scale is None:
            self.checks.found("no-scale", path, level=name)
            return False
        # A scale that could not be read has its own findings.
        levels = [level.id for level in self.scale.levels] if self.scale else []
        return self.scale is None or self.checks.known("level", name, levels, path)
