"""Read what a team wrote before anybody rated, and make the file that it begins with."""

from collections.abc import Iterator
from pathlib import Path

from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument
from integraal.model.study.criteria import Criteria, Criterion, Enough, Weight
from integraal.reading.panel.study import read_study, study_instrument
from integraal.reading.resolve.checks import Checks
from integraal.reading.shapes.panel.criteria import CriteriaShape, CriterionShape, WeightShape
from integraal.reading.storage.atomic_write import write_atomically
from integraal.reading.trees import read_shape
from integraal.words.words import Words

CRITERIA = "criteria.yaml"
"""Its name in the folder of a study."""
_WEIGHTS = (
    ("under", "under_advice", 2),
    ("over", "over_advice", 1),
    ("missed", "missed_safety", 10),
    ("extra", "extra_safety", 1),
)
_FLOOR, _CEILING = ("bound: lower", "wanted: at_least"), ("bound: upper", "wanted: at_most")
_ALL = (
    ("among", "measure: raters_alpha", *_FLOOR, "limit: 0.60"),
    ("with", "measure: advice_ac2_linear", *_FLOOR, "limit: 0.60"),
)
_LEVELS = (
    ("under_limit", "measure: under_advice", *_CEILING, "limit: 0.25"),
    ("over_limit", "measure: over_advice", *_CEILING, "limit: 0.35"),
    ("near", "measure: self_near", "wanted: at_least", "limit: 0.90"),
)
_NO_LEVELS = (("self", "measure: self_same", "wanted: at_least", "limit: 0.80"),)
_SAFETY = (("safety", "measure: missed_safety", *_CEILING, "limit: 0.10"),)


def criteria_text(instrument: Instrument, words: Words) -> str:
    """Make the file with which a team begins: a proposal, with what to think of beside it.

    Args:
        instrument: Of the study; what has no scale gets no criteria about levels.
        words: In whose language it is.
    """
    return "".join(_parts(instrument, words))


def write_criteria(folder: Path, instrument: Instrument, words: Words) -> None:
    """Put the file with which a team begins into the folder of a study; what it wrote, stays.

    Raises:
        Faulty: if it cannot be written.
    """
    if not (folder / CRITERIA).exists():
        write_atomically(folder / CRITERIA, criteria_text(instrument, words))


def check_criteria(path: Path) -> None:
    """Read the criteria of the study beside them.

    Raises:
        Faulty: with every fault in the file, or in the study.
    """
    read_criteria(path.parent, study_instrument(read_study(path.parent), path.parent))


def read_criteria(folder: Path, instrument: Instrument) -> Criteria:
    """Read what a team wrote, from the folder of a study.

    Raises:
        Faulty: with every fault in the file; a route that the instrument does not have is one.
    """
    shape, tree = read_shape(CriteriaShape, folder / CRITERIA)
    checks = Checks(tree)
    checks.unique([one.id for one in shape.criteria], ("criteria",))
    routes = [one.id for one in instrument.outcomes]
    for index, name in enumerate(shape.safety_routes):
        checks.known("outcome", name, routes, ("safety_routes", index))
    if checks.findings:
        raise Faulty(checks.findings)
    weights = shape.weights
    return Criteria(
        criteria=tuple(map(_criterion, shape.criteria)),
        under=_weight(weights.under_advice),
        over=_weight(weights.over_advice),
        missed=_weight(weights.missed_safety),
        extra=_weight(weights.extra_safety),
        safety_routes=tuple(shape.safety_routes),
        enough=Enough(shape.enough_for_a_rule.cases, shape.enough_for_a_rule.marks),
    )


def _parts(instrument: Instrument, words: Words) -> Iterator[str]:
    def comment(*keys: str) -> Iterator[str]:
        yield from (f"# {words(f'criteria.say.{key}')}\n" for key in keys)

    yield from comment("before", "proposal")
    yield "schema: integraal/panel-criteria/1\n\n"
    yield from comment("weights")
    yield "weights:\n"
    for key, name, weight in _WEIGHTS:
        yield f"  {name}:\n    weight: {weight}\n"
        yield f"    because: {words(f'criteria.because.{key}')}\n"
    yield "\n"
    yield from comment("routes")
    yield f"safety_routes: [{', '.join(instrument.danger_routes)}]\n\n"
    yield from comment("enough")
    yield "enough_for_a_rule:\n  cases: 2\n  marks: 15\n\n"
    yield from comment("each", "bound", "among", "with", "self")
    yield "criteria:\n"
    chosen = (*_ALL, *(_LEVELS if instrument.scale else _NO_LEVELS))
    for key, *lines in (*chosen, *(_SAFETY if instrument.outcomes else ())):
        yield f"  - id: {words(f'criteria.id.{key}')}\n"
        yield from (f"    {line}\n" for line in lines)
        yield f"    because: {words(f'criteria.because.{key}')}\n"


def _weight(shape: WeightShape) -> Weight:
    return Weight(shape.weight, shape.because)


def _criterion(shape: CriterionShape) -> Criterion:
    is_floor = shape.wanted == "at_least"
    return Criterion(shape.id, shape.measure, shape.bound, shape.because, shape.limit, is_floor)
