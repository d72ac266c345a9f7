"""From a study, what raters marked and what a team wanted, to all that they found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from integraal.model.condition import leaves_of
from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study
from integraal.model.study.criteria import Criteria, Measure
from integraal.model.study.findings import Estimate, Judgement, PanelReport, Part
from integraal.model.study.ratings import Ratings
from integraal.panel.agreement.intervals import DRAWS, estimates
from integraal.panel.agreement.marks import Marks
from integraal.panel.agreement.measures import apart
from integraal.panel.outcome.advised import advised, reasons
from integraal.panel.outcome.collected import Collected, Collection
from integraal.panel.outcome.parts import of_safety, part, parts_widened
from integraal.panel.outcome.rules import rule_findings

NO_AND_YES = ("no", "yes")


def collection(study: Study, ratings: Ratings, instrument: Instrument) -> Collection:
    """Lay what raters marked beside what the instrument advises."""
    return Collection.of(study, ratings, instrument, advised(instrument, study.cases))


def panel_report(
    found: Collection, ratings: Ratings, criteria: Criteria, seed: int, count: int = DRAWS
) -> PanelReport:
    """All that a panel found.

    Args:
        found: What was marked, beside the advice; enough of it.
        ratings: The same as it was read.
        criteria: What the team wrote before.
        seed: What the draws hang on.
        count: How many draws.
    """
    levels, routes = found.levels(), found.routes()
    of_levels = part(levels, found.instrument.level_ids, seed, count) if levels else None
    of_routes = part(routes, NO_AND_YES, seed, count) if routes else None
    safe, safe_cases = _safety(found, criteria, (levels, routes), (seed, count))
    measures = _all_measures(of_levels, of_routes, safe)
    held = {rater for case in found.cases(held_back=True) for rater in found.by_case[case.id]}
    return PanelReport(
        study=found.study,
        ratings=ratings,
        criteria=criteria,
        levels=of_levels,
        routes=of_routes,
        safety=safe,
        safety_cases=safe_cases,
        judgements=tuple(_judged(criteria, measures)),
        rules=tuple(rule_findings(found, criteria.enough, seed, count)),
        seed=seed,
        draws=count,
        held_raters=len(held),
    )


def _all_measures(
    levels: Part | None, routes: Part | None, safe: Mapping[Measure, Estimate]
) -> dict[Measure, Estimate]:
    """What criteria look at: levels where there are any, else routes; and safety."""
    first = levels or routes
    missing = (Measure.MISSED_SAFETY, Measure.EXTRA_SAFETY)
    return {
        **(first.estimates if first else {}),
        **{name: one for name, one in safe.items() if name in missing},
    }


def _judged(criteria: Criteria, measures: Mapping[Measure, Estimate]) -> Iterator[Judgement]:
    for one in criteria.criteria:
        found = measures.get(one.measure, Estimate(None))
        value = found.at(one.bound)
        yield Judgement(one, found, None if value is None else one.is_met(value))


def _safety(
    found: Collection,
    criteria: Criteria,
    marked: tuple[Collected | None, Collected | None],
    how: tuple[int, int],
) -> tuple[dict[Measure, Estimate], int]:
    """Safety apart: the routes that the team named, and the cases with a sensitive reason.

    Returns: The measures, and how many cases there are with a reason that is about safety.
    """
    levels, routes = marked
    made: dict[Measure, Estimate] = {}
    if routes:
        chosen = _of(routes, lambda _, outcome: outcome in criteria.safety_routes)
        if chosen.units:
            made |= of_safety(chosen, *how)
    dangers = found.instrument.danger_questions
    sensitive = {
        rule.id
        for rule in found.instrument.rules
        if rule.sensitive or dangers & {leaf.question for leaf in leaves_of(rule.when)}
    }
    worried = {
        case.id for case in found.cases() if sensitive & reasons(found.instrument, case.answers)
    }
    if levels and worried:
        chosen = _of(levels, lambda case, _: case in worried)
        made |= parts_widened(estimates(chosen, apart, *how))
    return made, len(worried)


def _of(found: Collected, is_chosen: Callable[[str, str], bool]) -> Marks:
    pairs = zip(found.marks.units, found.units, strict=True)
    chosen = [unit for unit, place in pairs if is_chosen(*place)]
    numbers = {case: number for number, case in enumerate(dict.fromkeys(u.case for u in chosen))}
    units = tuple(replace(unit, case=numbers[unit.case]) for unit in chosen)
    return Marks(units, len(numbers), found.marks.raters, found.marks.categories)
