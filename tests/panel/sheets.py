"""A study with its sheets, as the commands make them."""

from integraal.model.instrument import Instrument
from integraal.model.study.cases import Study
from integraal.model.study.sheet import Sheet, marks_of, sheet_check
from integraal.panel.vignettes import shuffled, vignettes
from integraal.reading.library import Library
from integraal.reading.panel.stories import read_stories, shipped_stories
from tests.panel.random_cases import random_study

INSTRUMENT = Library().instrument("voor-wie-doen-we-wat")
ROUTES = Library().instrument("meldcode")
STUDY = random_study(INSTRUMENT, 30)


def sheet_of(study: Study, instrument: Instrument, rater: str) -> Sheet:
    """The sheet of one rater, with all cases."""
    path = shipped_stories(instrument)
    stories = read_stories(path, instrument) if path else None
    told = shuffled(vignettes(study, instrument, stories), study, rater)
    return Sheet(rater, sheet_check(study), told, marks_of(instrument))
