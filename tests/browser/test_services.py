"""The form names who there is in the region, as the terminal does, and only to whom it may."""

import re
from datetime import date
from pathlib import Path

import pytest

from integraal.engine.assess import assess, assess_for
from integraal.engine.lower import lower
from integraal.model.reader import Reader
from integraal.model.services.network import Network
from integraal.model.services.region import Region
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library
from integraal.report.pages.advice import advice_page
from integraal.report.pages.family.page import family_page
from integraal.report.parts.further import Further
from integraal.words.words import LANGUAGES, Words
from tests.browser.test_form import Browser, browser
from tests.in_process import run_in_process
from tests.report.shipped_pages import all_text

pytestmark = pytest.mark.xdist_group("browser")

__all__ = ["browser"]

CASE = """schema: integraal/casus/1
casus: C-1
land: be
moment: {today}
answers:
  direct_gevaar: nee
  veiligheid: geen_zorg
  delen_met_naam: nee
  gezinsleden: drie_of_meer
  leefgebieden: [wonen, school]
  iedereen_betrokken: iemand_ontbreekt
"""
ONWARD = """schema: integraal/casus/1
casus: C-2
land: be
moment: {today}
answers:
  direct_gevaar: nee
  wie_vraagt: burger
  volwassen: ja
"""
FILE = """schema: integraal/netwerk/1
id: wijk
title: De wijk (verzonnen)
services:
  - id: loket
    name: Loket <b>wonen</b>
    for: [wonen, nodig-uit-wie-ontbreekt]
    contact: de balie
    wait: {weeks: 6, asked: 2026-10-12}
  - id: team
    name: Buurtteam
    for: [zorgcoordinatie]
    key_point: true
    languages: [nl, fr]
"""


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wijk") / "wijk.yaml"
    routes = ", ".join(outcome.id for outcome in Library().instrument("kruispunt-onthaal").outcomes)
    desk = "  - id: onthaal\n    name: CAW\n    contact: het onthaal\n    audience: iedereen\n"
    path.write_text(f"{FILE}{desk}    for: [{routes}]\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def made(network: Path) -> Path:
    path = network.parent / "formulier.html"
    names = ("voor-wie-doen-we-wat", "kruispunt-onthaal")
    asked = ("export", "formulier", *names, "--regio", network, "-o", path)
    result = run_in_process(network.parent, *asked)
    assert result.returncode == 0, result.stderr
    return path


def _region(path: Path, instrument: str) -> Region:
    from integraal.cli.services.opening import every_target
    from integraal.reading.services.networks import read_network

    network: Network = read_network(path, list(every_target()))[0]
    return network.as_region(instrument)


def _case(folder: Path, text: str) -> Path:
    path = folder / "C.yaml"
    path.write_text(text.replace("{today}", date.today().isoformat()), "utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_behind_advice_stands_what_the_terminal_says(
    browser: Browser, network: Path, tmp_path: Path, language: str
) -> None:
    path = _case(tmp_path, CASE)
    instrument = Library().instrument("voor-wie-doen-we-wat", language)
    case = read_case(path, instrument, elsewhere(instrument)).case
    further = Further(region=_region(network, instrument.id))
    page = all_text(advice_page(assess(lower(instrument), case, ()), Words(language), further))
    here = re.findall(r"→ \n(.+)\n(.+)", page)
    seen = browser.sees(
        *[("upload", str(path)), ("see", ".advice .service"), ("axe",), ("whole",)],
        *[("see", ".advice .service"), ("axe",), ("see", ".advice")],
        *[("choose", 3, "tafel"), ("see", ".sheet .service"), ("axe",)],
        language=language,
    )
    short, axe, whole, again, advice, table, last = seen.told
    assert axe == again == last == []
    assert len(here) == 3
    said = sorted(f"→ {name}{about}" for name, about in here)
    assert sorted(whole) == sorted(short) == sorted(table) == said
    assert Words(language)("service.needs_check") in whole[0]
    made = Words(language)("service.made", day=Words(language).date(date.today()))
    assert made in advice[0]
    label = next(o.label for o in instrument.question("leefgebieden").options if o.id == "school")
    assert Words(language)("service.nobody", labels=label.lower()) in advice[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_family_reads_the_desk_that_the_terminal_names(
    browser: Browser, network: Path, tmp_path: Path, language: str
) -> None:
    path = _case(tmp_path, ONWARD)
    instrument = Library().instrument("kruispunt-onthaal", language)
    case = read_case(path, instrument, elsewhere(instrument)).case
    found = assess_for(Reader.FAMILY, lower(instrument), case, ())
    assert found is not None
    lines, region = Library().help_lines(language).lines, _region(network, instrument.id)
    page = all_text(family_page(found, lines, Words(language), today=date.today(), region=region))
    contacts = Words(language)("family.contacts", contacts="(.+)").split("(.+)")[0]
    assert f"{contacts}CAW" in page
    steps = [("upload", str(path)), ("choose", 1, instrument.id)]
    seen = browser.sees(
        *[*steps, ("choose", 3, "gezin"), ("see", ".sheet"), ("choose", 3, "kind")],
        ("see", ".sheet"),
        language=language,
    )
    family, child = (" ".join(each).replace("\n", " ") for each in seen.told)
    said = next(line for line in page.split("\n") if line.startswith(contacts))
    assert said in family
    assert "CAW" not in child


def test_without_a_region_the_form_names_nobody(network: Path, tmp_path: Path) -> None:
    path = tmp_path / "zonder.html"
    assert run_in_process(tmp_path, "export", "formulier", "-o", path).returncode == 0
    assert "Buurtteam" not in path.read_text("utf-8")
    standing = {"INTEGRAAL_REGIO": str(network)}
    again = tmp_path / "met.html"
    assert (
        run_in_process(tmp_path, "export", "formulier", "-o", again, env=standing).returncode == 0
    )
    assert "Buurtteam" in again.read_text("utf-8")
