"""`integraal agenda`: cases in turn, and views of one case together."""

import json
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from tests.cli.interview.answering import SAY, write_case
from tests.cli.terminal import squeezed
from tests.conftest import Run

SAFE = {"direct_gevaar": "nee", "veiligheid": "geen_zorg"}


def test_cases_take_turns_and_views_of_one_case_take_one_together(
    integraal: Run, examples: Path
) -> None:
    views = sorted((examples / "vergelijken").glob("*.yaml"))
    done = integraal("agenda", *views, examples / "C-2041.yaml", "-f", "json", "--minuten", "15")
    data = json.loads(done.stdout)
    assert (data["schema"], data["minutes"], data["begin"]) == ("integraal/agenda/1", 15, None)
    assert [len(each["moments"]) for each in data["cases"]] == [3, 1]
    assert data["cases"][0]["disagreements"][0].keys() == {"question", "changes_advice"}


@pytest.mark.parametrize("typed", ["14:00", "14.00", "9:05"])
def test_a_time_is_read_as_people_write_it(integraal: Run, tmp_path: Path, typed: str) -> None:
    write_case(tmp_path / "C-1.yaml", SAFE)
    page = integraal("agenda", "C-1.yaml", "--begin", typed).stdout
    assert typed.replace(".", ":").zfill(5) + "–" in page


@pytest.mark.parametrize("typed", ["25:00", "straks", "14:0"])
def test_what_is_no_time_is_refused(integraal: Run, tmp_path: Path, typed: str) -> None:
    write_case(tmp_path / "C-1.yaml", SAFE)
    done = integraal("agenda", "C-1.yaml", "--begin", typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert squeezed(SAY("usage.clock", given=typed)) in squeezed(done.stderr)


def test_where_the_table_may_see_nothing_of_a_case_there_is_no_agenda(
    integraal: Run, tmp_path: Path
) -> None:
    write_case(tmp_path / "C-1.yaml", SAFE)
    write_case(tmp_path / "C-2.yaml", {"md_gesprek": "niet_veilig"})
    done = integraal("agenda", "C-1.yaml", "C-2.yaml", "--voor", "tafel")
    assert (done.returncode, done.stdout) == (1, "")
    assert squeezed(SAY("reader.withheld")) in squeezed(done.stderr)


def test_the_names_of_files_are_for_professionals(integraal: Run, tmp_path: Path) -> None:
    for name, load in (("wijkteam", "licht"), ("school", "zwaar")):
        file = write_case(tmp_path / f"{name}.yaml", {**SAFE, "draaglast": load})
        file.write_text(file.read_text("utf-8").replace(f"casus: {name}", "casus: C-1"), "utf-8")
    files = ("wijkteam.yaml", "school.yaml")
    assert "A wijkteam · B school" in integraal("agenda", *files).stdout
    assert "wijkteam" not in integraal("agenda", *files, "--voor", "tafel").stdout


def test_at_each_case_stands_who_there_is_for_it(integraal: Run, examples: Path) -> None:
    network = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
    asked = ("agenda", examples / "C-2041.yaml", examples / "C-3007.yaml", "--regio", network)
    page = integraal(*asked)
    assert page.returncode == 0, page.stderr
    assert page.stdout.count(SAY("service.who")) == 2
    assert "Op jullie kaart staat geen dienst voor:" in " ".join(page.stdout.split())
    data = json.loads(integraal(*asked, "-f", "json").stdout)
    assert all(each["services"] for each in data["cases"])


def test_a_number_of_a_desk_of_the_region_may_stand_in_a_case(
    integraal: Run, tmp_path: Path
) -> None:
    case = (
        "schema: integraal/casus/1\ncasus: C-1\nmoment: 2026-11-21\nanswers: {}\n"
        "agreements: [{what: bel 053 00 00 00, who: onthaal}]\n"
    )
    (tmp_path / "C-1.yaml").write_text(case, "utf-8")
    (tmp_path / "n.yaml").write_text(
        "schema: integraal/netwerk/1\nid: n\ntitle: N (verzonnen)\n"
        "services: [{id: a, name: Balie, for: [wonen], contact: 053 00 00 00}]\n",
        "utf-8",
    )
    assert integraal("agenda", "C-1.yaml").returncode == 1
    assert integraal("agenda", "C-1.yaml", "--regio", "n.yaml").returncode == 0
