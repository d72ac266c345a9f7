"""A small study, of which everything can be counted by hand."""

from collections.abc import Mapping

from integraal.model.answers import Answers
from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study, StudyCase
from integraal.model.study.ratings import Rating, Ratings
from integraal.panel.outcome.collected import Collection
from integraal.panel.outcome.whole import collection
from tests.panel.choosing.small import with_levels, with_routes

LEVELS, ROUTES = with_levels(), with_routes()
NOTHING = {"terreinen": frozenset[str](), "hulp": "ja", "werkt": "ja"}
HEAVY = Answers({**NOTHING, "last": "zwaar", "terreinen": {"wonen", "werk"}})
"""High: it is heavy and broad. Without that rule it is in the middle."""
BURDENED = Answers({**NOTHING, "last": "matig"})
"""In the middle, by one rule."""
STUCK = Answers({**NOTHING, "last": "licht", "werkt": "nee"})
"""High, by one rule; without it low."""
LIGHT = Answers({**NOTHING, "last": "licht"})
"""Low: no rule asks for more."""
UNKNOWN = Answers({"last": "licht"})
"""Low, and it could become anything."""

CASES = (
    StudyCase("K01", HEAVY, tells=("zwaar-en-breed",)),
    StudyCase("K02", BURDENED, tells=("belast",)),
    StudyCase("K03", STUCK, tells=("werkt-niet",)),
    StudyCase("K04", LIGHT),
    StudyCase("K05", BURDENED, repeats="K02", wording=2),
    StudyCase("K06", BURDENED, held_back=True, tells=("belast",)),
)
BY_ROUTE = (
    StudyCase("K01", Answers({"keren": 4, "thema": "ja", "druk": "hoog"}), tells=("vaak",)),
    StudyCase("K02", Answers({"keren": 3, "thema": "ja", "druk": "hoog"}), tells=("druk",)),
    StudyCase("K03", Answers({"thema": "ja", "druk": "laag"})),
)


def study(instrument: Instrument, cases: tuple[StudyCase, ...]) -> Study:
    """A study of these cases."""
    return Study(instrument.id, instrument.version, 1, "nl", cases)


def levels_of(marked: Mapping[str, str]) -> tuple[Rating, ...]:
    """Ratings of levels: by rater a letter for each case in turn, `-` where she marked none."""
    names = {"l": "laag", "m": "midden", "h": "hoog"}
    return tuple(
        Rating(rater, case.id, level=names[sign], why=f"{rater} zag {case.id}.")
        for rater, signs in marked.items()
        for case, sign in zip(CASES, signs, strict=False)
        if sign != "-"
    )


def of_levels(
    marked: Mapping[str, str], cases: tuple[StudyCase, ...] = CASES
) -> tuple[Collection, Ratings]:
    """What was marked, beside the advice."""
    given = Ratings(LEVELS.id, LEVELS.version, levels_of(marked))
    return collection(study(LEVELS, cases), given, LEVELS), given


def of_routes(marked: Mapping[str, Mapping[str, str]]) -> tuple[Collection, Ratings]:
    """The same of routes: by rater and case their ids, with spaces between them."""
    taken = tuple(
        Rating(rater, case, routes=frozenset(routes.split()))
        for rater, cases in marked.items()
        for case, routes in cases.items()
    )
    given = Ratings(ROUTES.id, ROUTES.version, taken)
    return collection(study(ROUTES, BY_ROUTE), given, ROUTES), given
