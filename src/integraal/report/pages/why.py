"""Lay out why advice is what it is, why it is not another, and what would change it."""

from collections.abc import Iterator, Sequence

from integraal.model.instrument import Raise, Route, Rule, Table
from integraal.model.results.assessment import Assessment
from integraal.model.results.explanation import ANY_LEVEL, Explanation, Steps, WhyNot
from integraal.model.results.trace import Obstacle, Support
from integraal.model.truth import Truth
from integraal.report.blocks import Block, Document, Heading, Item
from integraal.report.pages.advice import Page
from integraal.report.pages.what_if import WhatIf, change_line
from integraal.report.parts.grounds import honest_end, lower_left_out
from integraal.report.parts.timeline.known_before import known_before
from integraal.report.phrases.answer import lowered
from integraal.report.phrases.condition import settled_lines, trace_lines
from integraal.report.phrases.grounds import grounds_text
from integraal.report.phrases.level import range_text, route_name
from integraal.report.prose import paragraph, points
from integraal.report.text import Inline, inline, quiet, strong
from integraal.words.words import Words


def why_page(explanation: Explanation, words: Words) -> Document:
    """Compose a page with the level and the routes alone, and below them what was asked."""
    assessment = explanation.assessment
    replies = _Replies(assessment, words)
    blocks: list[Block] = []
    if explanation.why is not None:
        blocks += replies.why(explanation.why)
    if explanation.why_not is not None:
        blocks += replies.why_not(explanation.why_not)
    if explanation.what_if is not None:
        blocks += WhatIf(assessment, explanation.what_if, words).blocks()
    if explanation.steps is not None:
        blocks += replies.steps(explanation.steps)
    blocks += known_before(assessment, words)
    blocks += honest_end([assessment], words)
    return Page(assessment, words).document(blocks)


class _Replies:
    """Makes blocks about one case."""

    def __init__(self, assessment: Assessment, words: Words) -> None:
        self.assessment = assessment
        self.instrument = assessment.instrument
        self.advice = assessment.advice
        self.words = words

    def why(self, supports: Sequence[Support]) -> Iterator[Block]:
        """For each rule that decides, the fewest answers that make it hold."""
        yield Heading(2, self.words("why.heading"))
        if supports:
            yield paragraph(self.words("why.about"))
        if self.advice.level is not None:
            raising = [self._support(s) for s in supports if isinstance(s.rule.effect, Raise)]
            if raising:
                yield points(raising, numbered=True)
            else:
                of_all = not (self.assessment.not_counted or self.assessment.left_out)
                yield paragraph(self.words("why.nothing" if of_all else "why.nothing_counted"))
            yield from lower_left_out([self.assessment], self.words)
        elif not self.instrument.tables:
            yield paragraph(self.words("why.no_advice"))
        for table in self.instrument.tables:
            yield from self._why_routes(table, supports)

    def _why_routes(self, table: Table, supports: Sequence[Support]) -> Iterator[Block]:
        """For each route of a table that holds, the rows that lead there."""
        if table.title:
            yield Heading(3, table.title)
        mine = self.advice.routes(table.id)
        holding = [outcome for outcome in mine if outcome.holds_now]
        if not holding:
            key = "why.no_route_yet" if mine else "why.no_route"
            yield paragraph(self.words(key))
        for outcome in holding:
            doubt = "" if outcome.certain else self.words("outcomes.may_change")
            text = self.instrument.outcome(outcome.id).text
            yield paragraph(strong(text), doubt)
            effect = Route(outcome.id)
            leading = [self._support(s) for s in supports if s.rule.effect == effect]
            yield points(leading or [self._otherwise(outcome.reason.rule)], numbered=True)

    def _otherwise(self, rule: Rule) -> Item:
        """The sentence that a route holds because no other does."""
        below = (inline(self.words("why.otherwise")), self._grounds(rule))
        return Item(inline(rule.grounds.because), below)

    def _support(self, support: Support) -> Item:
        told = settled_lines(support.facts, support.settled, self.assessment, self.words)
        grounds = support.rule.grounds
        return Item(inline(grounds.because), (*told, self._grounds(support.rule)))

    def _grounds(self, rule: Rule) -> Inline:
        return inline(quiet(grounds_text(rule, self.assessment.reader, self.words)))

    def why_not(self, reply: WhyNot) -> Iterator[Block]:
        """Why the advice is not this level or route."""
        name = self._name(reply.target)
        yield Heading(2, self.words("why_not.heading", name=name))
        verdict = self._verdict(reply.target)
        if reply.before is not None:
            instead = self._name(reply.before.rule.target)
            yield paragraph(self.words("why_not.before", name=instead))
            yield points([self._support(reply.before)])
        yield paragraph(self.words(f"why_not.{verdict}", name=name))
        if verdict == "lower":
            yield points((self._support(support) for support in reply.above), numbered=True)
        elif verdict in ("higher", "open", "route"):
            items = [self._obstacle(obstacle) for obstacle in reply.obstacles]
            yield points(items, numbered=True)

    def _name(self, target: str) -> str:
        """Name a level or a route as inside a sentence; a route, itself a sentence, in quotes."""
        scale = self.instrument.scale
        levels = {level.id: lowered(level.name) for level in scale.levels} if scale else {}
        return levels.get(target) or route_name(self.instrument, target, self.words)

    def _verdict(self, target: str) -> str:
        scale, advice = self.instrument.scale, self.advice
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
        lines = trace_lines(obstacle.trace, self.assessment, self.words)
        return Item(head, tuple(lines))

    def steps(self, reply: Steps) -> Iterator[Block]:
        """The smallest changes that lead to another level."""
        yield Heading(2, self.words("steps.heading"))
        if self.advice.level is not None and self.advice.level.id == reply.target:
            yield paragraph(self._already())
            return
        if not reply.steps:
            key, name = "steps.none", ""
            if reply.target != ANY_LEVEL:
                key, name = "steps.none_to", self._name(reply.target)
            yield paragraph(self.words(key, name=name))
            return
        yield paragraph(self.words("steps.about"))
        items = []
        for step in reply.steps:
            where = range_text(step.level, step.reach, self.words)
            level = self.words("steps.leads_to", level=where)
            lines = tuple(
                inline(change_line(change, self.assessment, self.words)) for change in step.changes
            )
            items.append(Item(inline(strong(level)), lines))
        yield points(items)

    def _already(self) -> str:
        """The sentence that the level asked for is the advice, or the least of it."""
        advice = self.advice
        assert advice.level is not None  # noqa: S101 - it is the level asked for
        assert advice.reach is not None  # noqa: S101 - with a level comes a reach
        if advice.is_settled:
            return self.words("steps.already")
        names = {"level": lowered(advice.level.name), "reach": lowered(advice.reach.name)}
        return self.words("steps.already_at_least", **names)
