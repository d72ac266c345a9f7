"""Read and write the file of what raters marked.

Which cases, levels and routes there are, it does not know.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from integraal.model.finding import Faulty
from integraal.model.study.ratings import Rating, Ratings, Sureness
from integraal.reading.resolve.checks import Checks
from integraal.reading.shapes.panel.ratings import RatingShape, RatingsShape
from integraal.reading.storage.atomic_write import write_atomically
from integraal.reading.trees import read_shape

RATINGS = "beoordelingen.json"
"""Its name in the folder of a study."""
_SCHEMA = "integraal/panel-beoordelingen/1"
# JSON leaves them as they are; YAML, as which it is read, breaks lines at some and refuses others.
_NO_SIGNS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def read_ratings(folder: Path) -> Ratings:
    """Read what raters marked, from the folder of a study.

    Raises:
        Faulty: with every fault in the file; a rater who marked one case twice is one.
    """
    shape, tree = read_shape(RatingsShape, folder / RATINGS)
    checks = Checks(tree)
    _once(checks, shape.taken, "taken")
    _once(checks, shape.decisions, "decisions")
    if checks.findings:
        raise Faulty(checks.findings)
    return Ratings(
        shape.instrument,
        shape.version,
        tuple(map(_rating, shape.taken)),
        shape.refused,
        shape.blank,
        tuple(map(_rating, shape.decisions)),
        shape.practice,
    )


def write_ratings(ratings: Ratings, folder: Path, *, overwrite: bool = True) -> None:
    """Write what raters marked into the folder of a study.

    Args:
        ratings: All that came back.
        folder: Of the study.
        overwrite: Whether it may take the place of an earlier file.

    Raises:
        Faulty: if it cannot be written.
    """
    data = {
        "schema": _SCHEMA,
        "instrument": ratings.instrument,
        "version": ratings.version,
        "practice": ratings.practice,
        "refused": ratings.refused,
        "blank": ratings.blank,
        "taken": list(map(_data, ratings.taken)),
        "decisions": list(map(_data, ratings.decisions)),
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    text = _NO_SIGNS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    write_atomically(folder / RATINGS, f"{text}\n", overwrite=overwrite)


def _once(checks: Checks, ratings: Sequence[RatingShape], where: str) -> None:
    seen: set[tuple[str, str]] = set()
    for index, one in enumerate(ratings):
        if (one.rater, one.case) in seen:
            checks.found("duplicate-id", (where, index, "case"), id=f"{one.rater}, {one.case}")
        seen.add((one.rater, one.case))


def _rating(shape: RatingShape) -> Rating:
    return Rating(
        rater=shape.rater,
        case=shape.case,
        level=shape.level or "",
        routes=None if shape.routes is None else frozenset(shape.routes),
        sure=None if shape.sure is None else Sureness(shape.sure),
        why=shape.why,
        advised=shape.advised or "",
    )


def _data(rating: Rating) -> dict[str, object]:
    return {
        "rater": rating.rater,
        "case": rating.case,
        "level": rating.level or None,
        "routes": None if rating.routes is None else sorted(rating.routes),
        "sure": None if rating.sure is None else int(rating.sure),
        "why": rating.why,
        **({"advised": rating.advised} if rating.advised else {}),
    }
