"""`integraal panel verslag` and the raters of `panel oefen`, as a team runs them."""

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from integraal.model.study.sheet import sheet_check
from integraal.reading.panel.ratings import RATINGS
from integraal.reading.panel.study import read_study
from integraal.words.words import LANGUAGES, Words
from tests.cli.panel_rating import FILL, in_codes, meant
from tests.cli.terminal import squeezed
from tests.conftest import ROOT, Run

SAY = Words("nl")
PAGE = (ROOT / "docs" / "panel.md").read_text("utf-8")
CLAIMS = re.compile(r"gevalideerd|validated|validée?s?\b", re.IGNORECASE)
WRONG = "zorg-om-veiligheid"


@pytest.fixture
def study(integraal: Run) -> Path:
    """A study of thirty cases, as it is chosen."""
    done = integraal("panel", "kies", "-o", "studie")
    assert done.returncode == 0, done.stderr
    return Path("studie")


def _changed(tmp_path: Path, **changes: object) -> None:
    file = tmp_path / "studie" / RATINGS
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | changes), "utf-8")


def test_the_afternoon_goes_as_its_page_tells_it(integraal: Run, tmp_path: Path) -> None:
    """Eight raters, thirty cases, from `kies` to `verslag`: each command of the page, in turn."""
    lines = [
        line
        for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
        for line in block.splitlines()
    ]
    steps = list(dict.fromkeys(line.split()[2] for line in lines))
    assert steps == ["kies", "oefen", "verslag", "vellen", "lees"]
    for line in lines:
        if line.split()[2] == "lees":
            _fill_in(tmp_path / "studie")
        done = integraal(*line.split()[1:])
        assert done.returncode == 0, (line, done.stderr)
    written = {path.suffix for path in tmp_path.glob("verslag.*")}
    assert written == {".pdf", ".docx", ".json", ".csv"}
    found = json.loads((tmp_path / "verslag.json").read_text("utf-8"))
    assert not found["practice"]
    assert found["taken"] == sum(
        len(meant(read_study(tmp_path / "studie"), rater)) for rater in "ABCDEFGH"
    )


def _fill_in(folder: Path) -> None:
    """What the coordinator finds in her mail: Excel, Word and pages, and one sheet on paper."""
    study, back = read_study(folder), folder / "ingevuld"
    back.mkdir()
    kinds = ("xlsx", "docx", "html", "xlsx", "docx", "html", "xlsx")
    for rater, kind in zip("ABCDEFG", kinds, strict=True):
        sheet = shutil.copy(folder / "vellen" / f"{rater}.{kind}", back)
        FILL[kind](Path(sheet), meant(study, rater))
    in_codes(back / "H.txt", meant(study, "H"), sheet_check(study))


def test_a_planted_wrong_rule_is_named_with_its_cases(integraal: Run, study: Path) -> None:
    integraal("panel", "oefen", "studie", "--anders", WRONG, "--ruis", "0.1")
    said = squeezed(integraal("panel", "verslag", "studie").stdout)
    parted = said.partition(squeezed(SAY("panel.report.parted")))[2]
    assert parted.lstrip(" •").startswith(WRONG)


def test_raters_that_are_made_up_are_said_to_be_on_top(integraal: Run, study: Path) -> None:
    done = integraal("panel", "oefen", "studie")
    assert SAY("panel.report.practice").lower() in done.stderr.lower()
    shown = integraal("panel", "verslag", "studie").stdout
    assert shown.index(SAY("panel.report.practice")) < 400
    assert json.loads(integraal("panel", "verslag", "studie", "-f", "json").stdout)["practice"]


def test_made_up_raters_never_take_the_place_of_people(
    integraal: Run, study: Path, tmp_path: Path
) -> None:
    integraal("panel", "oefen", "studie")
    _changed(tmp_path, practice=False)
    before = (tmp_path / "studie" / RATINGS).read_bytes()
    refused = integraal("panel", "oefen", "studie")
    assert refused.returncode == 2
    assert (tmp_path / "studie" / RATINGS).read_bytes() == before
    assert integraal("panel", "oefen", "studie", "--overschrijf").returncode == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_to_be_validated(integraal: Run, study: Path, language: str) -> None:
    integraal("panel", "oefen", "studie")
    for layout in ("terminal", "json"):
        shown = integraal(
            "panel", "verslag", "studie", "--herijk", "--taal", language, "-f", layout
        ).stdout
        assert shown
        assert not CLAIMS.search(shown)


