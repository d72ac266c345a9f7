"""Rules on a page: which the panel carries, which it rejects, and where it cannot say."""

from collections.abc import Iterator

from integraal.model.source import Support
from integraal.model.study.findings import RuleCase, RuleFinding, Verdict
from integraal.model.study.ratings import Rating
from integraal.report.blocks import Block, Heading, Item, Table
from integraal.report.pages.panel.part import ReportPart
from integraal.report.phrases.panel import estimate_text, level_name
from integraal.report.prose import paragraph, points
from integraal.report.text import Inline, inline, quiet, strong

_HALF = 0.5
_PARTED = (Verdict.REJECTED, Verdict.OPEN)


def is_against(one: RuleFinding) -> bool:
    """Whether all that others would make of its cases lies below a half, however few they are."""
    return one.carried.high is not None and one.carried.high < _HALF


class Rules(ReportPart):
    """All about rules."""

    def blocks(self) -> Iterator[Block]:
        """All rules, the choices among them, and where the panel and a rule part ways."""
        yield Heading(2, self.text("rules"))
        yield paragraph(self.text("rules.about"))
        yield Heading(3, self.text("choices"))
        yield points(self._choices())
        yield Heading(3, self.text("parted"))
        few = [one for one in self.report.of(Verdict.TOO_FEW) if is_against(one)]
        rejected, divided = map(self.report.of, _PARTED)
        parted = [*rejected, *few, *divided]
        if parted:
            yield points(map(self._parted, parted))
        else:
            yield paragraph(self.text("parted.none"))
        told = [one for one in self.report.rules if one.verdict is not Verdict.UNTOLD]
        head = ("rule", "support", "goes", "cases", "verdict")
        yield Table(tuple(map(self.text, head)), tuple(self._row(one) for one in told))

    def _support(self, one: RuleFinding) -> Support:
        return self.instrument.rule(one.rule).grounds.support

    def _choices(self) -> Iterator[Item]:
        for verdict in Verdict:
            rules = [
                one.rule for one in self.report.of(verdict) if self._support(one) is Support.CHOICE
            ]
            if rules:
                name = self.text(f"verdict.{verdict.value}")
                line = self.text("choices.line", verdict=name, rules=", ".join(rules))
                yield Item(inline(line))

    def _row(self, one: RuleFinding) -> tuple[Inline, ...]:
        cells = (
            one.rule,
            self.text(f"support.{self._support(one).value}"),
            estimate_text(one.carried, self.words),
            str(one.carried.cases),
            self.text(f"verdict.{one.verdict.value}"),
        )
        return tuple(map(inline, cells))

    def _parted(self, one: RuleFinding) -> Item:
        rule = self.instrument.rule(one.rule)
        verdict = self.text(f"verdict.{one.verdict.value}")
        head = inline(strong(one.rule), f" · {verdict} · {estimate_text(one.carried, self.words)}")
        lines = [inline(quiet(rule.grounds.because))]
        for case in one.cases:
            lines += [inline(each) for each in self._case(case)]
        return Item(head, tuple(lines))

    def _case(self, case: RuleCase) -> Iterator[str]:
        counts = {"case": case.case, "carry": case.carry, "marked": case.marked}
        if case.without:
            names = {
                "advice": level_name(case.advice, self.instrument),
                "without": level_name(case.without, self.instrument),
            }
            yield self.text("parted.case", **counts, **names)
        else:
            yield self.text("parted.route", **counts)
        for mark in case.marks:
            if mark.why and not self._goes_along(mark, case):
                shown = level_name(mark.level, self.instrument) or ", ".join(mark.routes or ())
                yield self.text("parted.why", rater=mark.rater, mark=shown, why=mark.why)

    def _goes_along(self, mark: Rating, case: RuleCase) -> bool:
        if not case.without:
            return case.advice in (mark.routes or ())
        rank = self.instrument.rank
        return bool(mark.level) and rank(mark.level) >= rank(case.advice)
