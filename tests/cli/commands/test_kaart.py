"""`integraal kaart`: the map of a network, all of it or what somebody looks for."""

import csv
import html
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from integraal.cli.output.formats import PAGE, Format, endings
from integraal.reading.library import data_folder
from integraal.words.words import LANGUAGES, Words
from tests.conftest import Run
from tests.report.render.pdf.paper import squeezed, words_in

NETWORK = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
REGION = data_folder() / "regio" / "voorbeeldregio.yaml"
CASE = """\
schema: integraal/casus/1
casus: C-1
answers:
  direct_gevaar: nee
  volwassen: ja
  uit_de_regio: ja
  doelgroep: ja
  aard_vraag: welzijn
  zwaarte_vraag: licht
  wie_vraagt: burger
  lopende_begeleiding: nee
  duo_aanwezig: ja
"""


def test_the_whole_map_stands_by_area_and_says_where_nobody_is(integraal: Run) -> None:
    done = integraal("kaart", str(NETWORK))
    assert done.returncode == 0, done.stderr
    assert "\nWonen\n" in done.stdout
    assert "◆ Onthaal" in done.stdout
    said = " ".join(done.stdout.split())
    assert "wachttijd 3 weken (gevraagd op 2 november 2026)" in said
    assert "Werk of dagbesteding: geen dienst." in done.stdout
    assert done.stderr == ""


def test_what_was_checked_long_ago_is_said_beside_the_map_and_on_it(
    integraal: Run, tmp_path: Path
) -> None:
    path = tmp_path / "netwerk.yaml"
    text = NETWORK.read_text(encoding="utf-8")
    path.write_text(
        text.replace("    name: Onthaal\n", "    name: Onthaal\n    checked: 2026-01-02\n")
    )
    done = integraal("kaart", str(path), "onthaal")
    assert "service-stale" in done.stderr
    assert "te controleren" in done.stdout
    assert integraal("kaart", str(path), "onthaal", "--stil").stderr == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_looked_for_is_said_and_where_nothing_fits_so_is_that(
    integraal: Run, language: str
) -> None:
    say = Words(language)
    done = integraal("kaart", str(NETWORK), "schulden", "--taal", language, "--stil")
    assert "  1. Schuldhulpverlening" in done.stdout
    assert "'schulden'" in done.stdout or "« schulden »" in done.stdout
    nothing = integraal("kaart", str(NETWORK), "zwembad", "--taal", language, "--stil")
    assert nothing.returncode == 1
    assert say("care_map.none").split(".")[0] in nothing.stdout


def test_an_area_a_language_and_a_place_narrow_it(integraal: Run) -> None:
    asked = ("--gebied", "wonen", "--spreekt", "en", "--plaats", "9300", "-f", "json")
    found = json.loads(integraal("kaart", str(NETWORK), *asked).stdout)
    assert found["schema"] == "integraal/kaart/1"
    assert [service["id"] for service in found["services"]] == ["huurbegeleiding"]
    assert found["wanted"]["serves"] == ["wonen"]
    assert found["gaps"] == []


def test_all_of_it_as_data_has_the_gaps(integraal: Run) -> None:
    found = json.loads(integraal("kaart", str(NETWORK), "-f", "json").stdout)
    assert {"id": "school", "language": ""}.items() <= found["gaps"][1].items()
    first = {each["id"]: each["organisation"]["name"] for each in found["services"]}
    assert first["onthaal"].startswith("CAW")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--gebied", "wonne"), "Bedoel je 'wonen'?"),
        (("--bij", "bakkers"), "Kies een leefgebied (wonen, werk, school"),
        (("--bij", "welzijn-lict"), "Bedoel je 'welzijn-licht'?"),
        (("--spreekt", "de"), "Wel: en (Engels), fr (Frans), nl (Nederlands)."),
    ],
)
def test_what_nothing_is_called_is_refused_with_what_there_is(
    integraal: Run, asked: tuple[str, ...], said: str
) -> None:
    done = integraal("kaart", str(NETWORK), *asked)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())


def test_files_are_laid_on_each_other_and_what_is_replaced_is_said(integraal: Run) -> None:
    done = integraal("kaart", str(REGION), "--ook", str(NETWORK), "-f", "json")
    assert {service["id"] for service in json.loads(done.stdout)["services"]} >= {"cgg", "onthaal"}
    assert done.stderr.count("entry-replaced") == 1


def test_no_person_stands_in_a_network(integraal: Run, tmp_path: Path) -> None:
    path = tmp_path / "netwerk.yaml"
    text = NETWORK.read_text(encoding="utf-8")
    path.write_text(text.replace("about: Nederlands", "about: Bel 0470 12 34 56. Nederlands"))
    done = integraal("kaart", str(path))
    assert done.returncode == 1
    assert "text-identifies" in done.stderr
    assert "0470" not in done.stdout + done.stderr


