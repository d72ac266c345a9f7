"""A folder of case files tells of danger of every instrument, also of a file that is refused."""

import os
import shutil
from pathlib import Path

import pytest

from integraal.batch.columns import Counted, Remark
from integraal.batch.duckdb.run import Batch, run
from integraal.batch.table.case_folder import CaseFolder
from integraal.engine.lower import lower
from integraal.reading.cases.case_instruments import elsewhere, neighbours
from integraal.reading.library import Library
from tests.batch.tables import rows_of
from tests.cli.interview.answering import SAY
from tests.conftest import Run

HEAD = "schema: integraal/casus/1\n"
PATH_MAX = 4096
NAME = "voor-wie-doen-we-wat"


def _evaluated(folder: Path, *files: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    _, rows, rejects = _counted(folder, *files)
    return rows, rejects


def _counted(
    folder: Path, *files: str
) -> tuple[Counted, list[dict[str, str]], list[dict[str, str]]]:
    cases = folder / "casussen"
    cases.mkdir()
    for number, text in enumerate(files):
        head = f"schema: integraal/casus/1\ncasus: C-{number}\n"
        (cases / f"{number}.yaml").write_text(head + text, "utf-8")
    instrument = Library().instrument(NAME)
    program = lower(instrument, others=neighbours(NAME, "nl"))
    target, rejects = folder / "uit.csv", folder / "af.csv"
    given = (program, (), ("weet_niet",), cases, target, rejects)
    counted = run(Batch(*given, elsewhere=elsewhere(instrument)))
    told = rows_of(rejects) if rejects.exists() else []
    assert counted.rejected_in_danger == sum(1 for row in told if row["urgent"])
    return counted, rows_of(target), told


@pytest.mark.parametrize("first", ["ja", "nee"])
def test_a_file_that_answers_twice_tells_of_the_danger_in_either(
    integraal: Run, tmp_path: Path, first: str
) -> None:
    """In the rejects, and where somebody looks at the file."""
    second = "nee" if first == "ja" else "ja"
    twice = f"answers:\n  direct_gevaar: {first}\n  direct_gevaar: {second}\n"
    _, rejects = _evaluated(tmp_path, twice)
    assert [row["urgent"] for row in rejects] == ["bel-eerst-112"]
    done = integraal("batch", tmp_path / "casussen", "--uitleg", "1")
    assert (done.returncode, "Bel nu 112" in done.stderr) == (1, True)


def test_old_names_in_case_files_are_told(tmp_path: Path) -> None:
    both = "answers:\n  draaglast: zwaar\n  direct_gevaar: nee\n  md_direct_gevaar: ja\n"
    counted, rows, _ = _counted(tmp_path, both, "answers:\n  draaglast: zwaar\n")
    assert [row["urgent"] for row in rows] == ["bel-eerst-112", ""]
    assert counted.moved == (("md_direct_gevaar", "direct_gevaar"),)
    assert counted.remarks == ((Remark("direct_gevaar", ""), 1),)


def test_an_answer_to_another_instrument_is_seen(tmp_path: Path) -> None:
    rows, _ = _evaluated(
        tmp_path,
        "answers:\n  draaglast: zwaar\n  md_acuut: ja\n",
        "answers:\n  draaglast: zwaar\n  md_direct_gevaar: ja\n",
    )
    assert [row["urgent"] for row in rows] == [
        "meldcode/wacht-niet-en-handel-samen",
        "bel-eerst-112",
    ]


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("answers:\n  draaglast: enorm\n  direct_gevaar: ja\n", "bel-eerst-112"),
        (
            "answers:\n  onbekend: ja\n  md_gesprek: niet_veilig\n",
            "meldcode/praat-nu-niet-zonder-advies",
        ),
        ("answers:\n  draaglast: enorm\n  direct_gevaar: jawel\n", ""),
        ("answers:\n  ? [\n", ""),
        ("answers: ja\n", ""),
        (
            "moments:\n"
            "  - moment: 2026-11-02\n    answers:\n      direct_gevaar: ja\n"
            "  - moment: 2026-11-01\n    answers:\n      draaglast: enorm\n",
            "bel-eerst-112",
        ),
    ],
)
def test_a_file_that_is_refused_tells_what_its_readable_answers_say(
    tmp_path: Path, text: str, urgent: str
) -> None:
    _, rejects = _evaluated(tmp_path, "answers:\n  draaglast: zwaar\n", text)
    assert [row["urgent"] for row in rejects] == [urgent]


DANGER = f"{HEAD}casus: C-1\nanswers:\n  direct_gevaar: ja\n"


def _folder(folder: Path) -> CaseFolder:
    instrument = Library().instrument(NAME)
    program = lower(instrument, others=neighbours(NAME, "nl"))
    return CaseFolder(folder, program, elsewhere(instrument))


