"""`integraal controleer`, as authors and their pipelines run it."""

import json
import shutil
from pathlib import Path

import pytest

from integraal.cli import options
from integraal.reading.library import data_folder
from integraal.words.words import LANGUAGES, Words
from tests.cli.processes import run_like_anybody
from tests.conftest import ROOT, Run
from tests.verify.controlled_files import FOLDER, SAID

GOOD = ROOT / "tests" / "instruments" / "good"


def test_without_a_file_everything_that_is_shipped_is_proven(integraal: Run) -> None:
    done = integraal("controleer")
    assert (done.returncode, done.stderr) == (0, "")
    assert "eigenschappen bewezen" in done.stdout
    assert " ".join(done.stdout.split()).endswith("Niets gevonden.")


def test_a_finding_is_the_result_and_the_exit_code_is_one(integraal: Run, tmp_path: Path) -> None:
    said = (FOLDER / "need-lowers-advice.yaml").read_text("utf-8")
    (tmp_path / "need-lowers-advice.yaml").write_text(f"{said}{SAID}", "utf-8")
    done = integraal("controleer", "need-lowers-advice.yaml")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (FOLDER / "need-lowers-advice.txt").read_text(encoding="utf-8")


def test_a_shipped_instrument_answers_to_its_name(integraal: Run, tmp_path: Path) -> None:
    done = integraal("controleer", "buurtoverleg")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Gelezen: instrumenten 1. Niets gevonden." in done.stdout
    (tmp_path / "buurtoverleg").write_text("wat hier zo heet, gaat voor", "utf-8")
    assert integraal("controleer", "buurtoverleg").returncode == 1
    assert "no-such-file" in integraal("controleer", "buurtoverlig").stdout


def test_a_folder_is_all_that_is_in_it(integraal: Run, tmp_path: Path) -> None:
    shutil.copytree(data_folder(), tmp_path / "data")
    done = integraal("controleer", "data", "--formaat", "json")
    files = json.loads(done.stdout)["files"]
    shipped = len(list((data_folder() / "voorbeelden").rglob("*.yaml")))
    assert files["casus"] == shipped
    assert files.keys() >= {"instrument", "scale", "sources", "translation"}


def test_what_is_damaged_deep_inside_a_folder_is_found(integraal: Run, tmp_path: Path) -> None:
    deep = tmp_path / "map" / "dieper" / "diepst"
    deep.mkdir(parents=True)
    (deep / "kapot.yaml").write_text("schema: [", encoding="utf-8")
    (deep / "casus.yml").write_text("schema: integraal/casus/1\n", encoding="utf-8")
    done = integraal("controleer", "map")
    assert done.returncode == 1
    assert "map/dieper/diepst/kapot.yaml:2:1: error[yaml]" in done.stdout
    assert "map/dieper/diepst/casus.yml:1:1: error[missing-key]" in done.stdout


def _sound() -> str:
    """An instrument with nothing to find, and with questions of its own."""
    small = (GOOD / "klein.yaml").read_text("utf-8").replace("gezinsleden", "wie_er_hulp")
    return f"{small}highest: connectie\nvalidated: none\n"


def test_what_is_hidden_is_passed_over(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "map" / ".git").mkdir(parents=True)
    (tmp_path / "map" / "klein.yaml").write_text(_sound(), "utf-8")
    for name in (".git/kapot.yaml", ".kapot.yaml"):
        (tmp_path / "map" / name).write_text("schema: [", encoding="utf-8")
    assert integraal("controleer", "map").returncode == 0


@pytest.mark.parametrize("layout", ["terminal", "json", "sarif"])
def test_reading_nothing_is_not_all_well(integraal: Run, tmp_path: Path, layout: str) -> None:
    (tmp_path / "leeg" / "dieper").mkdir(parents=True)
    done = integraal("controleer", "leeg", "--formaat", layout)
    assert done.returncode == 1
    assert "nothing-to-read" in done.stdout


