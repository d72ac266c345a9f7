"""Lay out why an advice is what it is, why it is not another, and what would change it."""

from collections.abc import Iterator, Sequence

from integraal.model.advice import Advice
from integraal.model.answers import Answers
from integraal.model.instrument import Instrument
from integraal.model.steps import Change, Step
from integraal.model.trace import Obstacle, Support
from integraal.model.truth import Truth
from integraal.report.advice_parts import grounds_line
from integraal.report.answer_text import answer_text, lowered
from integraal.report.blocks import (
    Block,
    Heading,
    Inline,
    Item,
    Items,
    Paragraph,
    Span,
    Table,
    inline,
)
from integraal.report.condition_text import fact_lines, trace_lines
from integraal.report.words import Words


class WhyBlocks:
    """Makes blocks about one case."""

    def __init__(self, instrument: Instrument, answers: Answers, words: Words) -> None:
        self.instrument = instrument
        self.answers = answers
        self.words = words

    def why(self, supports: Sequence[Support]) -> Iterator[Block]:
        """For each rule that decides, the fewest answers that make it hold."""
        yield Heading(2, self.words("why.heading"))
        if not supports:
            yield Paragraph(inline(self.words("why.nothing")))
            return
        yield Paragraph(inline(self.words("why.about")))
        yield Items(tuple(self._support(support) for support in supports), numbered=True)

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
        yield Heading(2, self.words("why_not.heading", name=lowered(name)))
        verdict = self._verdict(target, advice)
        yield Paragraph(inline(self.words(f"why_not.{verdict}", name=lowered(name))))
        if verdict == "lower":
            yield Items(tuple(self._support(support) for support in higher), numbered=True)
        elif verdict in ("higher", "open", "route"):
            items = [self._obstacle(obstacle) for obstacle in obstacles]
            yield Items(tuple(items), numbered=True)

    def _name(self, target: str) -> str:
        scale = self.instrument.scale
        levels = {level.id: level.name for level in scale.levels} if scale else {}
        outcomes = {outcome.id: outcome.text for outcome in self.instrument.outcomes}
        return levels.get(target) or outcomes.get(target) or target

    def _verdict(self, target: str, advice: Advice) -> str:
        scale = self.instrument.scale
        levels = [level.id for level in scale.levels] if scale else []
        if target not in levels or advice.level is None or advice.reach is None:
            return "route"
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

    def what_if(self, changes: Sequence[Change], before: Advice, after: Advice) -> Iterator[Block]:
        """The advice beside the changed one, and what made the difference."""
        yield Heading(2, self.words("what_if.heading"))
        yield Items(tuple(Item(inline(self._change(change))) for change in changes))
        header = tuple(self.words(f"what_if.{column}") for column in ("what", "now", "then"))
        yield Table(header, tuple(self._rows(before, after)))
        yield from self._differences(before, after)

    def _change(self, change: Change) -> str:
        question = self.instrument.question(change.question)
        now = lowered(answer_text(question, self.answers.get(question.id), self.words))
        then = lowered(answer_text(question, change.answer, self.words))
        return self.words("what_if.change", question=question.name, now=now, then=then)

    def _rows(self, before: Advice, after: Advice) -> Iterator[tuple[Inline, ...]]:
        for key in ("level", "reach", "feasible"):
            one, other = getattr(before, key), getattr(after, key)
            names = [level.name if level else self.words("what_if.none") for level in (one, other)]
            is_changed = one != other
            yield (
                inline(self.words(f"what_if.{key}")),
                inline(names[0]),
                inline(Span(names[1], strong=is_changed)),
            )

    def _differences(self, before: Advice, after: Advice) -> Iterator[Block]:
        old, new = dict(before.truths), dict(after.truths)
        for key, was, now in (("added", new, old), ("dropped", old, new)):
            rules = [
                rule
                for rule in self.instrument.rules
                if was[rule.id] is Truth.TRUE and now[rule.id] is not Truth.TRUE
            ]
            if rules:
                yield Paragraph(inline(Span(self.words(f"what_if.{key}"), quiet=True)))
                yield Items(tuple(Item(inline(rule.grounds.because)) for rule in rules))
        if all(old[rule] is new[rule] for rule in old):
            yield Paragraph(inline(self.words("what_if.no_difference")))

    def steps(self, steps: Sequence[Step], target: str | None) -> Iterator[Block]:
        """The smallest changes that lead to another level."""
        yield Heading(2, self.words("steps.heading"))
        if not steps:
            key = "steps.none" if target is None else "steps.none_to"
            name = lowered(self._name(target)) if target else ""
            yield Paragraph(inline(self.words(key, name=name)))
            return
        yield Paragraph(inline(self.words("steps.about")))
        items = []
        for step in steps:
            level = self.words("steps.leads_to", level=lowered(step.level.name))
            lines = tuple(inline(self._change(change)) for change in step.changes)
            items.append(Item(inline(Span(level, strong=True)), lines))
        yield Items(tuple(items))
