"""Lay out what other answers change: the advice beside the changed one, and by which reasons."""

from collections.abc import Iterator

from integraal.model.instrument import Act
from integraal.model.instrument import Table as Outcomes
from integraal.model.results.advice import Advice
from integraal.model.results.assessment import Assessment
from integraal.model.results.steps import Change, Supposition, Uncounted
from integraal.model.truth import Truth
from integraal.report.blocks import Block, Heading, Item, Table
from integraal.report.phrases.answer import answer_text, lowered
from integraal.report.phrases.grounds import short_grounds
from integraal.report.phrases.level import limit_text, routes_text
from integraal.report.prose import paragraph, points
from integraal.report.text import Span, inline, quiet, strong
from integraal.words.words import Words


def change_line(change: Change, assessment: Assessment, words: Words) -> str:
    """One change: which question, from which answer to which."""
    question = assessment.instrument.question(change.question)
    now = lowered(answer_text(question, assessment.answers.get(question.id), words))
    then = lowered(answer_text(question, change.answer, words))
    return words("what_if.change", question=question.name, now=now, then=then)


class WhatIf:
    """Makes the blocks about one supposition."""

    def __init__(self, assessment: Assessment, supposed: Supposition, words: Words) -> None:
        self.assessment = assessment
        self.instrument = assessment.instrument
        self.supposed = supposed
        self.words = words

    def blocks(self) -> Iterator[Block]:
        """What changes in the answers, what of that does not count, and what comes of it."""
        yield Heading(2, self.words("what_if.heading"))
        yield points(
            change_line(change, self.assessment, self.words) for change in self.supposed.changes
        )
        for uncounted in self.supposed.uncounted:
            yield paragraph(strong(self._uncounted(uncounted)))
        dead = [one for one in self.supposed.uncounted if one.applies is Truth.FALSE]
        if len(dead) == len(self.supposed.changes):
            return  # there is nothing to lay beside it
        if self.supposed.less_known:
            yield paragraph(strong(self.words("what_if.less_known")))
        yield from self._difference()

    def _uncounted(self, uncounted: Uncounted) -> str:
        name = self.instrument.question(uncounted.question).name
        if uncounted.left_out:
            return self.words("what_if.left_out", question=name)
        names = [self.instrument.question(other).name for other in uncounted.because_of]
        kind = "waits" if uncounted.applies is Truth.UNKNOWN else "does_not_apply"
        return self.words(f"what_if.{kind}", question=name, others=self.words.listed(names))

    def _difference(self) -> Iterator[Block]:
        rows = list(self._rows())
        if rows:
            header = tuple(self.words(f"what_if.{key}") for key in ("what", "now", "then"))
            cells = (
                (inline(what), inline(now), inline(Span(then, strong=now != then)))
                for what, now, then in rows
            )
            yield Table(header, tuple(cells))
        reasons = list(self._reasons())
        yield from reasons
        if not reasons and all(now == then for _, now, then in rows):
            before, after = self.supposed.before, self.supposed.after
            key = "no_difference" if before.truths == after.truths else "same_advice"
            yield paragraph(self.words(f"what_if.{key}"))

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        """What advice says: the levels and routes, and what else changes."""
        before, after = self.supposed.before, self.supposed.after
        if self.instrument.scale is not None:
            for key in ("level", "reach", "feasible"):
                yield self._row(key, before, after)
        for table in self.instrument.tables:
            title = table.title or self.words("outcomes.title")
            yield title, self._routes(table, before), self._routes(table, after)
        for key in ("current", "direction", "provisional"):
            if getattr(before, key) != getattr(after, key):
                yield self._row(key, before, after)

    def _row(self, key: str, before: Advice, after: Advice) -> tuple[str, str, str]:
        return self.words(f"what_if.{key}"), self._value(key, before), self._value(key, after)

    def _value(self, key: str, advice: Advice) -> str:
        if key == "direction":
            return self.words(f"what_if.direction.{advice.direction.value}")
        if key == "provisional":
            return self.words("yes" if advice.provisional else "no")
        level = getattr(advice, key)
        if level is not None:
            return str(level.name)
        if key == "current":
            return self.words("what_if.no_current")
        return limit_text(advice, self.instrument, self.words)

    def _routes(self, table: Outcomes, advice: Advice) -> str:
        """Which routes of a table hold, and which might."""
        said = routes_text(self.instrument, advice.routes(table.id), self.words, has_title=True)
        return said or self.words("compare.no_outcome")

    def _reasons(self) -> Iterator[Block]:
        """The reasons that come, those that go, and those that nobody knows of any more."""
        supposed = self.supposed
        for key, rules, other in (
            ("added", supposed.added, supposed.before),
            ("dropped", supposed.dropped, supposed.after),
            ("no_longer_certain", supposed.no_longer_certain, supposed.after),
        ):
            if rules:
                yield paragraph(quiet(self.words(f"what_if.{key}")))
                yield points(self._reason(rule, key, other) for rule in rules)

    def _reason(self, name: str, key: str, other: Advice) -> Item:
        """A reason, and the action that comes, goes or may stay with it."""
        rule = self.instrument.rule(name)
        grounds = short_grounds(rule, self.assessment.reader, self.words)
        because = inline(rule.grounds.because, " ", quiet(grounds))
        if not isinstance(rule.effect, Act):
            return Item(because)
        called = {reason.rule.effect for reason in other.actions}
        if rule.effect in called:
            return Item(because)  # another reason calls for it as well
        text = self.instrument.action(rule.effect.action).text
        return Item(because, (inline(self.words(_ACTION[key], action=text)),))


_ACTION = {
    "added": "versions.action_more",
    "dropped": "versions.action_less",
    "no_longer_certain": "what_if.action_may_stay",
}
"""What is said of the action of a reason that comes, that goes, or that nobody knows of."""
