"""The map on a page: by area, each service told once, and where nobody is."""

import pytest

from integraal.model.services.care_map import CareMap, Found, Wanted
from integraal.model.services.network import targets_of
from integraal.network.coverage import gaps
from integraal.network.search import Map
from integraal.reading.library import Library
from integraal.report.care_map.page import care_map_page, looked_for
from integraal.words.words import LANGUAGES, Words
from tests.network.sixty import SIXTY
from tests.report.shipped_pages import all_text


def made(language: str, wanted: Wanted | None = None) -> tuple[CareMap, str]:
    """The map, or a part of it, and all text of its page."""
    words = Words(language)
    targets = tuple(targets_of(Library().instrument("voor-wie-doen-we-wat", language)))
    areas = [each for each in targets if each.question == "leefgebieden"]
    found = Map(SIXTY, targets, ()).find(wanted or Wanted())
    care_map = CareMap(SIXTY, targets, found, tuple(gaps(SIXTY, areas)))
    return care_map, all_text(care_map_page(care_map, areas, words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_map_has_every_service_and_tells_each_of_them_once(language: str) -> None:
    care_map, text = made(language)
    for service in care_map.network.services:
        assert service.name in text
        assert text.count(service.about) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gap_is_named(language: str) -> None:
    care_map, text = made(language)
    assert care_map.gaps
    for gap in care_map.gaps:
        assert gap.target.label in text
    assert Words(language)("care_map.gaps") in text


def test_a_part_of_the_map_says_what_was_looked_for_and_nothing_of_gaps() -> None:
    _, text = made("nl", Wanted("alcohol zwembad", ("verslaving",), "nl", "9300"))
    assert "Gezocht op 'alcohol zwembad'; Verslaving; talen: nl; plaats: 9300." in text
    assert "Geen dienst heeft al je woorden." in text
    assert Words("nl")("care_map.gaps") not in text


def test_nothing_looked_for_is_all_of_it() -> None:
    assert looked_for(Found(Wanted(), ()), (), Words("nl")) == ""
