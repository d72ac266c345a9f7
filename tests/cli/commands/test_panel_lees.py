"""`integraal panel lees`: what raters filled in comes back without loss."""

import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from integraal.model.study.cases import Study
from integraal.model.study.ratings import Rating, Ratings, Sureness
from integraal.model.study.sheet import sheet_check
from integraal.reading.panel.ratings import read_ratings
from tests.cli.panel_rating import (
    FILL,
    LEVELS,
    a_study,
    in_codes,
    in_csv,
    in_word,
    in_workbook,
    meant,
)
from tests.conftest import Run
from tests.panel.sheets import STUDY
from tests.report.render.word import office

SHEETS = ("panel", "vellen", "studie", "--beoordelaars", "4", "--formaat", "xlsx,csv,docx,html")


@pytest.fixture
def study(integraal: Run, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Study:
    """A study with blank sheets, which are made once."""
    made = a_study(tmp_path / "studie")
    kept = tmp_path_factory.getbasetemp() / "panel-sheets"
    if not kept.exists():
        done = integraal(*SHEETS)
        assert done.returncode == 0, done.stderr
        shutil.copytree(tmp_path / "studie", kept)
    shutil.copytree(kept, tmp_path / "studie", dirs_exist_ok=True)
    (tmp_path / "studie" / "ingevuld").mkdir()
    return made


def back(folder: Path, name: str) -> Path:
    """A sheet that came back, still blank."""
    there = folder / "studie" / "ingevuld" / name
    shutil.copy(folder / "studie" / "vellen" / name, there)
    return there


def of(rater: str, ratings: Ratings) -> dict[str, Rating]:
    return {each.case: each for each in ratings.taken if each.rater == rater}


def test_thirty_cases_of_five_raters_come_back_as_they_were_meant_in_every_kind_of_file(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    assert (
        integraal("panel", "vellen", "studie", "--beoordelaars", "5", "-f", "markdown").returncode
        == 0
    )
    wanted = {rater: meant(study, rater) for rater in "ABCDE"}
    for rater, kind in zip("ABCD", FILL, strict=True):
        FILL[kind](back(tmp_path, f"{rater}.{kind}"), wanted[rater])
    in_codes(tmp_path / "studie" / "ingevuld" / "E.txt", wanted["E"], sheet_check(study))
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 0, done.stderr
    ratings = read_ratings(tmp_path / "studie")
    for rater in "ABCDE":
        assert of(rater, ratings) == wanted[rater], rater
    assert ratings.refused == 0
    assert len(ratings.taken) + ratings.blank == 5 * 30
    assert f"150 plekken = {len(ratings.taken)} beoordeeld + 0 geweigerd" in done.stderr
    assert "Leeg gelaten door" in done.stderr


def test_a_word_file_that_libreoffice_saved_says_the_same(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    office.need()
    wanted = meant(study, "C")
    filled = tmp_path / "C.docx"
    shutil.copy(tmp_path / "studie" / "vellen" / "C.docx", filled)
    in_word(filled, wanted)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = str(tmp_path / "studie" / "ingevuld")
    line = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", out, str(filled)]
    subprocess.run(line, check=True, capture_output=True, timeout=200)
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 0, done.stderr
    assert of("C", read_ratings(tmp_path / "studie")) == wanted


def test_a_second_round_has_sheets_of_its_own_and_joins_the_first(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    assert integraal("panel", "vellen", "studie", "--ronde", "2", "-f", "csv").returncode == 0
    first, second = meant(study, "A"), meant(study, "A", held_back=True)
    in_csv(back(tmp_path, "A.csv"), first)
    in_csv(back(tmp_path, "A-2.csv"), second)
    assert integraal("panel", "lees", "studie").returncode == 0
    ratings = read_ratings(tmp_path / "studie")
    assert of("A", ratings) == first | second
    assert len(ratings.taken) + ratings.blank == 34


def test_a_sheet_that_came_twice_counts_once_and_where_it_differs_not_at_all(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    wanted = meant(study, "A")
    in_csv(back(tmp_path, "A.csv"), wanted)
    in_workbook(back(tmp_path, "A.xlsx"), wanted)
    assert integraal("panel", "lees", "studie").returncode == 0
    assert of("A", read_ratings(tmp_path / "studie")) == wanted
    case, rating = next(iter(wanted.items()))
    other = next(level for level in LEVELS if level != rating.level)
    in_workbook(back(tmp_path, "A.xlsx"), {**wanted, case: replace(rating, level=other)})
    done = integraal("panel", "lees", "studie", "--overschrijf")
    assert done.returncode == 1
    assert "panel-marks-differ" in done.stderr
    assert "A.csv" in done.stderr
    ratings = read_ratings(tmp_path / "studie")
    assert case not in of("A", ratings)
    assert ratings.refused == 1
    assert len(ratings.taken) + ratings.refused + ratings.blank == 30


def filled(path: Path, row: int, *values: object) -> str:
    """Fill in one row of a workbook; which case it is."""
    book = load_workbook(path)
    for column, value in enumerate(values, 3):
        book.worksheets[0].cell(row, column).value = value  # type: ignore[assignment]
    case = str(book.worksheets[0].cell(row, 1).value)
    book.save(path)
    return case


def test_two_levels_are_refused_by_name_with_file_row_and_remedy(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    case = filled(back(tmp_path, "A.xlsx"), 3, "c/d", 2)
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1
    told = " ".join(done.stderr.split())
    assert "A.xlsx [Casussen]:3:3: error[panel-two-levels]" in told
    assert f"bij {case} zijn twee niveaus gekozen: Coördinatie, Coöperatie." in told
    assert "Vraag de beoordelaar om er één te kiezen." in told


def test_two_crosses_in_word_are_two_levels(integraal: Run, tmp_path: Path, study: Study) -> None:
    from tests.cli.interview.filling_forms import tick_in_word

    tick_in_word(back(tmp_path, "A.docx"), "K03-a", "K03-b", "K03z-1")
    done = integraal("panel", "lees", "studie")
    assert "bij K03 zijn twee niveaus gekozen" in " ".join(done.stderr.split())
    assert read_ratings(tmp_path / "studie").refused == 1


@pytest.mark.parametrize("sign", ["x", "X", "✓", "☒"])
@pytest.mark.parametrize("where", ["in", "instead", "before", "behind"])
def test_a_cross_that_was_typed_in_word_and_not_clicked_counts(
    integraal: Run, tmp_path: Path, study: Study, sign: str, where: str
) -> None:
    from tests.cli.interview.filling_forms import type_in_word

    path = back(tmp_path, "A.docx")
    for box in ("K02-a", "K03-c", "K04-e", "K03z-2"):
        type_in_word(path, box, sign, where=where)
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 0, done.stderr
    found = of("A", read_ratings(tmp_path / "studie"))
    assert {case: (rating.level, rating.sure) for case, rating in found.items()} == {
        "K02": ("segregatie", None),
        "K03": ("coordinatie", Sureness.FAIRLY),
        "K04": ("integratie", None),
    }


def test_a_sign_in_word_that_may_be_a_cross_or_none_is_refused_and_said(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    from tests.cli.interview.filling_forms import type_in_word

    type_in_word(back(tmp_path, "A.docx"), "K02-a", "?", where="instead")
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1
    assert read_ratings(tmp_path / "studie").refused == 1


def test_what_is_no_level_is_refused_with_the_nearest(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    filled(back(tmp_path, "A.xlsx"), 4, "coordnatie", 2)
    done = integraal("panel", "lees", "studie")
    assert "panel-unknown-mark" in done.stderr
    assert "Bedoel je 'Coördinatie'?" in done.stderr


def test_a_mark_of_which_only_the_sureness_is_strange_is_kept_and_said(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    case = filled(back(tmp_path, "A.xlsx"), 4, "c", "best wel")
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 0
    assert "panel-unknown-sureness" in done.stderr
    rating = of("A", read_ratings(tmp_path / "studie"))[case]
    assert (rating.level, rating.sure) == ("coordinatie", None)


def test_a_reason_by_which_somebody_is_recognised_is_left_out_and_the_mark_is_kept(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    path = back(tmp_path, "A.xlsx")
    blocked = filled(path, 4, "c", 2, "bel moeder op 0612345678")
    doubtful = filled(path, 5, "b", 2, "Zoals bij mevrouw Roos in Aalst")
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 0
    assert "panel-reason-left-out" in done.stderr
    assert "panel-reason-doubtful" in done.stderr
    assert "0612345678" not in done.stderr
    assert "Roos" not in done.stderr
    ratings = of("A", read_ratings(tmp_path / "studie"))
    assert (ratings[blocked].level, ratings[blocked].why) == ("coordinatie", "")
    assert ratings[doubtful].why == "Zoals bij mevrouw Roos in Aalst"


def test_a_name_that_was_typed_for_a_level_is_not_repeated(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    filled(back(tmp_path, "A.xlsx"), 4, "Mevrouw Jansen belt 0612345678", 2)
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1
    assert "Jansen" not in done.stderr
    assert "jansen" not in done.stderr
    assert "0612345678" not in done.stderr


def test_a_reason_without_a_level_is_said_and_counts_as_blank(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    filled(back(tmp_path, "A.xlsx"), 4, None, 2, "lastig")
    done = integraal("panel", "lees", "studie")
    assert "panel-no-mark" in done.stderr
    assert read_ratings(tmp_path / "studie").blank == 30


@pytest.mark.parametrize("name", ["Fatima.csv", "ZZ.csv", "blad A.csv", "1.csv"])
def test_a_file_that_is_not_named_by_a_letter_of_the_study_is_refused(
    integraal: Run, tmp_path: Path, study: Study, name: str
) -> None:
    in_csv(back(tmp_path, "A.csv"), meant(study, "A"))
    (tmp_path / "studie" / "ingevuld" / "A.csv").rename(tmp_path / "studie" / "ingevuld" / name)
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1
    assert "panel-not-a-letter" in done.stderr
    assert not (tmp_path / "studie" / "beoordelingen.json").exists()


@pytest.mark.parametrize("name", ["a.csv", "A (1).csv", "A - kopie.csv", "A_ingevuld.csv"])
def test_what_computers_make_of_a_name_is_understood(
    integraal: Run, tmp_path: Path, study: Study, name: str
) -> None:
    in_csv(back(tmp_path, "A.csv"), meant(study, "A"))
    (tmp_path / "studie" / "ingevuld" / "A.csv").rename(tmp_path / "studie" / "ingevuld" / name)
    assert integraal("panel", "lees", "studie").returncode == 0
    assert of("A", read_ratings(tmp_path / "studie")) == meant(study, "A")


@pytest.mark.parametrize("kind", ["csv", "docx", "html"])
def test_a_sheet_under_the_letter_of_another_rater_is_refused_whole(
    integraal: Run, tmp_path: Path, study: Study, kind: str
) -> None:
    wanted = meant(study, "A")
    FILL[kind](back(tmp_path, f"A.{kind}"), wanted)
    folder = tmp_path / "studie" / "ingevuld"
    (folder / f"A.{kind}").rename(folder / f"B.{kind}")
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1
    assert "panel-other-rater" in done.stderr
    ratings = read_ratings(tmp_path / "studie")
    assert (len(ratings.taken), ratings.refused) == (0, len(wanted))


def test_a_sheet_of_another_study_is_refused_whole_and_its_marks_are_counted(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    wanted = meant(study, "A")
    in_codes(tmp_path / "studie" / "ingevuld" / "A.txt", wanted, sheet_check(STUDY))
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1
    assert "panel-other-study" in done.stderr
    assert read_ratings(tmp_path / "studie").refused == len(wanted)


def test_codes_without_a_check_are_read_and_that_is_said(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    path = tmp_path / "studie" / "ingevuld" / "A.txt"
    path.write_text("K01 c 2 omdat\n# later\n\nK02 c of d 2\nK03\nhallo\nK77 a\n", "utf-8")
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1
    for code in ("panel-no-check", "panel-two-levels", "panel-no-code", "panel-unknown-case"):
        assert code in done.stderr
    ratings = read_ratings(tmp_path / "studie")
    # Two lines that are of no case of this study stand beside its thirty places.
    assert (len(ratings.taken), ratings.refused, ratings.blank) == (1, 3, 28)


def test_codes_are_understood_as_a_table_and_below_the_letter_of_the_sheet(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    path = tmp_path / "studie" / "ingevuld" / "A.txt"
    lines = (
        "vel A",
        "K01;c;2;want dit; en dat",
        "K02; d; 3",
        "K03;e;;geen idee",
        "K04;a",
        "K05;c;d;2",
    )
    path.write_text("\n".join(lines), "utf-8")
    done = integraal("panel", "lees", "studie")
    assert "panel-no-code" not in done.stderr
    assert "bij K05 zijn twee niveaus gekozen" in " ".join(done.stderr.split())
    found = of("A", read_ratings(tmp_path / "studie"))
    assert {case: (each.level, each.sure, each.why) for case, each in found.items()} == {
        "K01": ("coordinatie", Sureness.FAIRLY, "want dit; en dat"),
        "K02": ("cooperatie", Sureness.SURE, ""),
        "K03": ("integratie", None, "geen idee"),
        "K04": ("segregatie", None, ""),
    }


def test_the_letter_of_another_above_codes_is_no_code(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    path = tmp_path / "studie" / "ingevuld" / "A.txt"
    path.write_text("blad B\nK01 c 2\n", "utf-8")
    assert "A.txt:1:1: error[panel-no-code]" in integraal("panel", "lees", "studie").stderr


@pytest.mark.parametrize(("name", "remedy"), [("A.ods", "bewaar het als"), ("A.pdf", "scan")])
def test_what_a_program_can_save_otherwise_is_not_to_be_typed_over(
    integraal: Run, tmp_path: Path, study: Study, name: str, remedy: str
) -> None:
    (tmp_path / "studie" / "ingevuld" / name).write_bytes(b"PK")
    assert remedy in " ".join(integraal("panel", "lees", "studie").stderr.split())


def bomb(path: Path) -> None:
    """A workbook of a few kilobytes that unpacks to gigabytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(200):
                part.write(b" " * (1 << 20))


HOSTILE: dict[str, Callable[[Path], object]] = {
    "A.docx": bomb,
    "B.xlsx": bomb,
    "C.xlsx": lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 500),
    "D.csv": lambda path: path.write_bytes(b'casus;niveau\n"K01;c\n'),
    "A.csv": lambda path: path.write_bytes(b"\xff\xfe\x00\x01" * 100),
    "B.csv": lambda path: path.write_text("naam;leeftijd\nx;3\n", "utf-8"),
    "C.txt": lambda path: path.write_bytes(b"%PDF-1.7 ..."),
    "D.html": lambda path: path.write_text("<p>hallo", "utf-8"),
    "A.txt": lambda path: path.write_bytes(b"K01 c 2\n" * 200_000),
    "A.pdf": lambda path: path.write_bytes(b"%PDF-1.7 ..."),
    "B.ods": lambda path: path.write_bytes(b"PK"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_read_is_said_and_the_others_are_read(
    integraal: Run, tmp_path: Path, study: Study, name: str
) -> None:
    HOSTILE[name](tmp_path / "studie" / "ingevuld" / name)
    other = "D" if name[0] != "D" else "C"
    wanted = meant(study, other)
    in_codes(tmp_path / "studie" / "ingevuld" / f"{other}.txt", wanted, sheet_check(study))
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1, done.stderr
    assert f"{name}" in done.stderr
    assert "Traceback" not in done.stderr
    assert of(other, read_ratings(tmp_path / "studie")) == wanted


def test_a_formula_is_no_mark(integraal: Run, tmp_path: Path, study: Study) -> None:
    filled(back(tmp_path, "A.xlsx"), 4, "=CHAR(99)", 2)
    done = integraal("panel", "lees", "studie")
    assert "panel-unknown-mark" in done.stderr
    assert not read_ratings(tmp_path / "studie").taken


def test_what_programs_leave_behind_is_passed_over_and_an_empty_folder_is_said(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    folder = tmp_path / "studie" / "ingevuld"
    for name in ("~$A.docx", ".DS_Store", "Thumbs.db"):
        (folder / name).write_bytes(b"\0")
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 1
    assert "panel-nothing-back" in done.stderr


def test_nothing_is_read_over_what_is_there(integraal: Run, tmp_path: Path, study: Study) -> None:
    in_csv(back(tmp_path, "A.csv"), meant(study, "A"))
    assert integraal("panel", "lees", "studie").returncode == 0
    again = integraal("panel", "lees", "studie").stderr
    assert "exists-already" in again
    assert "--overschrijf" in again
    assert "andere naam" not in again  # there is none to choose


DECIDED = """\
schema: integraal/casus/1
casus: c-1
moments:
  - moment: 2026-05-04
    answers:
      gezinsleden: twee
      leefgebieden: [wonen, werk]
      veiligheid: geen_zorg
    decisions:
      - instrument: voor-wie-doen-we-wat
        level: connectie
        because: "{because}"
"""


def test_decisions_against_the_advice_come_along_apart_without_the_name_of_the_case(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    in_csv(back(tmp_path, "A.csv"), meant(study, "A"))
    cases = tmp_path / "casussen"
    cases.mkdir()
    (cases / "c-1.yaml").write_text(DECIDED.format(because="het gezin wil eerst rust"), "utf-8")
    done = integraal("panel", "lees", "studie", "--besluiten", "casussen")
    assert done.returncode == 0, done.stderr
    assert "Besluiten die apart zijn meegenomen: 1." in done.stderr
    ratings = read_ratings(tmp_path / "studie")
    assert ratings.decisions == (
        Rating(
            "X", "B001", level="connectie", why="het gezin wil eerst rust", advised="coordinatie"
        ),
    )
    assert "c-1" not in (tmp_path / "studie" / "beoordelingen.json").read_text("utf-8")
    assert "B001" not in {each.case for each in ratings.taken}


def test_a_folder_without_cases_is_said(integraal: Run, tmp_path: Path, study: Study) -> None:
    in_csv(back(tmp_path, "A.csv"), meant(study, "A"))
    (tmp_path / "leeg").mkdir()
    done = integraal("panel", "lees", "studie", "--besluiten", "leeg")
    assert "panel-no-cases" in done.stderr


def test_the_file_says_what_it_is(integraal: Run, tmp_path: Path, study: Study) -> None:
    in_csv(back(tmp_path, "A.csv"), meant(study, "A"))
    assert integraal("panel", "lees", "studie").returncode == 0
    data = json.loads((tmp_path / "studie" / "beoordelingen.json").read_text("utf-8"))
    assert data["schema"] == "integraal/panel-beoordelingen/1"
    assert data["practice"] is False


def test_what_people_marked_takes_the_place_of_an_exercise_and_not_of_what_people_marked(
    integraal: Run, tmp_path: Path, study: Study
) -> None:
    assert integraal("panel", "oefen", "studie").returncode == 0
    assert read_ratings(tmp_path / "studie").practice
    in_workbook(back(tmp_path, "A.xlsx"), meant(study, "A"))
    done = integraal("panel", "lees", "studie")
    assert done.returncode == 0, done.stderr
    assert "oefenbeoordelingen" in done.stderr
    ratings = read_ratings(tmp_path / "studie")
    assert not ratings.practice
    assert of("A", ratings) == meant(study, "A")
    again = integraal("panel", "lees", "studie")
    assert again.returncode == 1
    assert "exists-already" in again.stderr
