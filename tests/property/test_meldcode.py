"""The meldcode never contradicts itself on a page: what to do now, the weighing, and helping."""

import random

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.results.advice import Advice
from integraal.reading.library import Library
from tests.counts import times
from tests.engine.sql.rows import made_up

MELDCODE = lower(Library().instrument("meldcode"))
REPORT = {"melden", "opnieuw-melden", "melden-be", "opnieuw-melden-be"}
WAIT = {"weeg-na-overleg", "weeg-na-overleg-be"}
AGREE = {
    "bel-112": {*REPORT, "melden-en-kies-het-land"},
    "handel-nu": {"melden-en-kies-het-land"},
    "overleg-en-kies-het-land": {"melden-en-kies-het-land", "afweging-wacht-op-het-land"},
    "bel-veilig-thuis": {"melden"},
    "bel-het-vk": {"melden-be"},
    "overleg-over-melden": REPORT,
    "overleg-eerst": WAIT,
    "overleg-eerst-be": WAIT,
    "vraag-eerst-advies": WAIT,
    "vraag-eerst-advies-be": WAIT,
    "eerst-de-signalen": WAIT,
    "eerst-het-gesprek": WAIT,
    "beslis-twee-keer": {*REPORT, "eerst-het-kader", "afsluiten-en-vastleggen", "hulp-en-volgen"},
}
"""For every thing to do now, what the weighing may say beside it."""


def cases() -> list[tuple[Answers, Advice]]:
    """Make cases up: some nearly empty, and some that know everything but a little."""
    chance = random.Random("meldcode")
    instrument = MELDCODE.instrument
    made = list(made_up(instrument, times(400), chance))
    made += made_up(instrument, times(400), chance, missing=0.05)
    # Without danger and with the steps taken, the rows further down come into view.
    calm = {"direct_gevaar": "nee", "md_acuut": "nee", "md_signalen": "ja", "md_collega": "ja"}
    made += [Answers({**answers, **calm}) for answers in made]
    return [(answers, evaluate(MELDCODE, answers, with_open_questions=False)) for answers in made]


def now(advice: Advice, table: str) -> str:
    (found,) = [outcome.id for outcome in advice.routes(table) if outcome.holds_now]
    return found


def test_what_to_do_now_and_the_weighing_agree() -> None:
    seen = set()
    for answers, advice in cases():
        pair = now(advice, "nu"), now(advice, "afweging")
        seen.add(pair[0])
        assert pair[1] in AGREE[pair[0]], answers
    assert seen == AGREE.keys()


def test_only_who_said_so_is_told_that_a_step_was_not_taken() -> None:
    told = {
        "md_collega": "Er is nog niet overlegd",
        "md_gesprek": "is nog niet gepraat",
        "md_signalen": "signalen zijn nog niet in kaart",
        "md_kader": "kader van je eigen beroep is nog niet gebruikt",
        "md_vastgelegd": "stappen zijn nog niet vastgelegd",
    }
    for answers, advice in cases():
        held = [outcome.reason for outcome in advice.outcomes if outcome.holds_now]
        said = " ".join(reason.rule.grounds.because for reason in (*held, *advice.actions))
        for question, sentence in told.items():
            assert answers.get(question) == "nee" or sentence not in said, answers
