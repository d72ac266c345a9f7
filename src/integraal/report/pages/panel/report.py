"""Lay out what a panel of raters found, never as more than it is."""

from collections.abc import Iterator

from integraal.model.instrument import Instrument
from integraal.model.study.findings import Judgement, PanelReport
from integraal.report.blocks import Block, Callout, Document, Heading, Table
from integraal.report.pages.panel.agreement import Agreement
from integraal.report.pages.panel.decisions import decisions_blocks
from integraal.report.pages.panel.part import ReportPart
from integraal.report.pages.panel.recalibration import recalibration_blocks
from integraal.report.pages.panel.rules import Rules
from integraal.report.phrases.panel import estimate_text, measure_text, number
from integraal.report.prose import page, paragraph
from integraal.report.text import inline, quiet, strong
from integraal.words.honest import honest_text, study_text
from integraal.words.words import Words


def panel_page(report: PanelReport, instrument: Instrument, words: Words) -> Document:
    """Compose the page."""
    told = _Told(report, instrument, words)
    blocks = (
        *told.practice(),
        *told.size(),
        *told.criteria(),
        *Agreement(report, instrument, words).blocks(),
        *Rules(report, instrument, words).blocks(),
        *decisions_blocks(report.ratings.decisions, instrument, words),
        *recalibration_blocks(report, instrument, words),
        *told.ends(),
    )
    footer = [study_text(instrument, words)]
    if report.ratings.practice:
        footer.insert(0, f"{words('panel.report.practice')}.")
    title = words("panel.report.title", title=instrument.title)
    return page(title, words, blocks, " ".join(footer))


class _Told(ReportPart):
    def practice(self) -> Iterator[Block]:
        if self.report.ratings.practice:
            text = (paragraph(self.text("practice.text")),)
            yield Callout(self.text("practice"), text, urgent=True)

    def size(self) -> Iterator[Block]:
        ratings, part = self.report.ratings, self.report.parts[0]
        counts = {
            "raters": len(part.raters),
            "cases": len({spread.case for spread in part.spreads}),
            "taken": len(ratings.taken),
            "refused": ratings.refused,
            "blank": ratings.blank,
        }
        yield paragraph(self.text("size", **counts))
        yield paragraph(self.text("reach"))
        yield paragraph(quiet(honest_text(self.instrument, self.words)))

    def criteria(self) -> Iterator[Block]:
        judged = self.report.judgements
        met = sum(one.is_met is True for one in judged)
        yield Heading(2, self.text("criteria"))
        yield paragraph(strong(self.text("met", all=len(judged), met=met)))
        names = ("criterion", "measure", "wanted", "found", "on_head", "is_met")
        rows = (tuple(map(inline, self.judged(one))) for one in judged)
        yield Table(tuple(map(self.text, names)), tuple(rows))

    def judged(self, one: Judgement) -> tuple[str, ...]:
        asked = one.criterion
        what = self.text(f"bound.{asked.bound.value}", what=measure_text(asked.measure, self.words))
        key = "at_least" if asked.is_floor else "at_most"
        wanted = self.text(key, limit=number(asked.limit, self.words))
        size = self.text("on", raters=one.estimate.raters, cases=one.estimate.cases)
        met = {True: "yes", False: "no", None: "unknown"}[one.is_met]
        return asked.id, what, wanted, estimate_text(one.estimate, self.words), size, self.text(met)

    def ends(self) -> Iterator[Block]:
        few = sum(one.verdict.value in ("too-few", "untold", "open") for one in self.report.rules)
        yield Heading(2, self.text("power"))
        yield paragraph(self.text("power.text", few=few))
        rows = []
        for one in self.report.judgements:
            found = one.estimate
            if found.error is None or found.low is None or found.high is None:
                continue
            name = measure_text(one.criterion.measure, self.words)
            least = number(_SEEN * found.error, self.words)
            width = number(found.high - found.low, self.words)
            rows.append(tuple(map(inline, (name, width, least))))
        if rows:
            head = ("measure", "power.width", "power.head")
            yield Table(tuple(map(self.text, head)), tuple(rows))
        yield Heading(2, self.text("method"))
        of = {"id": self.instrument.id, "version": self.instrument.version}
        how = {"draws": self.report.draws, "seed": self.report.seed}
        yield paragraph(quiet(self.text("method.text", **how, **of)))


_SEEN = 2.8
"""Standard errors that are seen in four of five studies: 1.96 + 0.84."""
