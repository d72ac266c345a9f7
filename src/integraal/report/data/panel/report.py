"""What a panel found as data: all of it in the schema `integraal/panel-verslag/1`, and as rows."""

from collections.abc import Iterator, Mapping
from typing import Any

from integraal.model.instrument import Instrument
from integraal.model.study.criteria import Measure
from integraal.model.study.findings import Estimate, PanelReport, Part, Proposal
from integraal.model.study.ratings import Rating
from integraal.report.data.plain import instrument_fields
from integraal.words.honest import disclaimer_text
from integraal.words.words import Words

Row = tuple[str, ...]
HEADER: Row = ("kind", "of", "measure", "value", "low", "high", "raters", "cases", "marks", "says")


def panel_data(report: PanelReport, instrument: Instrument, words: Words) -> dict[str, Any]:
    """Everything; every key is always there."""
    return {
        "schema": "integraal/panel-verslag/1",
        "instrument": instrument_fields(instrument),
        "practice": report.ratings.practice,
        "taken": len(report.ratings.taken),
        "refused": report.ratings.refused,
        "blank": report.ratings.blank,
        "draws": report.draws,
        "seed": report.seed,
        "criteria": [
            {
                "id": one.criterion.id,
                "measure": one.criterion.measure.value,
                "bound": one.criterion.bound.value,
                "wanted": "at_least" if one.criterion.is_floor else "at_most",
                "limit": one.criterion.limit,
                "because": one.criterion.because,
                **_estimate(one.estimate),
                "is_met": one.is_met,
            }
            for one in report.judgements
        ],
        "levels": _part(report.levels),
        "routes": _part(report.routes),
        "safety": {"cases": report.safety_cases, **_measures(report.safety)},
        "rules": [
            {
                "id": one.rule,
                "support": instrument.rule(one.rule).grounds.support.value,
                "verdict": one.verdict.value,
                **_estimate(one.carried),
                "in": [
                    {
                        "case": case.case,
                        "advice": case.advice,
                        "without": case.without or None,
                        "carry": case.carry,
                        "of": case.marked,
                        "marks": [_rating(mark) for mark in case.marks],
                    }
                    for case in one.cases
                ],
            }
            for one in report.rules
        ],
        "decisions": [
            {**_rating(one), "advised": one.advised or None} for one in report.ratings.decisions
        ],
        "recalibration": _recalibration(report),
        "disclaimer": disclaimer_text(instrument, words),
    }


def panel_rows(report: PanelReport) -> Iterator[Row]:
    """The same numbers as rows of a table, below their header."""
    yield HEADER
    for judged in report.judgements:
        met = {True: "met", False: "not-met", None: "unknown"}[judged.is_met]
        of = judged.criterion
        yield _row("criterion", of.id, of.measure.value, judged.estimate, met)
    for kind, part in (("levels", report.levels), ("routes", report.routes)):
        if part is not None:
            yield from _part_rows(kind, part)
    for name, found in report.safety.items():
        yield _row("safety", "", name.value, found)
    for rule in report.rules:
        yield _row("rule", rule.rule, "carried", rule.carried, rule.verdict.value)
    for one in report.ratings.decisions:
        decided = one.level or " ".join(sorted(one.routes or ()))
        yield ("decision", one.case, decided, *("",) * 6, one.advised)
    for proposal in report.recalibration.proposals if report.recalibration else ():
        change = f"{proposal.before} > {proposal.after}"
        yield _row("recalibration", proposal.rule, "gain", proposal.gain, change)


def _part_rows(kind: str, part: Part) -> Iterator[Row]:
    for name, found in part.estimates.items():
        yield _row(kind, "", name.value, found)
    for outcome, measures in part.outcomes.items():
        for name, found in measures.items():
            yield _row("outcome", outcome, name.value, found)
    yield from _rater_rows(part)
    yield from _mark_rows(part)


def _rater_rows(part: Part) -> Iterator[Row]:
    for rater in part.raters:
        for name, value in rater.beside.items():
            yield _row("rater", rater.rater, name.value, Estimate(value, marks=rater.marks))
        alike = Estimate(float(rater.alike), marks=rater.repeats)
        yield _row("rater", rater.rater, "alike", alike)
    for pair in part.pairs:
        for measure, value in pair.measures.items():
            yield _row(
                "pair", f"{pair.one}-{pair.other}", measure, Estimate(value, marks=pair.marks)
            )


def _mark_rows(part: Part) -> Iterator[Row]:
    for spread in part.spreads:
        advice = part.categories[spread.advice]
        for rater_id, mark in spread.marks:
            of = " ".join(filter(None, (spread.case, spread.outcome, rater_id)))
            yield ("mark", of, part.categories[mark], *("",) * 6, advice)


def _row(kind: str, of: str, measure: str, found: Estimate, says: str = "") -> Row:
    numbers = (found.value, found.low, found.high)
    shown = ("" if each is None else f"{each:.6g}" for each in numbers)
    sizes = (str(each or "") for each in (found.raters, found.cases, found.marks))
    return kind, of, measure, *shown, *sizes, says


def _part(part: Part | None) -> dict[str, Any] | None:
    if part is None:
        return None
    return {
        "categories": list(part.categories),
        "measures": _measures(part.estimates),
        "outcomes": {name: _measures(found) for name, found in part.outcomes.items()},
        "raters": [
            {
                "rater": one.rater,
                "marks": one.marks,
                **{name.value: value for name, value in one.beside.items()},
                "repeats": one.repeats,
                "alike": one.alike,
            }
            for one in part.raters
        ],
        "pairs": [
            {"one": one.one, "other": one.other, "marks": one.marks, **one.measures}
            for one in part.pairs
        ],
        "cases": [
            {
                "case": one.case,
                "outcome": one.outcome or None,
                "advice": part.categories[one.advice],
                "reach": part.categories[one.reach],
                "marks": {rater: part.categories[mark] for rater, mark in one.marks},
            }
            for one in part.spreads
        ],
    }


def _measures(found: Mapping[Measure, Estimate]) -> dict[str, Any]:
    return {name.value: _estimate(one) for name, one in found.items()}


def _estimate(one: Estimate) -> dict[str, Any]:
    names = ("value", "low", "high", "error", "raters", "cases", "marks")
    return {name: getattr(one, name) for name in names}


def _rating(one: Rating) -> dict[str, Any]:
    return {
        "rater": one.rater,
        "case": one.case,
        "level": one.level or None,
        "routes": None if one.routes is None else sorted(one.routes),
        "sure": None if one.sure is None else int(one.sure),
        "why": one.why,
    }


def _recalibration(report: PanelReport) -> dict[str, Any] | None:
    found = report.recalibration
    if found is None:
        return None
    return {"tried": found.tried, "proposals": list(map(_proposal, found.proposals))}


def _proposal(one: Proposal) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "question": (one.change.question or None) if one.change else None,
        "before": one.before or None,
        "after": one.after or None,
        "gain": _estimate(one.gain),
        "is_better": one.is_better,
        "same": {"now": one.same[0], "changed": one.same[1]},
        "cases": list(one.cases),
        "held_back": _estimate(one.held) if one.held else None,
        "diff": list(one.diff),
    }
