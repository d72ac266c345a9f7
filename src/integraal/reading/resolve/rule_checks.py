"""Check what a rule may hang on, given what it does."""

from collections.abc import Container, Iterator, Sequence
from collections.abc import Mapping as Mapped

from integraal.model.condition import (
    Condition,
    Known,
    Otherwise,
    Trigger,
    WhenDirection,
    leaves_of,
)
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Effect, Limit, Question, Raise, Route, Rule
from integraal.reading.resolve.checks import Checks, Path
from integraal.reading.yaml_tree import Mapping, Node, Scalar, find, items


def check_trigger(
    checks: Checks,
    questions: Mapped[str, Question],
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
    for leaf in leaves_of(when):
        if questions[leaf.question].for_reflection:
            checks.found("reflection-in-rule", path, rule=owner, question=leaf.question)


def check_known(checks: Checks, when: Trigger, owner: str, path: Path) -> None:
    """A level must not hang on whether something was answered."""
    if any(isinstance(leaf, Known) for leaf in leaves_of(when)):
        place = _known_in(find(checks.tree, path))
        checks.findings.append(Finding.at("known-decides", place, rule=owner))


def check_asked_when(checks: Checks, when: Condition, owner: str, path: Path) -> None:
    """A level could hang on what was answered by way of the question that it asks."""
    known = next((leaf for leaf in leaves_of(when) if isinstance(leaf, Known)), None)
    if known is not None:
        place = _known_in(find(checks.tree, path))
        asked = known.question
        checks.findings.append(Finding.at("known-asks", place, owner=owner, question=asked))


def _known_in(node: Node) -> Place:
    """Where a condition asks whether something is known."""
    return next((key.place for key in _keys(node) if key.value == "known"), node.place)


def _keys(node: Node) -> Iterator[Scalar]:
    for key, value in node.entries if isinstance(node, Mapping) else ():
        yield key
        yield from _keys(value)
    for item in items(node):
        yield from _keys(item)


def check_otherwise(
    checks: Checks, rules: Sequence[Rule | None], levels: Sequence[str], tables: Mapped[str, str]
) -> None:
    """The last resort of a kind of effect, or of a table, is one; for levels it is the lowest.

    Args:
        checks: Where to note what is wrong.
        rules: In the order of the file; None for those that could not be read.
        levels: Ids of the levels, lowest first.
        tables: For each outcome the id of its table.
    """
    seen: set[tuple[type, str]] = set()
    for index, rule in enumerate(rules):
        if rule is None or not isinstance(rule.when, Otherwise):
            continue
        path: Path = ("rules", index, "when")
        table = tables.get(rule.effect.outcome, "") if isinstance(rule.effect, Route) else ""
        kind = (type(rule.effect), table)
        if kind in seen:
            checks.found("otherwise-twice", path, rule=rule.id)
        seen.add(kind)
        # Of a scale that could not be read nothing more is said.
        if levels and isinstance(rule.effect, Raise) and rule.effect.level != levels[0]:
            checks.found("otherwise-raises", path, rule=rule.id)


def check_dangers(checks: Checks, rules: Sequence[Rule | None], dangers: Container[Effect]) -> None:
    """A danger is said the moment an answer makes it true, so it must hang on answers.

    Args:
        checks: Where to note what is wrong.
        rules: In the order of the file; None for those that could not be read.
        dangers: The effects by which somebody may be in danger.
    """
    for index, rule in enumerate(rules):
        if rule is not None and rule.condition is None and rule.effect in dangers:
            checks.found("danger-without-answers", ("rules", index, "when"), rule=rule.id)
