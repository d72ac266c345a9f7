"""The present: known as soon as nothing that is not known can make it another level."""

from itertools import product

import pytest

from integraal.engine.present import NOWHERE, Now, present_level
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Instrument
from tests.engine.builders import an_instrument, one

FORMS = {
    "brede_screening": "segregatie",
    "informatie_en_advies": "connectie",
    "zorgcoordinatie_of_colocatie": "coordinatie",
    "multidisciplinair_team": "cooperatie",
    "geintegreerd_team": "integratie",
}
LEVELS = list(FORMS.values())


def _now(instrument: Instrument, forms: Answer | None) -> Now:
    answers = Answers() if forms is None else Answers({"bestaande_vormen": forms})
    return present_level(instrument, answers)


def _ids(now: Now) -> tuple[str | None, str | None]:
    return (now.least.id if now.least else None, now.most.id if now.most else None)


@pytest.mark.parametrize(("form", "level"), FORMS.items())
def test_it_is_the_level_of_the_form_there_is(
    instrument: Instrument, form: str, level: str
) -> None:
    assert _ids(_now(instrument, frozenset({form}))) == (level, level)


def test_it_is_the_highest_of_several_forms(instrument: Instrument) -> None:
    now = _now(instrument, frozenset({"multidisciplinair_team", "brede_screening"}))
    assert now.level is not None
    assert now.level.id == "cooperatie"


@pytest.mark.parametrize("forms", [None, DONT_KNOW])
def test_without_an_answer_it_may_be_anything(instrument: Instrument, forms: Answer | None) -> None:
    now = _now(instrument, forms)
    assert (_ids(now), now.is_known, now.level) == ((None, "integratie"), False, None)


def test_that_there_are_no_forms_is_known(instrument: Instrument) -> None:
    now = _now(instrument, frozenset())
    assert (_ids(now), now.is_known, now.level) == ((None, None), True, None)


def test_a_team_of_the_highest_level_is_known_whatever_else_there_is(
    instrument: Instrument,
) -> None:
    others = frozenset(FORMS) - {"geintegreerd_team"}
    now = _now(instrument, Partly(frozenset({"geintegreerd_team"}), others))
    assert now.level is not None
    assert now.level.id == "integratie"


def test_a_form_that_is_known_is_the_least_there_is(instrument: Instrument) -> None:
    others = frozenset(FORMS) - {"zorgcoordinatie_of_colocatie"}
    now = _now(instrument, Partly(frozenset({"zorgcoordinatie_of_colocatie"}), others))
    assert (_ids(now), now.level) == (("coordinatie", "integratie"), None)


def test_it_lies_where_every_way_of_filling_in_the_forms_puts_it(instrument: Instrument) -> None:
    """Over every form chosen, possible or not: 243 answers."""
    for said in product(("chosen", "unknown", "not"), repeat=len(FORMS)):
        by = {
            word: frozenset(form for form, each in zip(FORMS, said, strict=True) if each == word)
            for word in ("chosen", "unknown")
        }
        now = _now(instrument, Partly(by["chosen"], by["unknown"]))
        found = set()
        for more in product((False, True), repeat=len(by["unknown"])):
            added = {form for form, is_there in zip(by["unknown"], more, strict=True) if is_there}
            full = _now(instrument, by["chosen"] | added)
            assert full.is_known
            found.add(LEVELS.index(full.level.id) if full.level else -1)
        ranks = tuple(LEVELS.index(name) if name else -1 for name in _ids(now))
        assert ranks == (min(found), max(found))
        assert now.is_known is (len(found) == 1)


def test_nothing_describes_the_present_without_a_question_about_it() -> None:
    assert present_level(an_instrument(one("a")), Answers({"a": "ja"})) == NOWHERE
