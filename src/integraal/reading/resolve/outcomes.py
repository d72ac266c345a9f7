"""Turn the shapes of actions, outcomes, their tables and whose part they are into model values."""

from collections.abc import Callable

from integraal.model import instrument as m
from integraal.model.services.help_line import HelpLine, HelpLines
from integraal.model.source import Citation
from integraal.reading.resolve.checks import Checks, Path, citation_of
from integraal.reading.shapes import instrument as s
from integraal.reading.shapes.base import CitationShape
from integraal.reading.shapes.fit import nearest

_NONE = "none"


def actions(shape: s.InstrumentShape, checks: Checks) -> tuple[m.Statement, ...]:
    """Make the actions; note ids that occur twice."""
    checks.unique([action.id for action in shape.actions], ("actions",))
    return tuple(_statement(action) for action in shape.actions)


def outcomes(shape: s.InstrumentShape, checks: Checks) -> tuple[m.Statement, ...]:
    """Make the outcomes; note those without a table where there are tables."""
    checks.unique([outcome.id for outcome in shape.outcomes], ("outcomes",))
    names = [table.id for table in shape.tables]
    for index, outcome in enumerate(shape.outcomes):
        path: Path = ("outcomes", index)
        if outcome.table is not None:
            checks.known("table", outcome.table, names, (*path, "table"))
        elif names:
            checks.found("missing-key", path, key="table")
    return tuple(_statement(outcome, outcome.table or "") for outcome in shape.outcomes)


def tables(shape: s.InstrumentShape, checks: Checks) -> tuple[m.Table, ...]:
    """Make the tables; outcomes that name none are in one table without a name."""
    policy = shape.outcome_policy
    if not shape.tables:
        alone = m.Table("", "", m.OutcomePolicy(policy or "collect"))
        return (alone,) if shape.outcomes else ()
    if policy is not None:
        checks.found("policy-unused", ("outcome_policy",))
    checks.unique([table.id for table in shape.tables], ("tables",))
    return tuple(m.Table(t.id, t.title, m.OutcomePolicy(t.policy)) for t in shape.tables)


def roles(
    shape: s.InstrumentShape,
    checks: Checks,
    cite: Callable[[CitationShape, Path], Citation | None],
) -> tuple[m.Role, ...]:
    """Make the roles; note a statement that is the part of a role that there is not."""
    names = [role.id for role in shape.roles]
    checks.unique(names, ("roles",))
    for key, statements in (("actions", shape.actions), ("outcomes", shape.outcomes)):
        for index, statement in enumerate(statements):
            for number, who in enumerate(statement.who):
                checks.known("role", who, names, (key, index, "who", number))
    return tuple(_role(role, ("roles", index), cite) for index, role in enumerate(shape.roles))


def _role(
    shape: s.RoleShape, path: Path, cite: Callable[[CitationShape, Path], Citation | None]
) -> m.Role:
    cite(shape.source, (*path, "source"))
    lists = (shape.does, shape.may, shape.hands_over, shape.escalates)
    return m.Role(shape.id, shape.name, citation_of(shape.source), *map(tuple, lists))


def dangers(shape: s.InstrumentShape) -> frozenset[m.Effect]:
    """The effects by which somebody may be in danger."""
    told = m.Urgency.DANGER.value
    acts = (m.Act(action.id) for action in shape.actions if action.urgent == told)
    routes = (m.Route(outcome.id) for outcome in shape.outcomes if outcome.urgent == told)
    return frozenset((*acts, *routes))


def called(shape: s.InstrumentShape, help_lines: HelpLines, checks: Checks) -> tuple[HelpLine, ...]:
    """Find the lines that the dangers call; note a danger that calls nobody, and a call of none."""
    known = [line.id for line in help_lines.lines]
    wanted: set[str] = set()
    for key, statements in (("actions", shape.actions), ("outcomes", shape.outcomes)):
        for index, statement in enumerate(statements):
            path: Path = (key, index)
            if (statement.urgent == m.Urgency.DANGER.value) is not bool(statement.call):
                checks.found("danger-calls", (*path, "id"), statement=statement.id)
            for number, name in enumerate(statement.call):
                if name in known:
                    wanted.add(name)
                    continue
                where: Path = (*path, "call", number)
                checks.found("unknown-help-line", where, nearest(name, known), line=name)
    return help_lines.chosen(wanted)


def _statement(shape: s.ActionShape, table: str = "") -> m.Statement:
    not_for_family = shape.for_family == _NONE
    return m.Statement(
        id=shape.id,
        text=shape.text,
        for_family="" if not_for_family else shape.for_family,
        for_child=shape.for_child,
        who=tuple(shape.who),
        not_for_family=not_for_family,
        urgent=m.Urgency(shape.urgent) if shape.urgent else None,
        call=tuple(shape.call),
        sensitive=shape.sensitive,
        table=table,
        leads_to=shape.leads_to or "",
        services=isinstance(shape, s.OutcomeShape) and shape.services,
        task_below=(shape.task_below or "") if isinstance(shape, s.OutcomeShape) else "",
        task_note=shape.task_note if isinstance(shape, s.OutcomeShape) else "",
    )
