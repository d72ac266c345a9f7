"""The map on a page: by area, each service told once, and where nobody is."""

from dataclasses import replace
from datetime import date

import pytest

from integraal.model.services.care_map import CareMap, Found, Wanted
from integraal.model.services.network import Network
from integraal.model.services.targets import targets_of
from integraal.network.coverage import gaps
from integraal.network.search import Map
from integraal.reading.library import Library
from integraal.report.blocks import Document, SideBySide
from integraal.report.care_map.page import Told, care_map_page, looked_for
from integraal.words.words import LANGUAGES, Words
from tests.network.sixty import SIXTY
from tests.report.render.pdf.paper import in_pdf, opened, words_in
from tests.report.shipped_pages import all_text

DAY = date(2026, 11, 30)


def in_languages(*languages: str, network: Network = SIXTY) -> Document:
    """The whole map in these languages."""
    told = []
    for language in languages:
        targets = tuple(targets_of(Library().instrument("voor-wie-doen-we-wat", language)))
        areas = [each for each in targets if each.question == "leefgebieden"]
        found = Map(network, targets, ()).find(Wanted())
        care_map = CareMap(network, targets, found, tuple(gaps(network, areas)))
        told.append(Told(care_map, areas, Words(language)))
    return care_map_page(told, DAY)


def made(language: str, wanted: Wanted | None = None) -> tuple[CareMap, str]:
    """The map, or a part of it, and all text of its page."""
    words = Words(language)
    targets = tuple(targets_of(Library().instrument("voor-wie-doen-we-wat", language)))
    areas = [each for each in targets if each.question == "leefgebieden"]
    found = Map(SIXTY, targets, ()).find(wanted or Wanted())
    care_map = CareMap(SIXTY, targets, found, tuple(gaps(SIXTY, areas)))
    return care_map, all_text(care_map_page([Told(care_map, areas, words)], DAY))


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
    assert "Gezocht op 'alcohol zwembad'; Verslaving; talen: Nederlands; plaats: 9300." in text
    assert "Geen dienst heeft al je woorden." in text
    assert Words("nl")("care_map.gaps") not in text


def test_nothing_looked_for_is_all_of_it() -> None:
    assert looked_for(Found(Wanted(), ()), (), Words("nl")) == ""


def test_it_says_on_which_day_it_was_made() -> None:
    assert "Gemaakt op 30 november 2026." in made("nl")[1]


def test_languages_stand_beside_each_other_service_by_service() -> None:
    page = in_languages("nl", "fr")
    assert page.languages == ("nl", "fr")
    rows = [block for block in page.blocks if isinstance(block, SideBySide)]
    assert len(rows) > len(SIXTY.services)
    for row in rows:
        one, other = (all_text(replace(page, blocks=column)) for column in row.columns)
        named = [each.name for each in SIXTY.services if f"\n{each.name}" in f"\n{one}"]
        assert all(name in other for name in named)


SMALL = replace(SIXTY, services=SIXTY.services[::6])
A4, A3 = (210, 297), (420, 297)


@pytest.mark.parametrize(
    ("network", "languages", "size", "sides"),
    [
        (SMALL, ("nl",), A4, 1),
        (SMALL, ("nl", "fr"), A4, 1),
        (SIXTY, ("nl",), A3, 1),
        (SIXTY, ("nl", "fr"), A3, 2),
    ],
    ids=["few", "few in two languages", "sixty", "sixty in two languages"],
)
def test_on_paper_it_is_one_sheet_of_a4_or_a3(
    network: Network, languages: tuple[str, ...], size: tuple[int, int], sides: int
) -> None:
    file = in_pdf(in_languages(*languages, network=network))
    pages = opened(file).pages
    assert len(pages) <= sides
    box = pages[0].mediabox
    assert tuple(round(float(points) / 72 * 25.4) for points in (box.width, box.height)) == size
    text = words_in(file)
    assert all("".join(each.name.split()) in text for each in network.services)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_service_is_for_is_told_without_the_stops_of_sentences(language: str) -> None:
    action = next(
        target
        for target in targets_of(Library().instrument("voor-wie-doen-we-wat", language))
        if target.label.endswith(".")
    )
    service = replace(SIXTY.services[0], serves=(action.id,))
    care_map = CareMap(SIXTY, (action,), Found(Wanted(), ()), ())
    assert care_map.labels(service) == (action.label.removesuffix("."),)