def test_under_five_raters_there_is_no_report(integraal: Run, study: Path) -> None:
    integraal("panel", "oefen", "studie", "--beoordelaars", "4")
    done = integraal("panel", "verslag", "studie")
    assert (done.returncode, done.stdout) == (1, "")
    least = SAY("panel.report.too_few", cases=20, raters=5, found=0)
    assert squeezed(least) in squeezed(done.stderr)


def test_under_twenty_cases_there_is_no_report(integraal: Run) -> None:
    integraal("panel", "kies", "-o", "klein", "--aantal", "12")
    integraal("panel", "oefen", "klein")
    assert integraal("panel", "verslag", "klein").returncode == 1


def test_ratings_of_another_version_are_not_mixed_in(
    integraal: Run, study: Path, tmp_path: Path
) -> None:
    integraal("panel", "oefen", "studie")
    _changed(tmp_path, version="1999.1")
    done = integraal("panel", "verslag", "studie")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[ratings-elsewhere]" in done.stderr


def test_a_mark_on_what_is_not_there_is_named(integraal: Run, study: Path, tmp_path: Path) -> None:
    integraal("panel", "oefen", "studie")
    mark = {"rater": "A", "case": "K99", "level": "fusie"}
    _changed(tmp_path, taken=[mark])
    done = integraal("panel", "verslag", "studie")
    assert done.returncode == 1
    assert done.stderr.count("error[rated-unknown]") == 2
    assert "K99" in done.stderr
    assert "fusie" in done.stderr


def test_a_diff_is_shown_and_the_file_stays(integraal: Run, study: Path) -> None:
    file = ROOT / "data" / "questions.yaml"
    before = file.read_bytes()
    integraal("panel", "oefen", "studie", "--anders", "te-veel-betrokken", "--ruis", "0.1")
    data = json.loads(integraal("panel", "verslag", "studie", "--herijk", "-f", "json").stdout)
    [one] = [p for p in data["recalibration"]["proposals"] if p["rule"] == "te-veel-betrokken"]
    assert any(line.startswith("-    at_least: coordinatie") for line in one["diff"])
    assert file.read_bytes() == before


def test_the_table_has_each_mark_and_each_criterion(
    integraal: Run, study: Path, tmp_path: Path
) -> None:
    integraal("panel", "oefen", "studie")
    integraal("panel", "verslag", "studie", "-o", "v.csv")
    with (tmp_path / "v.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    data = json.loads(integraal("panel", "verslag", "studie", "-f", "json").stdout)
    marks = sum(len(case["marks"]) for case in data["levels"]["cases"])
    assert sum(row["kind"] == "mark" for row in rows) == marks
    assert sum(row["kind"] == "criterion" for row in rows) == len(data["criteria"])


@pytest.mark.parametrize(
    "given", [("--ruis", "2"), ("--afwijking", "-1.5"), ("--anders", "geen-regel"),
              ("--beoordelaars", "0"), ("--beoordelaars", "99")]
)  # fmt: skip
def test_raters_that_cannot_be_are_refused(
    integraal: Run, study: Path, tmp_path: Path, given: tuple[str, str]
) -> None:
    done = integraal("panel", "oefen", "studie", *given)
    assert done.returncode == 2, done.stderr
    assert not (tmp_path / "studie" / RATINGS).exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_on_practice_says_what_happens_without_an_option(
    integraal: Run, language: str
) -> None:
    told = squeezed(integraal("panel", "oefen", "--help", "--taal", language).stdout)
    for key, default in (("practice_raters", "8"), ("noise", "0.2"), ("bias", "0")):
        sentence = Words(language)(f"option.panel_{key}")
        assert re.search(rf"(?<![\d.]){re.escape(default)}(?![\d.]\d)", sentence.partition(";")[2])
        assert squeezed(sentence) in told
    assert squeezed(f"--anders {Words(language)('metavar.rule')}") in told
