"""Instruments, scales and sources are found by name, read whole, and never half."""

import os
from pathlib import Path
from shutil import copytree

import pytest

from integraal.model.finding import Faulty
from integraal.reading.library import Library, data_folder, header
from tests.reading.helpers import GOOD, codes, faults, good, within

SHIPPED = "voor-wie-doen-we-wat"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy a good instrument with all that stands beside it, to be changed."""
    return Path(copytree(GOOD / "eigen-schaal", tmp_path / "eigen-schaal"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def library(folder: Path) -> Library:
    return Library(folder, cache=None)


# Where the data are.


def test_a_checkout_uses_its_own_data(tmp_path: Path) -> None:
    package = tmp_path / "src" / "integraal"
    for place in (tmp_path / "data", package / "data"):
        place.mkdir(parents=True)
        (place / "questions.yaml").touch()
    assert data_folder(package) == tmp_path / "data"


def test_an_installed_package_uses_the_data_inside_it(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "integraal"
    for place in (tmp_path / "data", package / "data"):
        place.mkdir(parents=True)
        (place / "questions.yaml").touch()
    assert data_folder(package) == package / "data"


def test_a_package_without_data_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no data/"):
        data_folder(tmp_path / "src" / "integraal")


# What a file says it is.


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("schema: integraal/instrument/1\nid: klein\n", "instrument", "klein"),
        ("# Een opmerking.\nid: 'klein'\nschema: \"integraal/scale/1\"\n", "scale", "klein"),
        ("\ufeffschema: integraal/casus/1\ncasus: C-1\n", "casus", "C-1"),
        ("schema: integraal/sources/1\n", "sources", ""),
    ],
)
def test_a_file_says_at_its_top_what_it_is(tmp_path: Path, text: str, kind: str, name: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    found = header(path)
    assert found is not None
    assert (found.kind, found.id) == (kind, name)


@pytest.mark.parametrize("text", ["", "id: klein\n", "a: 1\n  schema: integraal/instrument/1\n"])
def test_a_file_that_does_not_say_so_is_not_ours(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    assert header(path) is None


def test_what_is_no_file_is_not_ours_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.yaml")
    (tmp_path / "map.yaml").mkdir()
    (tmp_path / "weg.yaml").symlink_to("nergens")
    with within(10):
        assert [header(path) for path in sorted(tmp_path.iterdir())] == [None, None, None]
        assert SHIPPED in [found.id for found in library(tmp_path).headers("instrument")]


# Finding.


def test_a_folder_offers_its_own_instruments_first_and_then_the_shipped_ones() -> None:
    names = [found.id for found in library(GOOD).headers("instrument")]
    assert names[:5] == ["definities", "klachtenlijst", "klein", "routes", "tafels"]
    assert SHIPPED in names


def test_an_own_instrument_wins_from_a_shipped_one_of_the_same_name(tmp_path: Path) -> None:
    text = (GOOD / "klein.yaml").read_text(encoding="utf-8")
    (tmp_path / "eigen.yaml").write_text(text.replace("id: klein", f"id: {SHIPPED}"), "utf-8")
    assert library(tmp_path).instrument(SHIPPED).title == "Klein"


def test_an_unknown_instrument_names_the_nearest() -> None:
    (finding,) = faults(lambda: Library().instrument("voor-wie-doen-wat"))
    assert (finding.code, finding.suggestion) == ("no-such-instrument", SHIPPED)
    assert SHIPPED in dict(finding.details)["known"]


@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_every_shipped_instrument_opens_in_every_language(language: str) -> None:
    for found in library(data_folder()).headers("instrument"):
        assert library(data_folder()).instrument(found.id, language).language == language


def test_an_instrument_lists_the_languages_it_speaks(folder: Path) -> None:
    both = good("eigen-schaal/questions.yaml")
    assert both.scale is not None
    assert library(folder).languages(both) == ("nl", "fr")
    assert library(folder).languages(both.scale) == ("nl", "fr")
    assert library(folder).languages(good("klein.yaml")) == ("nl",)


def test_the_language_of_its_author_comes_first(tmp_path: Path) -> None:
    written = Path(copytree(GOOD / "rucher", tmp_path / "rucher"))
    french = library(written).instrument_file(written / "questions.yaml")
    assert library(written).languages(french) == ("fr",)
    (written / "translations").mkdir()
    (written / "translations" / "rucher.nl.yaml").touch()
    assert library(written).languages(french) == ("fr", "nl")


# Reading whole.


def test_an_instrument_uses_the_shipped_scale_and_sources_when_it_has_none_beside_it() -> None:
    instrument = good("klein.yaml")
    assert instrument.scale is not None
    assert instrument.scale.id == "intensiteit"
    assert [source.id for source in instrument.sources] == ["001"]


def test_an_instrument_uses_the_scale_and_sources_beside_it() -> None:
    instrument = good("eigen-schaal/questions.yaml")
    assert instrument.scale is not None
    assert [level.id for level in instrument.scale.levels] == ["licht", "donker"]
    assert [source.title for source in instrument.sources] == ["Een verzonnen boek"]


def test_the_shipped_scale_speaks_the_language_of_an_instrument_from_elsewhere() -> None:
    instrument = library(GOOD).instrument_file(GOOD / "klein.yaml", "fr")
    assert instrument.scale is not None
    assert instrument.scale.levels[0].name == "Ségrégation (à part)"


def test_faults_of_a_scale_stand_in_the_scale(folder: Path) -> None:
    change(folder / "tinten.yaml", "id: donker", "id: licht")
    findings = faults(lambda: library(folder).instrument("twee-tinten"))
    assert {Path(finding.place.file).name for finding in findings} >= {"tinten.yaml"}


def test_faults_of_an_instrument_and_of_its_scale_are_said_together(folder: Path) -> None:
    change(folder / "tinten.yaml", "    intensity: laag\n", "")
    change(folder / "questions.yaml", "opbrengst: te_weinig", "opbrengts: te_weinig")
    found = codes(lambda: library(folder).instrument("twee-tinten"))
    assert sorted(found) == ["missing-key", "unknown-question"]


def test_faults_as_yaml_and_as_a_shape_are_said_together(folder: Path) -> None:
    change(folder / "questions.yaml", "version: 2026.2", "version: 2026.2\nversion: 2026.3")
    change(folder / "questions.yaml", "title: Samen", "titel: Samen")
    found = codes(lambda: library(folder).instrument("twee-tinten"))
    assert sorted(found) == ["duplicate-key", "missing-key", "unknown-key"]


def test_faults_of_the_sources_stand_in_the_sources(folder: Path) -> None:
    change(folder / "sources.yaml", "where: nergens", "waar: nergens")
    findings = faults(lambda: library(folder).instrument("twee-tinten"))
    assert {finding.code for finding in findings} == {"missing-key", "unknown-key"}
    assert {Path(finding.place.file).name for finding in findings} == {"sources.yaml"}


def test_a_scale_can_be_read_by_itself() -> None:
    scale = library(GOOD).scale_file(GOOD / "eigen-schaal" / "tinten.yaml", "fr")
    assert [level.name for level in scale.levels] == ["Clair", "Foncé"]


# The fingerprint of what was read.


def test_a_comment_or_another_lay_out_leaves_the_fingerprint_as_it_was(folder: Path) -> None:
    before = library(folder).instrument("twee-tinten").fingerprint
    change(folder / "questions.yaml", "version: 2026.2", "version: '2026.2'  # zo\n")
    assert library(folder).instrument("twee-tinten").fingerprint == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("questions.yaml", "label: Bellen", "label: Mailen"),
        ("questions.yaml", "at_least: donker", "at_least: licht"),
        ("tinten.yaml", "name: Donker", "name: Zwart"),
    ],
)
def test_another_word_or_rule_gives_another_fingerprint(
    folder: Path, file: str, old: str, new: str
) -> None:
    before = library(folder).instrument("twee-tinten").fingerprint
    change(folder / file, old, new)
    assert library(folder).instrument("twee-tinten").fingerprint != before


def test_a_fingerprint_says_how_it_was_made() -> None:
    assert good("klein.yaml").fingerprint.startswith("sha256:")


OWN_LINES = """schema: integraal/hulplijnen/1
id: van-ons
lines:
  - id: bijenlijn
    name: Bijenlijn
    number: "0900-1234"
    country: [nl]
    for_whom: Voor wie gestoken is.
    caller: [professional, adult]
    reachable_from: [nl]
    languages: [nl]
    hours: Overdag.
    cost: Gratis.
    source: https://example.org/bijenlijn
    site: https://example.org
    checked: 2026-11-29
"""


def test_help_lines_beside_an_instrument_come_in_the_place_of_those_that_ship(
    tmp_path: Path,
) -> None:
    for path in (GOOD / "rucher").glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("[noodnummer]", "[bijenlijn]")
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    (tmp_path / "bellen.yaml").write_text(OWN_LINES, encoding="utf-8")
    library = Library(tmp_path, cache=None)
    lines = library.instrument("rucher").help_lines
    assert [(line.id, line.number) for line in lines] == [("bijenlijn", "0900-1234")]
    text = (tmp_path / "questions.yaml").read_text(encoding="utf-8")
    text = text.replace("[bijenlijn]", "[noodnummer]")
    (tmp_path / "questions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Faulty) as faulty:
        library.instrument("rucher")
    assert [finding.code for finding in faulty.value.findings] == ["unknown-help-line"]
