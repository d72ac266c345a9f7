"""`integraal netwerk`: lists and directories of others become a network, and the other way."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from integraal.reading.library import data_folder
from integraal.words.words import Words
from tests.conftest import Run

SAY = Words("nl")
NETWORK = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
HEAD = "Dienst;Thema;Omschrijving\n"
OF_OTHERS = {
    "total_items": 2,
    "contents": [
        {
            "id": "ac148810-d857-441c-9679-408f346de14b",
            "name": "Loket wonen",
            "status": "active",
            "alert": "verbouwing",
            "fees_description": "gratis",
            "phones": [{"id": "1", "number": "02 555 01 02"}],
            "contacts": [{"id": "2", "name": "Ann Persona", "department": "Onthaal"}],
            "languages": [{"id": "3", "name": "Dutch", "code": "nl"}],
            "service_areas": [{"id": "4", "name": "9300"}],
            "attributes": [{"id": "5", "taxonomy_term": {"id": "6", "name": "Wonen"}}],
            "organization": {"id": "7", "name": "De Brug (verzonnen)", "description": "een huis"},
        },
        {"id": "8", "name": "Oud loket", "status": "defunct"},
    ],
}


def test_without_a_place_the_network_file_is_printed(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "lijst.csv").write_text(f"{HEAD}Taalcafé;netwerk;\n", "utf-8")
    done = integraal("netwerk", "lijst.csv")
    assert done.returncode == 0, done.stderr
    made = yaml.safe_load(done.stdout)
    assert (made["schema"], made["id"], made["title"]) == ("integraal/netwerk/1", "lijst", "lijst")
    assert made["services"] == [{"id": "taalcafe", "name": "Taalcafé", "for": ["netwerk"]}]


def test_a_column_that_is_nearly_one_is_refused_with_the_nearest(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "lijst.csv").write_text("Dienst;Thema;Omschrijvng\nLoket;wonen;iets\n", "utf-8")
    done = integraal("netwerk", "lijst.csv", "-o", "netwerk.yaml")
    assert done.returncode == 1
    assert "error[list-column-nearly]" in done.stderr
    assert "Wat het is" in done.stderr
    assert not (tmp_path / "netwerk.yaml").exists()


def test_what_columns_are_is_remembered_and_read_again(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Dienst;Rayon;Omschrijvng\nLoket;Huizen;iets\n", "utf-8")
    asked = ("netwerk", "a.csv", "--kolommen", "map.yaml", "-o", "netwerk.yaml")
    first = integraal(*asked)
    assert first.returncode == 1
    said = yaml.safe_load((tmp_path / "map.yaml").read_text("utf-8"))
    assert said["columns"] == {"name": "Dienst", "about": "Omschrijvng"}
    assert said["left_out"] == ["Rayon"]
    said["columns"]["for"] = said["left_out"].pop()
    said["values"] = {"for": {"Huizen": "wonen"}}
    (tmp_path / "map.yaml").write_text(yaml.safe_dump(said), "utf-8")
    again = integraal(*asked)
    assert again.returncode == 0, again.stderr
    (service,) = yaml.safe_load((tmp_path / "netwerk.yaml").read_text("utf-8"))["services"]
    assert (service["about"], service["for"]) == ("iets", ["wonen"])
    assert yaml.safe_load((tmp_path / "map.yaml").read_text("utf-8")) == said


def test_what_nothing_is_called_is_asked_in_what_is_remembered(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}Loket;wonen;\nBalie;Geldzaken;\n", "utf-8")
    done = integraal("netwerk", "a.csv", "--kolommen", "map.yaml", "-o", "n.yaml")
    assert done.returncode == 1
    assert "rijen gelezen 2, opgenomen 1, geweigerd 1" in done.stderr
    said = yaml.safe_load((tmp_path / "map.yaml").read_text("utf-8"))
    assert said["values"] == {"for": {"Geldzaken": ""}}


def test_where_nothing_is_taken_nothing_is_written(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEAD}Loket;;\n", "utf-8")
    done = integraal("netwerk", "a.csv", "-o", "n.yaml")
    assert done.returncode == 1
    assert "error[list-empty]" in done.stderr
    assert not (tmp_path / "n.yaml").exists()


def test_a_directory_of_others_is_taken_and_what_is_left_is_said(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "gids.json").write_text(json.dumps(OF_OTHERS), "utf-8")
    done = integraal("netwerk", "gids.json", "-o", "n.yaml")
    assert done.returncode == 1
    for said in ("hsds-left", "service.alert (1×)", "organization.description", "hsds-people"):
        assert said in done.stderr
    assert "error[service-closed]" in done.stderr
    assert "Persona" not in done.stderr
    text = (tmp_path / "n.yaml").read_text("utf-8")
    assert "Persona" not in text
    (service,) = yaml.safe_load(text)["services"]
    assert service["contact"] == "Onthaal; 02 555 01 02"
    assert (service["for"], service["languages"]) == (["wonen"], ["nl"])
    assert service["places"] == ["9300"]


@pytest.mark.parametrize("target", ["hsds.json", "hsds.zip", "lijst.csv", "lijst.xlsx"])
def test_the_example_is_the_same_when_it_comes_back(
    integraal: Run, tmp_path: Path, target: str
) -> None:
    ours = yaml.safe_load(NETWORK.read_text("utf-8"))
    assert any("kind" in each for each in ours["organisations"])
    for each, committed in zip(ours["organisations"], (True, False), strict=False):
        each["committed"] = committed
    (tmp_path / "ons.yaml").write_text(yaml.safe_dump(ours, allow_unicode=True), "utf-8")
    out = integraal("netwerk", "ons.yaml", "-o", target)
    assert out.returncode == 0, out.stderr
    back = integraal("netwerk", target, "-o", "terug.yaml")
    assert back.returncode == 0, back.stderr
    theirs = yaml.safe_load((tmp_path / "terug.yaml").read_text("utf-8"))
    assert theirs["services"] == ours["services"]
    assert theirs["organisations"] == ours["organisations"]
    if target.startswith("hsds"):
        assert theirs == ours


def test_several_become_one_and_what_a_later_one_replaces_is_said(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "team.csv").write_text(f"{HEAD}Onthaal;wonen;bij ons\n", "utf-8")
    done = integraal("netwerk", str(NETWORK), "team.csv")
    assert done.returncode == 0, done.stderr
    assert "warning[entry-replaced]" in done.stderr
    found = {each["id"]: each for each in yaml.safe_load(done.stdout)["services"]}
    assert found["onthaal"]["about"] == "bij ons"


def test_the_template_is_taken_in_as_it_is_and_has_no_services(
    integraal: Run, tmp_path: Path
) -> None:
    for name in ("s.xlsx", "s.csv"):
        assert integraal("export", "sjabloon", "netwerk", "-o", name).returncode == 0
        done = integraal("netwerk", name)
        assert "error[list-empty]" in done.stderr
        assert "warning" not in done.stderr


def test_what_others_changed_in_a_list_comes_back_beside_the_meetings(
    integraal: Run, tmp_path: Path
) -> None:
    ours = yaml.safe_load(NETWORK.read_text("utf-8"))
    ours |= {"meetings": [{"on": "2026-03-10", "sectors": ["welzijn"]}]}
    ours |= {"contact_point": ours["services"][0]["id"], "languages": ["nl", "fr"]}
    (tmp_path / "ons.yaml").write_text(yaml.safe_dump(ours, allow_unicode=True), "utf-8")
    out = integraal("netwerk", "ons.yaml", "-o", "lijst.csv")
    assert SAY("netwerk.meetings_left") in " ".join(out.stderr.split())
    listed = (tmp_path / "lijst.csv").read_text("utf-8").replace("gratis", "tien euro")
    (tmp_path / "lijst.csv").write_text(listed, "utf-8")
    back = integraal("netwerk", "ons.yaml", "lijst.csv", "-o", "nieuw.yaml")
    assert back.returncode == 0, back.stderr
    theirs = yaml.safe_load((tmp_path / "nieuw.yaml").read_text("utf-8"))
    assert [each["on"] for each in theirs["meetings"]] == [date(2026, 3, 10)]
    assert all(theirs[key] == ours[key] for key in ("contact_point", "languages"))
    assert "tien euro" in [each.get("cost") for each in theirs["services"]]
