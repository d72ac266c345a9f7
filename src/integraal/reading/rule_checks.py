"""Check what a rule may hang on, given what it does."""

from collections.abc import Mapping, Sequence

from integraal.model.condition import Known, Otherwise, Trigger, WhenDirection, parts_of
from integraal.model.instrument import Effect, Limit, Question, Raise, Route, Rule
from integraal.reading.checks import Checks, Path


def check_trigger(
    checks: Checks,
    questions: Mapping[str, Question],
    when: Trigger,
    effect: Effect,
    owner: str,
    path: Path,
) -> None:
    """A level or limit must hang on answers, and no rule on what is only to think about.

    A route may ask whether something is known: "as long as nobody knows, ask a colleague first".
    """
    if isinstance(effect, (Raise, Limit)):
        check_known(checks, when, owner, path)
    if isinstance(effect, (Raise, Limit, Route)) and isinstance(when, WhenDirection):
        checks.found("direction-decides", path, rule=owner)
    for part in parts_of(when):
        name = getattr(part, "question", "")
        if name and questions[name].for_reflection:
            checks.found("reflection-in-rule", path, rule=owner, question=name)


def check_known(checks: Checks, when: Trigger, owner: str, path: Path) -> None:
    """A level must not hang on whether something was answered."""
    if any(isinstance(part, Known) for part in parts_of(when)):
        checks.found("known-decides", path, rule=owner)


def check_otherwise(checks: Checks, rules: Sequence[Rule | None], levels: Sequence[str]) -> None:
    """The last resort of a kind of effect is one, and for levels it is the lowest."""
    seen: set[type] = set()
    for index, rule in enumerate(rules):
        if rule is None or not isinstance(rule.when, Otherwise):
            continue
        path: Path = ("rules", index, "when")
        if type(rule.effect) in seen:
            checks.found("otherwise-twice", path, rule=rule.id)
        seen.add(type(rule.effect))
        # Of a scale that could not be read nothing more is said.
        if levels and isinstance(rule.effect, Raise) and rule.effect.level != levels[0]:
            checks.found("otherwise-raises", path, rule=rule.id)
