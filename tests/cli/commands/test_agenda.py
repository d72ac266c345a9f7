"""`integraal agenda`: cases in turn, and views of one case together."""

import json
from pathlib import Path

import pytest

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