def test_behind_a_route_and_an_action_stand_the_services_of_the_network(
    integraal: Run, tmp_path: Path
) -> None:
    case = tmp_path / "C-1.yaml"
    case.write_text(CASE, encoding="utf-8")
    asked = ("advies", str(case), "-i", "kruispunt-onthaal", "--regio", str(NETWORK), "--volledig")
    done = integraal(*asked)
    assert done.returncode == 0, done.stderr
    assert "→ Onthaal" in done.stdout
    more = tmp_path / "meer.yaml"
    text = NETWORK.read_text(encoding="utf-8")
    for number in range(4):
        text += f"  - {{id: extra-{number}, name: Extra {number}, for: [welzijn-licht]}}\n"
    more.write_text(text, encoding="utf-8")
    told = integraal(*asked[:-2], str(more), "--volledig").stdout
    assert told.count("→ ") == 3
    assert "… en nog 2 op de kaart" in told


def test_a_network_may_stand_ready_for_every_command(integraal: Run, tmp_path: Path) -> None:
    case = tmp_path / "C-1.yaml"
    case.write_text(CASE, encoding="utf-8")
    asked = ("advies", str(case), "-i", "kruispunt-onthaal", "--volledig")
    network, region = ({"INTEGRAAL_REGIO": str(path)} for path in (NETWORK, REGION))
    assert "→ Onthaal" in integraal(*asked, env=network).stdout
    # A region is of one instrument: for another it has nothing, and stands in nobody's way.
    assert "→ CAW, onthaal" in integraal(*asked, env=region).stdout
    other = integraal("advies", str(case), "-i", "procesregie", env=region)
    assert other.returncode == 0
    assert "→ " not in other.stdout


NAMES = ("Onthaal", "Schuldhulpverlening", "Taal- en ontmoetingscafé", "Buurtteam")


def _text(path: Path) -> str:
    """All that a file says, without the room between words."""
    if path.suffix == ".pdf":
        return words_in(path.read_bytes())
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as file:
            written = file.read("word/document.xml").decode()
        return squeezed(html.unescape(re.sub(r"<[^>]+>", "", written)))
    return squeezed(html.unescape(path.read_text("utf-8")))


@pytest.mark.parametrize("languages", [*LANGUAGES, "nl,fr", "fr,en"])
@pytest.mark.parametrize("form", [*PAGE, Format.CSV])
def test_the_map_is_whole_in_every_format_and_language(
    integraal: Run, tmp_path: Path, form: Format, languages: str
) -> None:
    path = tmp_path / f"kaart{endings(form)[0]}"
    asked = ("kaart", str(NETWORK), "--stil", "--taal", languages, "-f", form, "-o", path.name)
    done = integraal(*asked)
    assert done.returncode == 0, done.stderr
    text = _text(path)
    assert all(squeezed(name) in text for name in NAMES)
    if form in (Format.JSON, Format.CSV):
        assert "2026-10-12" in text
        return
    for language in languages.split(","):
        say = Words(language)
        if form is Format.TERMINAL and "," in languages:
            # Columns on a screen break lines in the middle of what stands in the other.
            assert squeezed(say("care_map.gaps")) in text
            continue
        assert squeezed(say("service.needs_check")) in text
        assert squeezed(say("care_map.gaps")) in text
        assert squeezed(say.date(date(2026, 10, 12))) in text
        assert squeezed(f"◆ {say('care_map.key_point')}") in text


def test_a_table_has_what_was_found_and_nothing_else(integraal: Run) -> None:
    done = integraal("kaart", str(NETWORK), "schulden", "--stil", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["id"] for row in rows] == ["schuldhulp"]
    assert rows[0]["needs_check"] == "ja"


@pytest.mark.parametrize(
    ("language", "spoken"), [("nl", "frans"), ("fr", "Français"), ("en", "French"), ("nl", "fr")]
)
def test_a_language_may_be_called_as_people_call_it(
    integraal: Run, language: str, spoken: str
) -> None:
    asked = ("kaart", NETWORK, "--spreekt", spoken, "--taal", language, "-f", "json", "--stil")
    assert json.loads(integraal(*asked).stdout)["wanted"]["language"] == "fr"


def test_where_nobody_speaks_a_language_it_is_called_by_its_name(integraal: Run) -> None:
    assert re.search(r"geen dienst in: .*(Frans|Engels)", integraal("kaart", NETWORK).stdout)


def test_a_second_network_among_the_words_is_refused_and_the_option_named(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "wijk.yaml").write_bytes(NETWORK.read_bytes())
    done = integraal("kaart", str(NETWORK), "wijk.yaml", "wonen")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--ook wijk.yaml" in " ".join(done.stderr.split())
    assert integraal("kaart", str(NETWORK), "wonen").returncode == 0