def test_a_file_name_that_is_no_text_costs_its_own_file(integraal: Run, tmp_path: Path) -> None:
    for name in (b"a.yaml", b"caf\xe9.yaml"):
        (tmp_path / "map").mkdir(exist_ok=True)
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/map/" + name)).write_text(DANGER, "utf-8")
    done = integraal("batch", "map", "uit.csv")
    assert done.returncode == 1
    assert SAY("batch.reason.name-not-utf8") in " ".join(done.stderr.split())
    assert [row["casus"] for row in rows_of(tmp_path / "uit.csv")] == ["C-1"]
    (reject,) = rows_of(tmp_path / "uit-afgekeurd.csv")
    assert (reject["line"], reject["file"], reject["reason"], reject["urgent"]) == (
        *("2", "caf\\xe9.yaml"),
        *("name-not-utf8", "bel-eerst-112"),
    )
    shown = integraal("batch", "map", "--uitleg", "2")
    assert (shown.returncode, "112" in shown.stderr) == (1, True)


def test_a_file_that_vanishes_during_a_run_costs_itself_alone(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.yaml").write_text(DANGER, "utf-8")
    folder = _folder(tmp_path)
    assert len(folder.files()) == 3
    (tmp_path / "b.yaml").unlink()
    (tmp_path / "nieuw.yaml").write_text(DANGER, "utf-8")
    with folder.write_csv(tmp_path / "casussen.csv").open() as file:
        assert len(list(file)) == 1 + 2
    assert folder.unreadable == [(2, "b.yaml", "no-such-file", "")]


def test_a_path_that_is_too_long_is_one_reject(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(DANGER, "utf-8")
    deep = tmp_path
    while len(str(deep)) < PATH_MAX - 300:
        deep /= "d" * 200
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    Path("e" * 100).mkdir()
    (Path("e" * 100) / f"{'f' * 250}.yaml").write_text(DANGER, "utf-8")
    Path("g" * 200).mkdir()
    monkeypatch.chdir("g" * 200)
    Path("h" * 200).mkdir()
    monkeypatch.chdir(tmp_path)
    folder = _folder(tmp_path)
    folder.write_csv(tmp_path / "casussen.csv")
    assert [reason for _, _, reason, _ in folder.unreadable] == ["path-too-long"] * 2
    assert len(folder.files()) == 3
    shutil.rmtree(tmp_path / ("d" * 200))


def test_a_link_to_nothing_and_a_pipe_are_rejects_and_nothing_waits_for_them(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yaml").symlink_to("weg.yaml")
    os.mkfifo(tmp_path / "b.YML")
    folder = _folder(tmp_path)
    folder.write_csv(tmp_path / "casussen.csv")
    reasons = {name: reason for _, name, reason, _ in folder.unreadable}
    assert reasons == {"a.yaml": "no-such-file", "b.YML": "not-a-file"}


AHEAD = (
    "moments:\n"
    "  - moment: 2026-11-01\n    answers: {direct_gevaar: nee}\n"
    "  - moment: 2099-01-01\n    answers: {direct_gevaar: ja, md_gesprek: niet_veilig}\n"
)


def test_what_only_a_moment_after_today_says_is_danger_too(integraal: Run, tmp_path: Path) -> None:
    """As `advies` says it: a day may be typed wrong, and a danger may not be missed."""
    now = "moment: 2026-11-01\nanswers:\n  md_acuut: ja\n"
    both = AHEAD.replace("nee}", "ja}")
    counted, rows, _ = _counted(tmp_path, AHEAD, now, both, "answers:\n  direct_gevaar: nee\n")
    talk = "meldcode/praat-nu-niet-zonder-advies"
    assert [row["urgent"] for row in rows] == [
        f"bel-eerst-112;{talk}",
        "meldcode/wacht-niet-en-handel-samen",
        f"bel-eerst-112;{talk}",
        "",
    ]
    assert counted.in_danger == 3
    cases = tmp_path / "casussen"
    shown = integraal("batch", cases, "--uitleg", "1").stdout
    assert "Bel nu 112" in shown
    told = integraal("advies", cases / "0.yaml").stdout
    assert "Bel nu 112" in told
    (cases / "4.yaml").write_text(HEAD + "casus: 111222333\n" + AHEAD, "utf-8")
    checked = integraal("batch", cases, "--controleer")
    assert SAY("table_check.in_danger", count=4, of=5) in " ".join(checked.stderr.split())
    integraal("batch", cases, "advies.csv")
    [reject] = rows_of(tmp_path / "advies-afgekeurd.csv")
    assert reject["urgent"] == f"bel-eerst-112;{talk}"
