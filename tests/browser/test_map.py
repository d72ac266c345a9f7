"""A map in a browser finds what the command finds, fetches nothing, and is whole without script."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.browser.care_map import search_data
from integraal.model.services.care_map import Wanted
from integraal.model.services.targets import targets_of
from integraal.network.search import Map, fit, folded, words_in
from integraal.reading.library import Library, data_folder
from integraal.words.words import LANGUAGES, Words
from tests.browser.node import asked, there_is_node
from tests.browser.test_form import NARROW, PHONE, WIDE, Browser
from tests.in_process import run_in_process
from tests.network.sixty import SIXTY
from tests.network.test_search import FIRST
from tests.report.render.html.browser import chromium
from tests.required import BROWSER, need

pytestmark = pytest.mark.xdist_group("browser")

__all__ = ["there_is_node"]

NETWORK = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
TARGETS = tuple(targets_of(Library().instrument("voor-wie-doen-we-wat")))
AREAS = [each for each in TARGETS if each.question == "leefgebieden"]
MAP = Map(SIXTY, TARGETS, Words("nl")("care_map.idle").split())
WORDS = sorted({word for _, texts in MAP.texts() for _, text in texts for word in words_in(text)})


def _page(folder: Path, *more: str) -> Path:
    path = folder / "kaart.html"
    done = run_in_process(folder, "kaart", NETWORK, "--stil", "-o", path, *more)
    assert done.returncode == 0, done.stderr
    return path


def _browser(path: Path) -> Browser:
    program = chromium()
    need(program, "Chromium with axe", BROWSER)
    assert program is not None
    return Browser(program, path, path.parent)


@pytest.fixture(scope="module")
def finder() -> None:
    lines: dict[str, tuple[list[str], list[str]]] = {s.id: ([], []) for s in SIXTY.services}
    data = search_data(MAP.texts(), lines, AREAS, Words("nl"), date(2026, 11, 30))
    named = zip(data["services"], SIXTY.services, strict=True)
    entries = [{**entry, "id": service.id} for entry, service in named]
    told = {"what": "services", "entries": entries, "idle": data["idle"]}
    assert asked("search.mjs", told) == len(SIXTY.services)


def _same(wanted: Wanted) -> None:
    here = MAP.find(wanted)
    told = {
        "words": wanted.words,
        "area": next(iter(wanted.serves), ""),
        "language": wanted.language,
        "place": wanted.place,
    }
    there = asked("search.mjs", {"what": "find", "wanted": told})
    assert there["found"] == [service.id for service in here.services]
    assert there["onlySome"] == here.only_some_words


@pytest.mark.usefixtures("finder")
@pytest.mark.parametrize("typed", FIRST)
def test_it_finds_what_the_command_finds_in_the_same_order(typed: str) -> None:
    _same(Wanted(typed))
    _same(Wanted(typed, ("wonen",), "nl", "9300"))


@pytest.mark.usefixtures("finder")
@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=3), st.integers(0, 12), st.sampled_from("aé x"))
def test_whatever_is_typed_is_understood_alike(typed: list[str], at: int, sign: str) -> None:
    text = " ".join(typed)
    _same(Wanted(f"{text[:at]}{sign}{text[at + 1 :]}"))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(*[st.text("abcdeïß9", min_size=1, max_size=9)] * 2), min_size=20))
def test_words_fit_each_other_alike(pairs: list[tuple[str, str]]) -> None:
    alike = [(folded(one), folded(other)) for one, other in pairs]
    there = asked("search.mjs", {"what": "fit", "pairs": alike})
    assert there == [fit(one, other) for one, other in alike]


def test_texts_are_compared_alike() -> None:
    texts = [
        "Écoute, crèche, œuvre",
        "STRAẞE Ærø",
        "Schuldhulp-verlening, 9300 Aalst",
        "naïef_2 ½ ﬁ",
    ]
    there = asked("search.mjs", {"what": "words", "texts": texts})
    assert there == [[folded(text), list(words_in(text))] for text in texts]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [PHONE, WIDE])
def test_people_search_in_it_without_the_internet(
    tmp_path: Path, language: str, width: int
) -> None:
    say = Words(language)
    steps: list[tuple[Any, ...]] = [
        ("see", "h2"),
        ("axe",),
        ("type", "input", "hulpverlening"),
        ("see", "ol li"),
    ]
    steps += [("see", "[role=status]"), ("see", "h2"), ("axe",), ("width", NARROW), ("overflow",)]
    steps += [("type", "input", " zzzz"), ("see", "[role=status]")]
    seen = _browser(_page(tmp_path, "--taal", language)).sees(*steps, width=width)
    before, open_to_all, found, status, after, still_open, overflow, last = seen.told
    assert say("care_map.gaps") in before
    assert open_to_all == still_open == []
    assert [one.split("\n")[0].split(" ·")[0] for one in found] == ["Schuldhulpverlening"]
    assert say("service.needs_check") in found[0]
    assert status[0] == say("care_map.search.count", count=1, every=6)
    assert after == []
    assert overflow <= 0
    assert say("care_map.only_some") in last[0]


def test_what_is_found_is_told_as_the_command_tells_it(tmp_path: Path) -> None:
    steps = [("type", "input", "onthaal"), ("see", "ol li")]
    [found] = _browser(_page(tmp_path)).sees(*steps).told
    there = run_in_process(tmp_path, "kaart", NETWORK, "onthaal", "--stil").stdout
    spaced = " ".join(there.split())
    for one in found:
        for line in one.split("\n"):
            assert " ".join(line.split()) in spaced


def test_who_chooses_an_area_or_a_language_sees_those(tmp_path: Path) -> None:
    path = _page(tmp_path)
    text = path.read_text("utf-8")
    assert text.count("<script") == 2
    # By the keyboard alone: to the choice of an area, and to one of them.
    steps = [("click", "input"), ("keys", "Tab", "ArrowDown"), ("see", "ol li strong")]
    [found] = _browser(path).sees(*steps).told
    assert [one.lstrip("◆ ") for one in found] == ["Onthaal", "Woonbegeleiding"]


def test_without_script_all_of_it_is_there(tmp_path: Path) -> None:
    text = _page(tmp_path).read_text("utf-8")
    static = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    for name in ("Onthaal", "Schuldhulpverlening", "Taal- en ontmoetingscafé", "Waar niemand is"):
        assert name in static
    assert "<form" not in static


def test_what_a_network_says_is_text_and_nothing_of_it_runs(tmp_path: Path) -> None:
    hostile = "</script><img src=x onerror=alert(1)>"
    file = tmp_path / "vijandig.yaml"
    body = NETWORK.read_text("utf-8").replace(
        "name: Schuldhulpverlening", f"name: '{hostile} hulp'"
    )
    file.write_text(body, "utf-8")
    path = tmp_path / "vijandig.html"
    assert run_in_process(tmp_path, "kaart", file, "--stil", "-o", path).returncode == 0
    [found, images] = (
        _browser(path)
        .sees(("type", "input", "onerror"), ("see", "ol li strong"), ("see", "img"))
        .told
    )
    assert found == [f"{hostile} hulp"]
    assert images == []


def test_a_part_of_the_map_has_nothing_to_search_in(tmp_path: Path) -> None:
    path = tmp_path / "deel.html"
    done = run_in_process(tmp_path, "kaart", NETWORK, "schulden", "--stil", "-o", path)
    assert done.returncode == 0
    assert "<script" not in path.read_text("utf-8")
