"""What names in conditions stand for: definitions, and where a table of routes leads.

A condition holds what its names stand for, so whoever walks it needs no instrument. The price is
paid here: when a definition or a row of a table changes, all that names it is written anew.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from integraal.model.condition import (
    All,
    AnyOf,
    AtLeastOf,
    Condition,
    Defined,
    Named,
    Not,
    Otherwise,
    Reached,
    Trigger,
    WhenDirection,
)
from integraal.model.instrument import Instrument, OutcomePolicy, Question
from integraal.model.tables import rows

Row: TypeAlias = tuple[str, Condition | Otherwise]
"""Id of the outcome that it leads to, and when it holds."""


def leading_to(outcome: str, table: Sequence[Row], *, first: bool) -> Condition:
    """Write when a table surely leads to an outcome.

    Args:
        outcome: Its id.
        table: The rows, from the top.
        first: Whether the table ends at the first row that holds; else every row counts by itself.

    >>> last = ("thuis", Otherwise())
    >>> leading_to("thuis", [("elders", AnyOf(())), last], first=True)
    Not(part=AnyOf(parts=(AnyOf(parts=()),)))
    """
    asking = [when for _, when in table if not isinstance(when, Otherwise)]
    holds = [Not(AnyOf(tuple(asking))) if isinstance(w, Otherwise) else w for _, w in table]

    def way(at: int) -> Condition:
        if not first or isinstance(table[at][1], Otherwise):
            return holds[at]  # what holds otherwise excludes every other row already
        before = (Not(holds[n]) for n in range(at) if table[n][0] != outcome)
        parts = (holds[at], *before)
        return All(parts) if len(parts) > 1 else holds[at]

    ways = tuple(way(at) for at, (leads_to, _) in enumerate(table) if leads_to == outcome)
    return ways[0] if len(ways) == 1 else AnyOf(ways)


def rebuilt(condition: Condition, change: Callable[[Named], Condition]) -> Condition:
    """Put something else in the place of every name in a condition.

    Args:
        condition: What its names stand for is not looked into.
        change: Gives what comes in the place of a name.
    """
    match condition:
        case All(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            return replace(condition, parts=tuple(rebuilt(part, change) for part in parts))
        case Not(part):
            return Not(rebuilt(part, change))
        case Defined() | Reached():
            return change(condition)
        case _:
            return condition


def written_out(condition: Condition) -> Condition:
    """The same condition without names: each is what it stands for.

    >>> written_out(Not(Defined("zorgen", AnyOf(()))))
    Not(part=AnyOf(parts=()))
    """
    return rebuilt(condition, lambda named: written_out(named.part))


def named_in(trigger: Trigger) -> Iterator[Named]:
    """The names in a trigger, those within what a name stands for too; they may repeat."""
    match trigger:
        case All(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            for part in parts:
                yield from named_in(part)
        case Not(part):
            yield from named_in(part)
        case Defined() | Reached():
            yield trigger
            yield from named_in(trigger.part)
        case _:
            return


def changed(instrument: Instrument, change: Callable[[Condition], Condition]) -> Instrument:
    """The instrument with every condition changed: of rules, questions, promises, definitions."""

    def of(trigger: Trigger) -> Trigger:
        return trigger if isinstance(trigger, Otherwise | WhenDirection) else change(trigger)

    def asked(question: Question) -> Question:
        when = question.ask_when
        return question if when is None else replace(question, ask_when=change(when))

    return replace(
        instrument,
        rules=tuple(replace(rule, when=of(rule.when)) for rule in instrument.rules),
        sections=tuple(
            replace(section, questions=tuple(map(asked, section.questions)))
            for section in instrument.sections
        ),
        unasked=tuple(map(asked, instrument.unasked)),
        never=tuple(
            never if never.when is None else replace(never, when=change(never.when))
            for never in instrument.never
        ),
        definitions=tuple(replace(one, when=change(one.when)) for one in instrument.definitions),
    )


def owned_by(lender: str, condition: Condition) -> Condition:
    """A condition for use outside the instrument that it is of.

    Args:
        lender: Id of that instrument. Its definitions get names that begin with it; the rows of its
            tables stay behind, so that an outcome is written out.
        condition: As that instrument has it.
    """

    def change(named: Named) -> Condition:
        part = owned_by(lender, named.part)
        if isinstance(named, Reached):
            return part
        taken_over = "/" in named.definition  # there already, from yet another instrument
        name = named.definition if taken_over else f"{lender}/{named.definition}"
        return Defined(name, part)

    return rebuilt(condition, change)


def linked(instrument: Instrument) -> Instrument:
    """Say anew what every name stands for, after a definition or a row of a table has changed.

    Args:
        instrument: Of which no definition rests on itself.
    """
    if not instrument.definitions:
        return instrument
    return changed(instrument, _Links(instrument).within)


class _Links:
    """What the names in one instrument stand for; each is worked out once."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._said = {one.id: one.when for one in instrument.definitions}
        self._found: dict[str, Named] = {}

    def within(self, condition: Condition) -> Condition:
        """A condition whose names stand for what they do now."""
        return rebuilt(condition, self._link)

    def _link(self, named: Named) -> Named:
        if isinstance(named, Reached):
            return Reached(named.outcome, self.within(self._leading_to(named.outcome)))
        name = named.definition
        if name not in self._found:
            self._found[name] = Defined(name, self.within(self._said[name]))
        return self._found[name]

    def _leading_to(self, outcome: str) -> Condition:
        own = self._instrument.outcome(outcome).table
        table = next(table for table in self._instrument.tables if table.id == own)
        here = [
            (rule.target, rule.when)
            for rule in rows(self._instrument, table)
            if not isinstance(rule.when, WhenDirection)
        ]
        return leading_to(outcome, here, first=table.policy is OutcomePolicy.FIRST)
