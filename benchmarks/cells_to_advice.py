"""What stands around an engine that only says how each rule stands: cells in, rows of advice out.

Plain Python, without any of the project's own engine, as somebody would write it who uses another.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from integraal.engine.program import ALWAYS, Node, Program
from integraal.model.condition import Direction, Otherwise, WhenDirection
from integraal.model.instrument import Act, Kind, Limit, Provisional, Raise, Rule
from integraal.model.results.advice import Advice
from integraal.model.scale import Level
from integraal.model.truth import Truth

COLUMNS = (
    *("casus", "level", "reach", "settled", "provisional", "current", "feasible", "direction"),
    *("rules", "rules_open", "outcomes", "actions", "version", "fingerprint"),
)
"""Of the result of `integraal batch`."""

Case = dict[str, Any]
"""Cells by question, with `chosen_ID` and `count_ID` for choose-several questions."""

_NONE, _NOT_KNOWN = -1, -2
"""Instead of a rank: people do not work together, and nobody knows."""


def over_answers(program: Program) -> list[tuple[Rule, Node]]:
    """List the rules that look at answers, rather than at what other rules say."""
    return [
        (rule, program.nodes[rule.when])
        for rule in program.instrument.rules
        if not isinstance(rule.when, (Otherwise, WhenDirection))
    ]


def cases_of(program: Program, header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[Case]:
    """Name the cells of rows; split what was chosen."""
    several = [q.id for q in program.instrument.questions() if q.kind is Kind.SEVERAL]
    cases = []
    for row in rows:
        case: Case = dict(zip(header, row, strict=True))
        for name in several:
            chosen = [] if case[name] in ("", "geen_van_deze") else case[name].split(";")
            case[f"chosen_{name}"] = chosen
            case[f"count_{name}"] = len(chosen)
        cases.append(case)
    return cases


class Finishing:
    """From how the rules over answers stand to a row of advice."""

    def __init__(self, program: Program) -> None:
        instrument = program.instrument
        present, scale = instrument.present, instrument.scale
        if present is None or scale is None or program.asked[present.question] != ALWAYS:
            raise NotImplementedError("an instrument with a scale, and a present always asked")
        self.instrument = instrument
        self.present = present.question
        self.levels = [level.id for level in scale.levels]
        options = instrument.question(present.question).options
        self.present_rank = {option.id: scale.rank(option.level) for option in options}
        rules = [(n, rule) for n, (rule, _) in enumerate(over_answers(program))]
        self.raising = [(n, scale.rank(r.effect.level)) for n, r in rules if _does(r, Raise)]  # type: ignore[union-attr]
        self.limits = [(n, scale.rank(r.effect.level)) for n, r in rules if _does(r, Limit)]  # type: ignore[union-attr]
        self.first = [n for n, r in rules if _does(r, Provisional)]

    def row_of(self, case: Case, truths: Sequence[int]) -> list[str]:
        """Work out the row of one case."""
        level = max((rank for n, rank in self.raising if truths[n] == Truth.TRUE), default=0)
        reach = max((rank for n, rank in self.raising if truths[n]), default=0)
        feasible = min((rank for n, rank in self.limits if truths[n] == Truth.TRUE), default=_NONE)
        current = self._current(case)
        direction = _direction(level, reach, current)
        stand = list(self._all(truths, level, current, direction))
        rules = [rule.id for rule, truth in stand if truth == Truth.TRUE]
        called = {
            r.effect.action for r, t in stand if t == Truth.TRUE and isinstance(r.effect, Act)
        }
        return [
            case["casus"],
            self.levels[level],
            self.levels[reach],
            "true" if level == reach else "false",
            "true" if any(truths[n] for n in self.first) else "false",
            self.levels[current] if current >= 0 else "",
            self.levels[feasible] if feasible >= 0 else "",
            direction.value,
            ";".join(rules),
            ";".join(rule.id for rule, truth in stand if truth == Truth.UNKNOWN),
            "",
            ";".join(action.id for action in self.instrument.actions if action.id in called),
            self.instrument.version,
            self.instrument.fingerprint,
        ]

    def _current(self, case: Case) -> int:
        if not case[self.present]:
            return _NOT_KNOWN
        return max((self.present_rank[o] for o in case[f"chosen_{self.present}"]), default=_NONE)

    def _all(
        self, truths: Sequence[int], level: int, current: int, direction: Direction
    ) -> Iterator[tuple[Rule, int]]:
        """Put the rules that look at others in their places."""
        said = iter(truths)
        for rule in self.instrument.rules:
            if isinstance(rule.when, Otherwise):
                yield rule, Truth.TRUE if level == 0 else Truth.FALSE
            elif isinstance(rule.when, WhenDirection):
                yield rule, _by_direction(rule.when.direction, current, direction)
            else:
                yield rule, next(said)


def _does(rule: Rule, effect: type) -> bool:
    return isinstance(rule.effect, effect)


def _direction(level: int, reach: int, current: int) -> Direction:
    if current < 0:
        return Direction.UNKNOWN
    if level > current:
        return Direction.UP
    if reach < current:
        return Direction.DISCUSS_DOWN
    return Direction.FITS if level == reach else Direction.UNKNOWN


def _by_direction(wanted: Direction, current: int, direction: Direction) -> Truth:
    if current == _NONE:
        return Truth.FALSE
    if direction is wanted:
        return Truth.TRUE
    return Truth.UNKNOWN if direction is Direction.UNKNOWN else Truth.FALSE


def row_of_advice(program: Program, case: str, advice: Advice) -> list[str]:
    """Write what the interpreter says in the same columns."""
    instrument = program.instrument
    called = {r.rule.effect.action for r in advice.actions if isinstance(r.rule.effect, Act)}
    levels = (advice.level, advice.reach, advice.current, advice.feasible)
    level, reach, current, feasible = map(_id, levels)
    settled, provisional = (str(claim).lower() for claim in (level == reach, advice.provisional))
    return [
        *(case, level, reach, settled, provisional, current, feasible, advice.direction.value),
        ";".join(rule for rule, truth in advice.truths if truth is Truth.TRUE),
        ";".join(rule for rule, truth in advice.truths if truth is Truth.UNKNOWN),
        ";".join(outcome.id for outcome in advice.outcomes),
        ";".join(action.id for action in instrument.actions if action.id in called),
        instrument.version,
        instrument.fingerprint,
    ]


def _id(level: Level | None) -> str:
    return level.id if level else ""
