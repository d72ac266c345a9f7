"""A report of a panel written out by hand, for the parts of its page."""

from collections.abc import Iterable, Mapping

from integraal.model.study.criteria import Criteria, Enough, Measure, Weight
from integraal.model.study.findings import (
    Estimate,
    PanelReport,
    Part,
    RaterFinding,
    RuleFinding,
    Spread,
)
from integraal.model.study.ratings import Ratings
from integraal.report.blocks import Block, Document
from integraal.report.render.markdown import render_markdown
from integraal.words.words import Words
from tests.panel.studies import instrument, study

NL = Words("nl")
CRITERIA = Criteria(
    (),
    Weight(2, "Te licht is erg."),
    Weight(1, "Te zwaar kost tijd."),
    Weight(10, "Gemist is het ergst."),
    Weight(3, "Te veel belast."),
    (),
    Enough(),
)
SPREADS = (
    Spread("K01", "", 2, 2, (("A", 2), ("B", 2), ("C", 1))),
    Spread("K02", "", 0, 2, (("A", 4),)),
)


def estimate(value: float | None, **more: float) -> Estimate:
    """A measure with an interval of a tenth on each side."""
    if value is None:
        return Estimate(None)
    return Estimate(value, value - 0.1, value + 0.1, cases=int(more.get("cases", 1)))


def part(
    categories: tuple[str, ...] = (),
    outcomes: Mapping[str, Mapping[Measure, Estimate]] | None = None,
    raters: tuple[RaterFinding, ...] = (),
) -> Part:
    """A part in which each measure has a value of its own: its place among them, in hundredths."""
    estimates = {measure: estimate(0.11 + at / 100) for at, measure in enumerate(Measure)}
    names = categories or instrument().level_ids
    return Part(names, estimates, raters, (), SPREADS, outcomes or {})


def report(
    levels: Part | None = None,
    routes: Part | None = None,
    rules: tuple[RuleFinding, ...] = (),
    safety: Mapping[Measure, Estimate] | None = None,
    safety_cases: int = 0,
) -> PanelReport:
    """A report with these parts."""
    of = instrument()
    return PanelReport(
        study(), Ratings(of.id, of.version, ()), CRITERIA, levels, routes, safety or {},
        safety_cases, (), rules, 1, 60,
    )  # fmt: skip


def shown(blocks: Iterable[Block], language: str = "nl") -> str:
    """The blocks as text."""
    return render_markdown(Document("", language, tuple(blocks)))


def cells(text: str, first: str) -> list[str]:
    """The cells of the row that begins with this."""
    [row] = [line for line in text.splitlines() if line.startswith(f"| {first} |")]
    return [cell.strip() for cell in row.strip("|").split("|")]
