"""Whoever types what she means finds the service: in a compound, without accents, with a slip."""

import pytest

from integraal.model.services.care_map import Wanted
from integraal.model.services.network import Network
from integraal.model.services.region import Service
from integraal.model.services.targets import targets_of
from integraal.network.search import Map, fit, folded, words_in
from integraal.reading.library import Library
from integraal.words.words import Words
from tests.network.sixty import KEY_POINTS, SIXTY

TARGETS = list(targets_of(Library().instrument("voor-wie-doen-we-wat")))
MAP = Map(SIXTY, TARGETS, Words("nl")("care_map.idle").split())
FIRST = {
    # compounds, and parts of them
    "hulpverlening": "schuldhulp", "begeleiding": "budget", "tandarts": "tandarts",
    "schulden": "schuldhulp",
    "scheiding": "bemiddeling", "moestuin": "moestuin", "opvang": "nachtopvang",
    # without accents, or with
    "mediation de dettes": "mediation-dettes", "cafe": "repair", "dietist": "dieet",
    "école": "ecole-devoirs", "KINESITHÉRAPIE": "kine",
    # typing errors
    "schuldhulpverlenign": "schuldhulp", "pyscholoog": "psycholoog", "voedselbnak": "voedselbank",
    "huislaarts": "huisarts", "advocaatt": "rechtshulp",
    # by what it is about, by more words, by an ending more
    "gokken": "cad", "huren verhuurder": "huurloket", "samen rouwen": "rouw",
    "nederlands oefenen": "taalcafe", "een bed voor de nacht": "nachtopvang",
    "verslaving ouders": "ouders-verslaving", "psychologen": "psycholoog",
    # by the area of life; of those, first to whom others refer
    "wonen": "beschut", "relaties en opvoeding": "opvoedpunt",
}  # fmt: skip


@pytest.mark.parametrize("typed", FIRST)
def test_the_service_that_is_meant_comes_first(typed: str) -> None:
    found = MAP.find(Wanted(typed))
    assert found.services, typed
    assert found.services[0].id == FIRST[typed]
    assert not found.only_some_words


def test_where_no_service_has_all_the_words_that_is_said_and_the_nearest_are_shown() -> None:
    found = MAP.find(Wanted("alcohol zwembad"))
    assert found.only_some_words
    assert {service.id for service in found.services} == {"cad", "aa"}


@pytest.mark.parametrize(
    ("typed", "word", "is_found"),
    [
        ("pyscholoog", "eerstelijnspsycholoog", True),
        ("psycoloog", "eerstelijnspsycholoog", True),
        ("hulpverlenign", "schuldhulpverlening", True),
        ("bewindvoeder", "schuldbewindvoerder", True),
        ("wooning", "schuldhulpverlening", False),
        ("verzekering", "schuldhulpverlening", False),
        ("hups", "schuldhulp", False),  # in less than seven letters, any end is like any word
    ],
)
def test_a_slip_is_found_where_a_compound_ends(typed: str, word: str, is_found: bool) -> None:
    assert bool(fit(typed, word)) is is_found


def test_what_nothing_is_like_finds_nothing() -> None:
    assert MAP.find(Wanted("zwembad")).services == ()


def test_words_that_say_nothing_find_nothing_by_themselves_and_do_no_harm() -> None:
    assert MAP.find(Wanted("de van het")).services == MAP.find(Wanted()).services
    assert MAP.find(Wanted("het alcohol")).services == MAP.find(Wanted("alcohol")).services


def test_without_words_every_service_is_there_key_points_first() -> None:
    found = MAP.find(Wanted())
    assert set(found.services) == set(SIXTY.services)
    assert {service.id for service in found.services[:3]} == set(KEY_POINTS)


def test_besides_words_a_service_must_fit_all_that_was_said() -> None:
    wanted = Wanted("huren", ("wonen",), "nl", "9300")
    assert [service.id for service in MAP.find(wanted).services] == ["huurloket"]
    for other in (
        Wanted("huren", ("werk",), "nl", "9300"),
        Wanted("huren", ("wonen",), "fr", "9300"),
        Wanted("huren", ("wonen",), "nl", "Elders"),
    ):
        assert "huurloket" not in {service.id for service in MAP.find(other).services}


def test_a_service_that_names_no_place_is_for_every_place() -> None:
    there = {service.id for service in MAP.find(Wanted(place="MOLENWIJK")).services}
    assert there == {service.id for service in SIXTY.services}
    elsewhere = {service.id for service in MAP.find(Wanted(place="Elders")).services}
    assert elsewhere == {s.id for s in SIXTY.services if not s.places}


def test_the_closer_a_word_is_the_better_it_fits() -> None:
    fits = [fit("wonen", word) for word in ("wonen", "wonende", "begeleidwonen", "wonne", "werk")]
    assert fits == sorted(fits, reverse=True)
    assert fits[-1] == 0
    assert len(set(fits)) == len(fits)


def test_words_are_compared_without_capitals_accents_and_ligatures() -> None:
    assert folded("ŒUVRE d'Été") == "oeuvre d'ete"
    assert words_in("Taal- en ontmoetingscafé, 9300") == (
        "taal", "en", "ontmoetingscafe", "9300",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("9300", ["a", "c"]),
        ("aalst", ["a", "b", "c"]),
        ("9300 Aalst", ["a", "c"]),
        ("niklaas", ["c", "d"]),
        ("aal", ["c"]),
    ],
)
def test_a_place_is_found_by_its_words(place: str, found: list[str]) -> None:
    places = {"a": ("9300 Aalst",), "b": ("Aalst",), "c": (), "d": ("Sint-Niklaas",)}
    services = tuple(
        Service(name, name, ("wonen",), places=there) for name, there in places.items()
    )
    there = Map(Network("n", "N", services), (), ()).find(Wanted(place=place))
    assert [each.id for each in there.services] == found
