"""Lay out why an advice is what it is, why it is not another, and what would change it."""

from collections.abc import Iterator, Sequence

from integraal.model.answers import Answers
from integraal.model.instrument import Instrument, Raise, Route, Rule, Table
from integraal.model.results.advice import Advice
from integraal.model.results.steps import Step
from integraal.model.results.trace import Obstacle, Support
from integraal.model.truth import Truth
from integraal.report.blocks import Block, Heading, Item, Items, Paragraph, Span, inline
from integraal.report.pages.advice_parts import grounds_line
from integraal.report.pages.what_if import change_line
from integraal.report.phrases.answer import lowered
from integraal.report.phrases.condition import fact_lines, trace_lines
from integraal.report.phrases.level import range_text, routes_text
from integraal.words.words import Words


class WhyBlocks:
    """Makes blocks about one case."""

    def __init__(self, instrument: Instrument, answers: Answers, words: Words) -> None:
        self.instrument = instrument
        self.answers = answers
        self.words = words

    def why(self, supports: Sequence[Support], advice: Advice) -> Iterator[Block]:
        """For each rule that decides, the fewest answers that make it hold."""
        yield Heading(2, self.words("why.heading"))
        if supports:
            yield Paragraph(inline(self.words("why.about")))
        if advice.level is not None:
            raising = [self._support(s) for s in supports if isinstance(s.rule.effect, Raise)]
            if raising:
                yield Items(tuple(raising), numbered=True)
            else:
                yield Paragraph(inline(self.words("why.nothing")))
        elif not self.instrument.tables:
            yield Paragraph(inline(self.words("why.no_advice")))
        for table in self.instrument.tables:
            yield from self._why_routes(table, supports, advice)

    def _why_routes(
        self, table: Table, supports: Sequence[Support], advice: Advice
    ) -> Iterator[Block]:
        """For each route of a table that holds, the rows that lead there."""
        if table.title:
            yield Heading(3, table.title)
        mine = [o for o in advice.outcomes if self.instrument.outcome(o.id).table == table.id]
        holding = [outcome for outcome in mine if outcome.holds_now]
        if not holding:
            key = "why.no_route_yet" if mine else "why.no_route"
            yield Paragraph(inline(self.words(key)))
        for outcome in holding:
            doubt = "" if outcome.certain else self.words("outcomes.may_change")
            text = self.instrument.outcome(outcome.id).text
            yield Paragraph(inline(Span(text, strong=True), doubt))
            effect = Route(outcome.id)
            leading = [self._support(s) for s in supports if s.rule.effect == effect]
            yield Items(tuple(leading or [self._otherwise(outcome.reason.rule)]), numbered=True)

    def _otherwise(self, rule: Rule) -> Item:
        """Say that a route holds because no other does."""
        below = (inline(self.words("why.otherwise")), grounds_line(rule, self.words))
        return Item(inline(rule.grounds.because), below)

    def _support(self, support: Support) -> Item:
        told = fact_lines(support.facts, self.instrument, self.answers, self.words)
        facts = tuple(inline(f"✓ {line}") for line in told)
        grounds = support.rule.grounds
        return Item(inline(grounds.because), (*facts, grounds_line(support.rule, self.words)))

    def why_not(
        self,
        target: str,
        advice: Advice,
        obstacles: Sequence[Obstacle],
        higher: Sequence[Support],
    ) -> Iterator[Block]:
        """Why the advice is not this level or route."""
        name = self._name(target)
        yield Heading(2, self.words("why_not.heading", name=name))
        verdict = self._verdict(target, advice)
        yield Paragraph(inline(self.words(f"why_not.{verdict}", name=name)))
        if verdict == "lower":
            yield Items(tuple(self._support(support) for support in higher), numbered=True)
        elif verdict in ("higher", "open", "route"):
            items = [self._obstacle(obstacle) for obstacle in obstacles]
            yield Items(tuple(items), numbered=True)

    def _name(self, target: str) -> str:
        """Name a level or a route as inside a sentence; a route, itself a sentence, in quotes."""
        scale = self.instrument.scale
        levels = {level.id: lowered(level.name) for level in scale.levels} if scale else {}
        routes = {outcome.id: outcome.text for outcome in self.instrument.outcomes}
        return levels.get(target) or routes_text(routes, ((target, True),), self.words)

    def _verdict(self, target: str, advice: Advice) -> str:
        scale = self.instrument.scale
        levels = [level.id for level in scale.levels] if scale else []
        if target not in levels or advice.level is None or advice.reach is None:
            holds = any(o.id == target and o.holds_now and o.certain for o in advice.outcomes)
            return "same" if holds else "route"
        rank, level = levels.index(target), levels.index(advice.level.id)
        if rank == level:
            return "same"
        if rank < level:
            return "lower"
        return "open" if rank <= levels.index(advice.reach.id) else "higher"

    def _obstacle(self, obstacle: Obstacle) -> Item:
        key = {Truth.TRUE: "holds", Truth.FALSE: "fails", Truth.UNKNOWN: "open"}[obstacle.truth]
        rule = obstacle.rule.grounds.code or obstacle.rule.id
        head = inline(self.words(f"why_not.rule_{key}", rule=rule))
        if obstacle.trace is None:
            return Item(inline(self.words("why_not.otherwise", rule=rule)))
        lines = trace_lines(obstacle.trace, self.instrument, self.answers, self.words)
        return Item(head, tuple(lines))

    def steps(self, steps: Sequence[Step], target: str | None, advice: Advice) -> Iterator[Block]:
        """The smallest changes that lead to another level."""
        yield Heading(2, self.words("steps.heading"))
        if target is not None and advice.level is not None and advice.level.id == target:
            yield Paragraph(inline(self._already(advice)))
            return
        if not steps:
            key = "steps.none" if target is None else "steps.none_to"
            name = self._name(target) if target else ""
            yield Paragraph(inline(self.words(key, name=name)))
            return
        yield Paragraph(inline(self.words("steps.about")))
        items = []
        for step in steps:
            where = range_text(step.level, step.reach, self.words)
            level = self.words("steps.leads_to", level=where)
            lines = tuple(
                inline(change_line(change, self.instrument, self.answers, self.words))
                for change in step.changes
            )
            items.append(Item(inline(Span(level, strong=True)), lines))
        yield Items(tuple(items))

    def _already(self, advice: Advice) -> str:
        """Say that the level asked for is the advice, or the least of it."""
        assert advice.level is not None  # noqa: S101 - it is the level asked for
        assert advice.reach is not None  # noqa: S101 - with a level comes a reach
        if advice.is_settled:
            return self.words("steps.already")
        names = {"level": lowered(advice.level.name), "reach": lowered(advice.reach.name)}
        return self.words("steps.already_at_least", **names)