def test_a_folder_that_may_not_be_looked_into_is_said(tmp_path: Path) -> None:
    (tmp_path / "map" / "dicht").mkdir(parents=True)
    (tmp_path / "map" / "dicht").chmod(0)
    done = run_like_anybody(tmp_path, "controleer", "map")
    assert done.returncode == 1
    assert "map/dicht: error[unreadable-file]" in done.stdout


def test_what_stands_deeper_is_read_beside_the_nearest_instrument(
    integraal: Run, tmp_path: Path
) -> None:
    own = tmp_path / "map" / "zorg"
    for inside in ("translations", "proeven/2026", "casussen/2026"):
        (own / inside).mkdir(parents=True)
    (own / "klein.yaml").write_text(_sound(), "utf-8")
    case = "schema: integraal/casus/1\ncasus: C-1\nmoment: 2026-11-21\nanswers:\n  {}: {}\n"
    (own / "casussen/2026/C-1.yaml").write_text(case.format("wie_er_hulp", "een"), "utf-8")
    tests = (
        "schema: integraal/test/1\ninstrument: klein\ncases:\n"
        "  - id: a\n    answers: {wie_er_hulp: een}\n    expect: {level: segregatie}\n"
    )
    (own / "proeven/2026/a.yaml").write_text(tests, "utf-8")
    overlay = "schema: integraal/translation/1\ntranslates: klein\nlanguage: en\ntexts: {}\n"
    (own / "translations/klein.en.yaml").write_text(overlay, "utf-8")
    said = json.loads(integraal("controleer", "map", "--formaat", "json").stdout)
    assert said["files"] == {"instrument": 1, "casus": 1, "test": 1, "translation": 1}
    assert {finding["code"] for finding in said["findings"]} == {"translation-missing"}


def test_a_file_that_is_named_twice_is_read_once(integraal: Run, tmp_path: Path) -> None:
    shutil.copy(GOOD / "klein.yaml", tmp_path)
    named = ("klein.yaml", tmp_path / "klein.yaml", ".")
    said = json.loads(integraal("controleer", *named, "--formaat", "json").stdout)
    assert said["files"] == {"instrument": 1}


def test_json_holds_what_was_found_and_what_was_proven(integraal: Run, tmp_path: Path) -> None:
    done = integraal("controleer", alone(tmp_path), "--formaat", "json")
    said = json.loads(done.stdout)
    (finding,) = said["findings"]
    assert (finding["code"], finding["severity"], finding["line"]) == ("table-gap", "warning", 8)
    assert finding["witness"].startswith("  - id: table-gap-")
    (proof,) = said["instruments"]
    assert proof["combinations"] == 4
    assert proof["proven"]["rule-never-holds"] == 2
    assert done.returncode == 1


def alone(folder: Path) -> Path:
    """A file with one fault, in a folder of its own."""
    path = folder / "table-gap.yaml"
    path.write_text(f"{(FOLDER / path.name).read_text('utf-8')}{SAID}", "utf-8")
    return path


def test_sarif_says_where_and_what(integraal: Run, tmp_path: Path) -> None:
    path = alone(tmp_path)
    log = json.loads(integraal("controleer", path, "--formaat", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert run["tool"]["driver"]["rules"] == [{"id": "table-gap"}]
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("table-gap", 0, "warning")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == path.as_posix()
    assert place["region"] == {"startLine": 8, "startColumn": 17, "endColumn": 22}


def test_sarif_of_a_fault_without_a_line_names_the_file_only(integraal: Run) -> None:
    log = json.loads(integraal("controleer", "weg é.yaml", "--formaat", "sarif").stdout)
    (result,) = log["runs"][0]["results"]
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "weg%20%C3%A9.yaml"}}


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_proven(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "kapot.yaml").write_text("schema: [", encoding="utf-8")
    done = integraal("controleer", "kapot.yaml", GOOD / "eigen-schaal", "weg.yaml")
    assert done.returncode == 1
    assert "error[yaml]" in done.stdout
    assert "error[no-such-file]" in done.stdout
    assert "twee-tinten 2026.2: " in done.stdout


