"""`integraal niveaus`: the whole scale on one sheet, in every language."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from integraal.reading.library import Library, data_folder
from integraal.words.words import LANGUAGES, Words
from tests.conftest import Run

SCALED = "voor-wie-doen-we-wat"


def plain(text: str) -> str:
    """The text without how it stands on the page."""
    return re.sub(r"[\s│─]+", "", text)


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_form_and_point_is_there(
    integraal: Run, tmp_path: Path, language: str, form: str
) -> None:
    done = integraal("niveaus", "--taal", language, "--formaat", form)
    assert done.returncode == 0, done.stderr
    shown = plain(unescape(re.sub(r"<[^>]*>|\\|\*\*", "", done.stdout)))
    scale = Library().instrument(SCALED, language).scale
    assert scale is not None
    for level in scale.levels:
        forms = [form.name for form in level.forms]
        asked = [point.text for point in level.attention_points]
        for text in (level.name, level.what, *forms, *asked):
            assert plain(text) in shown, text
    assert plain(Words(language)("levels.about")) in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_sheet_of_paper(integraal: Run, tmp_path: Path, language: str) -> None:
    done = integraal("niveaus", "-o", tmp_path / "niveaus.pdf", "--taal", language)
    assert done.returncode == 0, done.stderr
    (page,) = PdfReader(tmp_path / "niveaus.pdf").pages
    assert Words(language)("levels.table") in page.extract_text()


def test_data_have_fifteen_points_lowest_level_first(integraal: Run) -> None:
    data = json.loads(integraal("niveaus", "--formaat", "json").stdout)
    assert data["schema"] == "integraal/niveaus/1"
    assert [level["id"] for level in data["levels"]] == [
        "segregatie",
        "connectie",
        "coordinatie",
        "cooperatie",
        "integratie",
    ]
    assert sum(len(level["attention_points"]) for level in data["levels"]) == 15


def test_an_instrument_without_levels_is_refused(integraal: Run) -> None:
    done = integraal("niveaus", "-i", "meldcode")
    assert done.returncode == 2
    assert Words("nl")("usage.no_levels") in " ".join(done.stderr.split())


def test_who_does_it_here_stands_below_the_levels_once(integraal: Run) -> None:
    network = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
    page = " ".join(integraal("niveaus", "--regio", network).stdout.split())
    assert page.count("Multidisciplinair team: wie doet dat bij ons?") == 1
    data = json.loads(integraal("niveaus", "--regio", network, "-f", "json").stdout)
    ids = [each["id"] for each in data["services"]]
    assert len(ids) == len(set(ids))
