"""`integraal verloop`: the moments of a case side by side, and what is still to be done."""

import json
from pathlib import Path

import pytest

from integraal.reading.library import data_folder
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY, write_case
from tests.conftest import Run


@pytest.fixture
def course(examples: Path) -> Path:
    return examples / "verloop" / "C-4210.yaml"


def test_moments_stand_side_by_side_with_what_changed(integraal: Run, course: Path) -> None:
    page = integraal("verloop", course)
    assert (page.returncode, page.stderr) == (0, "")
    header = next(line for line in page.stdout.splitlines() if "12 mei 2026" in line)
    assert header.index("12 mei") < header.index("3 september") < header.index("20 november")
    assert "Draaglast: matig → zwaar ▲ meer hulp nodig" in page.stdout
    assert "coördinatie ▼ lager" in page.stdout


@pytest.fixture
def vanished(tmp_path: Path) -> Path:
    """An acute worry, after which nobody asked."""
    case = tmp_path / "V-6.yaml"
    case.write_text(
        "schema: integraal/casus/1\ncasus: V-6\nland: nl\nmoments:\n"
        "  - moment: 2026-09-01\n"
        "    answers: {aantal_professionals: twee, veiligheid: herhaald_of_acuut}\n"
        "  - moment: 2026-10-01\n"
        "    answers: {aantal_professionals: twee}\n",
        "utf-8",
    )
    return case


def test_a_missing_answer_is_not_called_lower_and_the_last_known_one_goes_along(
    integraal: Run, vanished: Path
) -> None:
    page = " ".join(integraal("verloop", vanished).stdout.split())
    assert "lager" not in page
    assert f"◇ {SAY('course.less_known')}" in page
    assert "Niet meer gevraagd: veiligheid en basiszorg." in page
    last = "Veiligheid en basiszorg: ja, herhaald of acuut (1 september 2026); daarna niet meer"
    assert f"{last} gevraagd" in page


def test_what_became_of_an_answer_is_in_the_json(integraal: Run, vanished: Path) -> None:
    (followed,) = json.loads(integraal("verloop", vanished, "-f", "json").stdout)["instruments"]
    now = followed["moments"][1]
    assert (now["level"], now["shift"], now["less_known"]) == ("connectie", None, True)
    assert [(each["question"], each["knowledge"]) for each in now["changed"]] == [
        ("veiligheid", "not_asked")
    ]
    assert followed["earlier"] == [
        {
            "question": "veiligheid",
            "answer": "herhaald_of_acuut",
            "moment": "2026-09-01",
            "was_asked": False,
        }
    ]


def test_not_known_and_not_applying_are_said_apart_from_not_asked(
    integraal: Run, tmp_path: Path
) -> None:
    case = tmp_path / "V-7.yaml"
    case.write_text(
        "schema: integraal/casus/1\ncasus: V-7\nmoments:\n"
        "  - moment: 2026-09-01\n"
        "    answers: {veiligheid: zorg, bestaande_vormen: [multidisciplinair_team],\n"
        "      opbrengst: deels, delen_met_naam: nee}\n"
        "  - moment: 2026-10-01\n"
        "    answers: {veiligheid: weet_niet, bestaande_vormen: geen_van_deze}\n",
        "utf-8",
    )
    page = " ".join(integraal("verloop", case).stdout.split())
    assert "ja, er zijn zorgen → weet ik niet ◇ niet meer bekend" in page
    assert f"Opbrengst: deels wat nodig is → {SAY('course.does_not_apply')}" in page
    assert "Niet meer gevraagd: informatie delen met naam." in page
    assert "ja, er zijn zorgen (1 september 2026); daarna gevraagd, maar niet bekend" in page
    assert "coöperatie geen vorm" in page
    assert "connectie geen grens bekend" in page


def test_agreements_that_are_open_stand_there_with_who_and_when(
    integraal: Run, course: Path
) -> None:
    page = integraal("verloop", course).stdout
    assert "☐ Uitzoeken of de problemen alleen samen aan te pakken zijn" in page
    assert f"procesregisseur · vóór 1 oktober 2026 · {SAY('course.past')}" in page
    assert "Eén plan maken" not in page
    assert SAY("course.done", count=1) in page


def test_what_is_urgent_now_stands_on_top(integraal: Run, tmp_path: Path) -> None:
    moments = "".join(
        f"  - moment: {day}\n    answers:\n      veiligheid: {answer}\n"
        for day, answer in (("2026-01-01", "geen_zorg"), ("2026-02-01", "herhaald_of_acuut"))
    )
    case = tmp_path / "C-1.yaml"
    case.write_text(f"schema: integraal/casus/1\ncasus: C-1\nmoments:\n{moments}", "utf-8")
    page = integraal("verloop", case).stdout
    assert page.index(SAY("danger.title")) < page.index("Voor wie doen we wat?")


