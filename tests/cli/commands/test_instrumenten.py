"""`integraal instrumenten`: what there is, in words that can be typed on."""

import json
import re

import pytest

from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words
from tests.cli.terminal import squeezed
from tests.conftest import INSTRUMENTS, Run


@pytest.mark.parametrize("layout", ["terminal", "markdown", "json"])
def test_every_instrument_is_listed(integraal: Run, layout: str) -> None:
    listed = integraal("instrumenten", "--formaat", layout)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert [name for name in INSTRUMENTS if name not in listed.stdout] == []


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_names_stand_there_in_full_so_that_they_can_be_typed_over(
    integraal: Run, columns: int
) -> None:
    listed = integraal("instrumenten", env={"COLUMNS": str(columns)}).stdout
    assert [name for name in INSTRUMENTS if name not in listed] == []
    assert "…" not in listed
    assert [line for line in listed.splitlines() if len(line) > columns] == []


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_listed_instrument_opens(integraal: Run, name: str) -> None:
    assert integraal("checklist", name).returncode == 0


def test_it_says_what_each_is_for_and_names_sources_without_codes(integraal: Run) -> None:
    page = squeezed(integraal("instrumenten").stdout)
    for instrument in (Library().instrument(name) for name in INSTRUMENTS):
        assert squeezed(instrument.about) in page
        titles = {source.id: source.title for source in instrument.sources}
        assert squeezed(titles[instrument.citation.document]) in page
    assert re.findall(r"bron:?(?:00\d|MC\d)", page) == []


def test_json_says_what_each_is(integraal: Run) -> None:
    listed = json.loads(integraal("instrumenten", "-f", "json").stdout)
    assert listed["schema"] == "integraal/instrumenten/1"
    first = next(each for each in listed["instruments"] if each["id"] == "voor-wie-doen-we-wat")
    assert set(first) >= {"id", "title", "version", "languages", "source", "scale", "fingerprint"}
    assert set(first["languages"]) == set(LANGUAGES)
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", first["fingerprint"])
    assert first["source"].startswith("001")


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_is_in_the_language_that_is_asked_for(integraal: Run, language: str) -> None:
    page = integraal("instrumenten", "--taal", language).stdout
    assert page.startswith(Words(language)("instruments.heading"))
    assert squeezed(Words(language)("instruments.next")) in squeezed(page)


def test_piped_list_has_no_codes_for_a_terminal(integraal: Run) -> None:
    assert "\x1b" not in integraal("instrumenten", env={"TERM": "xterm-256color"}).stdout
