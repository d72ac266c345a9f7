"""Agreement on a page: among raters, with the advice, of safety, and drawn case by case."""

from collections.abc import Iterator

from integraal.model.study.criteria import Measure, Weight
from integraal.model.study.findings import Estimate, Part, Spread
from integraal.report.blocks import Block, Heading, Listing, Table
from integraal.report.pages.panel.part import ReportPart
from integraal.report.phrases.panel import estimate_text, level_name, measure_text, number
from integraal.report.prose import paragraph
from integraal.report.text import inline, quiet

_BOTH = ("kappa_quadratic", "kappa_linear", "ac2_quadratic", "ac2_linear", "alpha", "same", "near")
_ROUTES = ("kappa_linear", "ac2_linear", "alpha", "same")
"""What is left of these where there are two categories: the others are the same, or say nothing."""
_APART = (Measure.UNDER_ADVICE, Measure.OVER_ADVICE)


class Agreement(ReportPart):
    """All about agreement."""

    def blocks(self) -> Iterator[Block]:
        """Part by part, safety, and then the plot."""
        report = self.report
        for name, part in (("levels", report.levels), ("routes", report.routes)):
            if part is not None:
                yield from self._part(self.text(name).lower(), part)
        yield from self._safety()
        if report.levels is not None:
            yield Heading(2, self.text("plot"))
            yield paragraph(self.text("plot.about"))
            yield Listing(tuple(self._plot(report.levels)))

    def _part(self, name: str, part: Part) -> Iterator[Block]:
        yield Heading(2, self.text("among", part=name))
        rows = []
        for what in _ROUTES if part.outcomes else _BOTH:
            cells = [self._cell(part, f"{who}_{what}") for who in ("raters", "advice", "self")]
            rows.append((inline(self.text(f"m.{what}")), *map(inline, cells)))
        head = ("measure", "raters_column", "advice_column", "self")
        yield Table(tuple(map(self.text, head)), tuple(rows))
        yield paragraph(quiet(self.text("kappa_note")))
        yield Heading(3, self.text("apart"))
        yield self._measures({name: part.estimates[name] for name in _APART})
        criteria = self.report.criteria
        weights = {"under": criteria.under, "over": criteria.over}
        yield paragraph(quiet(self.text("apart.text", **self._weights(weights))))
        yield from self._raters(part)
        yield from self._outcomes(part)

    def _weights(self, weights: dict[str, Weight]) -> dict[str, object]:
        told: dict[str, object] = {name: one.weight for name, one in weights.items()}
        return {**told, **{f"{name}_because": one.because for name, one in weights.items()}}

    def _cell(self, part: Part, name: str) -> str:
        known = {one.value: one for one in part.estimates}
        found = part.estimates[known[name]] if name in known else Estimate(None)
        return estimate_text(found, self.words)

    def _measures(self, found: dict[Measure, Estimate]) -> Table:
        rows = (
            (inline(measure_text(name, self.words)), inline(estimate_text(one, self.words)))
            for name, one in found.items()
        )
        return Table((self.text("measure"), self.text("found")), tuple(rows))

    def _raters(self, part: Part) -> Iterator[Block]:
        names = (Measure.ADVICE_KAPPA_QUADRATIC, Measure.ADVICE_SAME, *_APART)
        titles = [self.text(f"m.{name.value.removeprefix('advice_')}") for name in names]
        head = (self.text("rater"), self.text("marks"), *titles, self.text("self"))
        rows = []
        for one in part.raters:
            values = (one.beside.get(name) for name in names)
            none = self.text("none")
            shown = [none if value is None else number(value, self.words) for value in values]
            again = self.text("self.of", alike=one.alike, repeats=one.repeats)
            rows.append(tuple(map(inline, (one.rater, str(one.marks), *shown, again))))
        yield Heading(3, self.text("raters"))
        yield Table(head, tuple(rows))

    def _outcomes(self, part: Part) -> Iterator[Block]:
        if not part.outcomes:
            return
        names = (
            Measure.RATERS_SAME,
            Measure.RATERS_KAPPA_LINEAR,
            Measure.RATERS_AC2_LINEAR,
            Measure.ADVICE_SAME,
        )
        yield Heading(3, self.text("outcomes"))
        rows = []
        for outcome, found in part.outcomes.items():
            cells = (estimate_text(found[name], self.words) for name in names)
            rows.append(tuple(map(inline, (outcome, *cells))))
        head = (self.text("outcome"), *(measure_text(name, self.words) for name in names))
        yield Table(head, tuple(rows))

    def _safety(self) -> Iterator[Block]:
        yield Heading(2, self.text("safety"))
        if not self.report.safety:
            yield paragraph(self.text("safety.none"))
            return
        if self.report.safety_cases:
            yield paragraph(self.text("safety.cases", count=self.report.safety_cases))
        yield self._measures(dict(self.report.safety))
        criteria = self.report.criteria
        if Measure.MISSED_SAFETY in self.report.safety:
            weights = {"missed": criteria.missed, "extra": criteria.extra}
            yield paragraph(quiet(self.text("safety.weights", **self._weights(weights))))

    def _plot(self, part: Part) -> Iterator[str]:
        """A row for each case, a column for each level; the advice stands between brackets."""
        size = len(part.categories)
        most = max((spread.count(at) for spread in part.spreads for at in range(size)), default=1)
        room = max(most, 2)
        for at, level in enumerate(part.categories):
            yield f"{at + 1} = {level_name(level, self.instrument)}"
        yield ""
        yield "     " + "".join(f" {at + 1:<{room + 1}} " for at in range(size)).rstrip()
        for spread in part.spreads:
            yield f"{spread.case:<5}" + "".join(_cells(spread, size, room)).rstrip()


def _cells(spread: Spread, size: int, room: int) -> Iterator[str]:
    for at in range(size):
        marks = f"{'o' * spread.count(at) or '.':<{room}}"
        if at == spread.advice:
            yield f"[{marks}] "
        elif spread.advice < at <= spread.reach:
            yield f"<{marks}> "
        else:
            yield f" {marks}  "