def test_a_bound_that_is_too_tight_is_said_and_a_wider_one_finds_the_fault(
    integraal: Run,
) -> None:
    file = FOLDER / "not-proven.yaml"
    assert "warning[not-proven]" in integraal("controleer", file, "--grens", "1").stdout
    wider = integraal("controleer", file).stdout
    assert "warning[rule-never-holds]" in wider
    assert "not-proven]" not in wider


@pytest.mark.parametrize("bound", ["9" * 26, "9" * 5000, "0", "-1", "1.5", "veel", ""])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bound_that_is_no_count_is_wrong_usage_in_the_language_asked_for(
    integraal: Run, bound: str, language: str
) -> None:
    done = integraal("controleer", f"--grens={bound}", "--taal", language)
    assert (done.returncode, done.stdout) == (2, "")
    assert Words(language)("usage.whole_number", given=bound, most=options.MOST) in done.stderr


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "properties proven over"), ("fr", "propriétés prouvées sur")],
)
def test_it_speaks_the_languages_of_its_users(integraal: Run, language: str, sentence: str) -> None:
    done = integraal("controleer", FOLDER / "table-gap.yaml", "--taal", language)
    assert sentence in done.stdout


def test_the_result_can_go_to_a_file(integraal: Run, tmp_path: Path) -> None:
    done = integraal("controleer", FOLDER / "table-gap.yaml", "-f", "sarif", "-o", "uit.sarif")
    assert (done.returncode, done.stdout) == (1, "")
    assert json.loads((tmp_path / "uit.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_stale_and_missing_translations_are_found_with_what_they_translate(
    integraal: Run, tmp_path: Path
) -> None:
    shutil.copytree(data_folder(), tmp_path / "data")
    path = tmp_path / "data" / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Startvraag", "title: De startvraag"), encoding="utf-8")
    (tmp_path / "data" / "translations" / "intensiteit.fr.yaml").unlink()
    done = integraal("controleer", "data")
    assert done.stdout.count("warning[translation-stale]") == 2
    assert "intensiteit.fr.yaml: warning[translation-absent]" in done.stdout
    one = integraal("controleer", "data/translations/voor-wie-doen-we-wat.en.yaml")
    assert one.stdout.count("warning[translation-stale]") == 1


def test_a_folder_without_translations_needs_none(integraal: Run, tmp_path: Path) -> None:
    shutil.copy(FOLDER / "table-gap.yaml", tmp_path)
    assert "translation" not in integraal("controleer", "table-gap.yaml").stdout


def test_the_same_label_in_a_translation_is_found_in_the_translation(
    integraal: Run, tmp_path: Path
) -> None:
    shutil.copytree(data_folder(), tmp_path / "data")
    path = tmp_path / "data" / "translations" / "voor-wie-doen-we-wat.en.yaml"
    text = path.read_text(encoding="utf-8")
    assert '"Two professionals"' in text
    path.write_text(
        text.replace('"Two professionals"', '"Three or more professionals"'), encoding="utf-8"
    )
    done = integraal("controleer", "data/questions.yaml")
    assert "voor-wie-doen-we-wat.en.yaml:" in done.stdout
    assert done.stdout.count("warning[duplicate-text]") == 1


def test_case_and_test_files_are_read_as_what_they_are(integraal: Run, tmp_path: Path) -> None:
    case = "schema: integraal/casus/1\ncasus: {}\nmoment: 2026-11-21\nanswers:\n  draaglast: {}\n"
    (tmp_path / "goed.yaml").write_text(case.format("C-1", "zwaar"), encoding="utf-8")
    (tmp_path / "fout.yaml").write_text(case.format("C-2", "loodzwaar"), encoding="utf-8")
    (tmp_path / "naam.yaml").write_text(case.format("111222333", "zwaar"), encoding="utf-8")
    tests = ROOT / "tests" / "cases" / "voor-wie-doen-we-wat"
    done = integraal("controleer", "goed.yaml", "fout.yaml", "naam.yaml", tests)
    assert "fout.yaml:5:14: error[no-such-option]" in done.stdout
    assert "naam.yaml: error[case-id-identifies]" in done.stdout
    assert "goed.yaml" not in done.stdout
    assert "casussen 3" in done.stdout


def test_the_shipped_folder_is_named_briefly_from_where_the_author_is(integraal: Run) -> None:
    said = json.loads(integraal("controleer", "--formaat", "json").stdout)
    assert [proof["file"] for proof in said["instruments"]] == [
        str(data_folder() / Path(proof["file"]).name) for proof in said["instruments"]
    ]


def test_what_was_proven_is_said_also_when_a_translation_cannot_be_read(
    integraal: Run, tmp_path: Path
) -> None:
    shutil.copy(FOLDER / "table-gap.yaml", tmp_path)
    (tmp_path / "translations").mkdir()
    overlay = tmp_path / "translations" / "gat-in-de-tabel.en.yaml"
    overlay.write_text("schema: integraal/translation/1\ntexts: []\n", encoding="utf-8")
    done = integraal("controleer", "table-gap.yaml")
    assert "warning[table-gap]" in done.stdout
    assert "error[missing-key]" in done.stdout


def test_a_translation_of_a_shipped_scale_is_checked_where_it_stands(
    integraal: Run, tmp_path: Path
) -> None:
    (tmp_path / "translations").mkdir()
    shipped = data_folder() / "translations" / "intensiteit.fr.yaml"
    text = shipped.read_text(encoding="utf-8")
    name = "translations/intensiteit.fr.yaml"
    (tmp_path / name).write_text(text.replace('of: "', 'of: "0', 1), encoding="utf-8")
    assert f"{name}:6:" in integraal("controleer", name).stdout
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert integraal("controleer", ".").returncode == 0


# --- One id, one thing ----------------------------------------------------------------------------


def _small(folder: Path, name: str, text: str = "") -> Path:
    own = (FOLDER / "table-gap.yaml").read_text("utf-8")
    (folder / name).write_text(own + text, "utf-8")
    return folder / name


def test_two_instruments_of_one_id_in_a_folder_are_refused(integraal: Run, tmp_path: Path) -> None:
    for name in ("nieuw.yaml", "oud.yaml"):
        _small(tmp_path, name)
    done = integraal("controleer", ".")
    assert (done.returncode, done.stdout.count("error[id-twice]")) == (1, 2)
    (tmp_path / "casussen.yaml").write_text(
        "schema: integraal/test/1\ninstrument: gat-in-de-tabel\ncases:\n"
        "  - id: een\n    expect: {provisional: false}\n",
        "utf-8",
    )
    tested = integraal("test", "casussen.yaml")
    assert (tested.returncode, "error[id-twice]" in tested.stderr) == (1, True)


def test_the_id_of_a_shipped_instrument_is_its_own_until_the_version_is_another(
    integraal: Run, tmp_path: Path
) -> None:
    shipped = (ROOT / "data" / "kruispunt-doorstroom.yaml").read_text("utf-8")
    changed = shipped.replace('title: "', 'title: "Onze ', 1)
    (tmp_path / "eigen.yaml").write_text(changed, "utf-8")
    assert "error[id-shipped]" in integraal("controleer", "eigen.yaml").stdout
    (tmp_path / "eigen.yaml").write_text(changed.replace("version: ", "version: 9", 1), "utf-8")
    assert "id-shipped" not in integraal("controleer", "eigen.yaml").stdout
    (tmp_path / "eigen.yaml").write_text(shipped, "utf-8")
    assert "id-shipped" not in integraal("controleer", "eigen.yaml").stdout