def test_case_of_one_moment_says_how_to_get_a_course(integraal: Run, examples: Path) -> None:
    page = integraal("verloop", examples / "marina.yaml").stdout
    assert SAY("course.one_moment").split()[0] in page
    assert SAY("course.none_agreed").split("'")[0] in " ".join(page.split())


def test_every_moment_and_agreement_is_in_the_json(integraal: Run, course: Path) -> None:
    data = json.loads(integraal("verloop", course, "--formaat", "json").stdout)
    assert (data["schema"], data["casus"]) == ("integraal/verloop/1", "C-4210")
    (followed,) = data["instruments"]
    levels = [(m["moment"], m["level"], m["reach"], m["shift"]) for m in followed["moments"]]
    assert levels == [
        ("2026-05-12", "connectie", "connectie", None),
        ("2026-09-03", "coordinatie", "cooperatie", "up"),
        ("2026-11-20", "coordinatie", "coordinatie", "down"),
    ]
    changed = {c["question"]: c["shift"] for c in followed["moments"][1]["changed"]}
    assert changed["draaglast"] == "up"
    assert [(a["what"][:3], a["done"]) for a in data["agreements"]] == [
        ("Eén", True),
        ("Uit", False),
        ("Sam", False),
    ]


def test_every_instrument_of_the_case_is_followed(integraal: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path / "C-1.yaml", {"veiligheid": "zorg", "hulp_past": "vast"})
    versions = 'instruments:\n  voor-wie-doen-we-wat: "2026.1"\n  kruispunt-doorstroom: "2026.1"\n'
    case.write_text(case.read_text("utf-8") + versions, "utf-8")
    data = json.loads(integraal("verloop", case, "-f", "json").stdout)
    assert [each["instrument"] for each in data["instruments"]] == [
        "voor-wie-doen-we-wat",
        "kruispunt-doorstroom",
    ]
    one = json.loads(integraal("verloop", case, "-f", "json", "-i", "kruispunt-doorstroom").stdout)
    assert [each["instrument"] for each in one["instruments"]] == ["kruispunt-doorstroom"]


def test_of_many_moments_the_last_ones_are_shown_and_the_others_counted(
    integraal: Run, tmp_path: Path
) -> None:
    moments = "".join(
        f"  - moment: 2026-0{month}-01\n    answers:\n      draaglast: licht\n"
        for month in range(1, 8)
    )
    case = tmp_path / "C-1.yaml"
    case.write_text(f"schema: integraal/casus/1\ncasus: C-1\nmoments:\n{moments}", "utf-8")
    page = integraal("verloop", case).stdout
    assert SAY("course.earlier", count=3) in " ".join(page.split())
    assert "1e juli 2026" in page or "1 juli 2026" in page
    assert "maart 2026" not in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 80])
def test_no_line_is_wider_than_the_screen(
    integraal: Run, course: Path, language: str, columns: int
) -> None:
    page = integraal("verloop", course, "--taal", language, env={"COLUMNS": str(columns)}).stdout
    assert Words(language)("course.agreements") in page
    assert [line for line in page.splitlines() if len(line) > columns] == []


def test_course_goes_to_a_file_but_never_over_its_own_case(
    integraal: Run, tmp_path: Path, course: Path
) -> None:
    case = tmp_path / "C-1.yaml"
    case.write_bytes(course.read_bytes())
    assert integraal("verloop", case, "-f", "markdown", "-o", "verloop.md").returncode == 0
    assert (tmp_path / "verloop.md").read_text("utf-8").startswith("# ")
    link = tmp_path / "verloop.txt"
    link.hardlink_to(case)
    for place, code in ((case, 2), (link, 1)):
        assert integraal("verloop", case, "-o", place, "--overschrijf").returncode == code
    assert case.read_bytes() == course.read_bytes()


def test_agreement_without_a_role_is_refused_with_its_place(integraal: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path / "C-1.yaml", {"draaglast": "licht"})
    case.write_text(f"{case.read_text('utf-8')}agreements:\n  - what: Bellen\n", "utf-8")
    done = integraal("verloop", case)
    assert (done.returncode, done.stdout) == (1, "")
    assert "C-1.yaml:7:5: error[missing-key]" in done.stderr


def test_behind_what_holds_now_stands_who_there_is(integraal: Run, course: Path) -> None:
    network = data_folder() / "regio" / "voorbeeldnetwerk.yaml"
    page = integraal("verloop", course, "--regio", network)
    assert "→ Buurtteam" in page.stdout.split(SAY("service.who"))[1]
    standing = integraal("verloop", course, env={"INTEGRAAL_REGIO": str(network)})
    assert standing.stdout == page.stdout
    assert SAY("service.who") not in integraal("verloop", course).stdout
    data = json.loads(integraal("verloop", course, "--regio", network, "-f", "json").stdout)
    assert any(each["services"] for each in data["instruments"][0]["services"])
