"""What texts in a list stand for, in any language, by what things are called."""

import pytest

from integraal.batch.services.vocabulary import Vocabulary, vocabulary
from integraal.model.services.network import KINDS, SECTORS, Target, TargetKind
from integraal.words.words import LANGUAGES, Words


def option(name: str, label: str, question: str, instrument: str = "x") -> Target:
    return Target(instrument, TargetKind.OPTION, name, label, question)


TARGETS = (
    option("financien", "Financiën", "leefgebieden"),
    option("financien", "Finances", "leefgebieden"),
    option("lokaal_bestuur", "Lokaal bestuur", SECTORS),
    option("ocmw", "OCMW", KINDS),
    option("ocmw", "CPAS", KINDS),
    option("geld", "financien", "drempels", "y"),
)
SAYS = vocabulary(TARGETS)
_KEYS = Words("nl").keys()
CODES = sorted(key.removeprefix("spoken.") for key in _KEYS if key.startswith("spoken."))


@pytest.mark.parametrize("text", ["financien", "FINANCIËN", "Finances", " financien "])
def test_a_text_in_any_language_stands_for_its_id(text: str) -> None:
    assert SAYS.target(text) == "financien"


def test_an_id_of_one_instrument_stands_for_itself_and_of_two_names_the_first_is_meant() -> None:
    assert SAYS.target("y/geld") == "y/geld"
    assert SAYS.target("Financien") == "financien"


def test_what_nothing_is_called_stands_for_nothing_and_the_nearest_is_known() -> None:
    assert SAYS.target("financeën") == ""
    assert SAYS.nearest_target("financeën") == "financien"
    assert SAYS.nearest_target("zwemmen") == ""


def test_a_word_of_one_answer_proposes_it_and_a_word_of_two_proposes_none() -> None:
    says = vocabulary(
        (
            option("werk", "Travail ou activités de jour", "leefgebieden"),
            option("gezondheid", "Santé (physique ou mentale)", "leefgebieden"),
            option("relaties", "Relations et activités", "leefgebieden"),
            option("scholen", "Santé scolaire et travail social", SECTORS),
        )
    )
    assert (says.target("Travail"), says.nearest_target("Travail")) == ("", "werk")
    assert says.nearest_target("santé") == "gezondheid"
    assert says.nearest_target("activités") == ""


def test_sectors_and_kinds_of_partners_are_looked_up_apart() -> None:
    assert SAYS.named("sector", "lokaal bestuur") == "lokaal_bestuur"
    assert SAYS.named("kind", "cpas") == "ocmw"
    assert SAYS.named("sector", "ocmw") == ""
    assert SAYS.named("kind", "lokaal bestuur") == ""


def test_what_somebody_said_goes_first() -> None:
    own = vocabulary(TARGETS, {"for": {"Geldzaken": "financien"}, "languages": {"Vlaams": "VGT"}})
    assert own.target("Geldzaken") == "financien"
    assert own.language("Vlaams") == "VGT"


def test_a_language_that_nobody_listed_stays_as_it_is_written() -> None:
    assert Vocabulary(frozenset(), {}, {}).language("Tigrinya") == "Tigrinya"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_language_is_called_here_is_what_a_list_may_call_it(language: str) -> None:
    says = Vocabulary(frozenset(), {}, {})
    named = {code: Words(language).spoken([code]) for code in CODES}
    assert len(CODES) == 16
    assert {code: says.language(name) for code, name in named.items()} == {c: c for c in CODES}
