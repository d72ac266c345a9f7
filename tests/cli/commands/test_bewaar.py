"""What is kept is found whatever it is called, and goes only when somebody agrees to a list."""

import json
import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from integraal.cli.output.formats import PAGE, endings
from integraal.model.finding import Faulty
from integraal.model.keeping.mark import digest
from integraal.privacy.retention import KEEP_DAYS, kept_from
from integraal.reading.storage.locks import alone_with
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.filling_forms import tick_in_browser, tick_in_word
from tests.cli.panel_rating import FILL, a_study, meant
from tests.cli.terminal import squeezed
from tests.conftest import Run

SAY = Words("nl")
Tick = Callable[..., None]
PAST, LATER = "2020-01-01", (date.today() + timedelta(days=30)).isoformat()
PAGES = [ending.removeprefix(".") for form in PAGE[1:] for ending in endings(form)]
"""Every name that a page can have; what a terminal shows is text that nobody can know again."""
TABLES = ("csv", "jsonl", "parquet", "xlsx")
RESULTS = (*(f"uit.{form}" for form in TABLES), "zo.xlsx")


def _case(path: Path, name: str = "C-1", until: str | None = LATER, **answers: str) -> Path:
    day = f"keep_until: {until}\n" if until else ""
    answers = answers or {"draaglast": "zwaar"}
    said = "".join(f"  {question}: {answer}\n" for question, answer in answers.items())
    head = f"schema: integraal/casus/1\ncasus: {name}\nland: nl\n{day}moment: 2026-11-01\n"
    path.write_text(f"{head}answers:\n{said}", "utf-8")
    return path


def _found(integraal: Run, *arguments: str | Path, stdin: str = "") -> dict[str, Any]:
    done = integraal("bewaar", *arguments, "-f", "json", stdin=stdin)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _by_name(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {Path(one["file"]).name: one for one in found["files"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "dossiers"
    made.mkdir()
    return made


# --- What is there --------------------------------------------------------------------------------


@pytest.mark.parametrize("form", PAGES)
def test_a_page_is_found_with_the_day_of_its_case_whatever_it_is_called(
    integraal: Run, folder: Path, form: str
) -> None:
    case = _case(folder / "C-1.yaml")
    integraal("advies", case, "-o", folder / f"bijlage.{form}")
    found = _by_name(_found(integraal, folder))
    assert set(found) == {"C-1.yaml", f"bijlage.{form}"}
    told = {name: found[f"bijlage.{form}"][name] for name in ("sort", "casus", "keep_until")}
    assert told == {"sort": "page", "casus": ["C-1"], "keep_until": LATER}


@pytest.mark.parametrize(
    "line", ["verloop C-1.yaml", "checklist --casus C-1.yaml", "vergelijk C-1.yaml ook.yaml"]
)
@pytest.mark.parametrize("form", ["html", "json"])
def test_so_is_every_other_page_about_a_case(
    integraal: Run, tmp_path: Path, folder: Path, line: str, form: str
) -> None:
    _case(tmp_path / "C-1.yaml")
    _case(tmp_path / "ook.yaml", until=PAST)
    integraal(*line.split(), "-o", folder / f"x.{form}")
    (one,) = _found(integraal, folder)["files"]
    assert one["sort"] == "page"
    # Of two cases the first day counts.
    assert one["keep_until"] == (PAST if "ook" in line else LATER)


def test_so_is_a_calendar(integraal: Run, folder: Path) -> None:
    case = _case(folder / "C-1.yaml")
    agreed = "agreements:\n- {what: kijken, who: wijkteam, by: 2099-01-01}\n"
    case.write_text(f"{case.read_text('utf-8')}\n{agreed}", "utf-8")
    integraal("export", "ics", case, "-o", folder / "x.ics")
    assert _by_name(_found(integraal, folder))["x.ics"]["keep_until"] == LATER


def test_a_name_in_words_stands_in_no_page_and_the_page_is_found_by_it(
    integraal: Run, tmp_path: Path, folder: Path
) -> None:
    case = _case(tmp_path / "x.yaml", "geweld-vader")
    integraal("advies", case, "--voor", "tafel", "-o", folder / "x.html")
    assert "geweld" not in (folder / "x.html").read_text("utf-8")
    (one,) = _found(integraal, folder, "--over", "geweld-vader")["files"]
    assert one["casus"] == [digest("geweld-vader")]


@pytest.mark.parametrize("form", TABLES)
def test_a_result_and_its_rejects_carry_a_day(integraal: Run, folder: Path, form: str) -> None:
    table = folder / "in.csv"
    table.write_text("casus,draaglast\nC-1,zwaar\nC-2,licht\nC-3,onzin\n", "utf-8")
    integraal("batch", table, folder / f"uit.{form}")
    found = _by_name(_found(integraal, folder))
    day = kept_from(date.today()).isoformat()
    result, rejects = found[f"uit.{form}"], found["uit-afgekeurd.csv"]
    assert (result["sort"], result["cases"], result["keep_until"]) == ("result", 2, day)
    assert (rejects["sort"], rejects["keep_until"]) == ("rejects", day)
    assert (found["in.csv"]["sort"], found["in.csv"]["state"]) == ("table", "no_day")
    assert not found["in.csv"]["ours"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_rejects_are_ours_also_where_a_name_of_a_case_is_what_was_rejected(
    integraal: Run, tmp_path: Path, form: str
) -> None:
    table = "casus,gezinsleden\nC-1,twee\nC 2 en meer,twee\n"
    (tmp_path / "in.csv").write_text(table, "utf-8")
    integraal("batch", "in.csv", "uit.csv", "--afgekeurd", f"af.{form}")
    done = integraal("bewaar", f"af.{form}")
    assert "Zonder datum: 0" in done.stdout
    assert "niet van ons" not in done.stdout


def test_a_result_may_stay_no_longer_than_any_case_in_it(integraal: Run, tmp_path: Path) -> None:
    cases = tmp_path / "casussen"
    cases.mkdir()
    for name, until in (("C-1", LATER), ("C-2", None), ("C-3", PAST)):
        _case(cases / f"{name}.yaml", name, until)
    integraal("batch", cases, "uit.csv")
    assert _by_name(_found(integraal, tmp_path))["uit.csv"]["keep_until"] == PAST


def test_a_day_that_is_missing_or_no_limit_is_listed_and_is_no_exit_code(
    integraal: Run, folder: Path
) -> None:
    _case(folder / "een.yaml", until=None)
    _case(folder / "twee.yaml", until="9999-12-31")
    _case(folder / "drie.yaml", until="binnenkort")
    done = integraal("bewaar", folder)
    assert done.returncode == 0
    states = {name: one["state"] for name, one in _by_name(_found(integraal, folder)).items()}
    assert states == {"een.yaml": "no_day", "twee.yaml": "endless", "drie.yaml": "no_day"}


def test_what_is_past_its_day_stands_first_and_is_an_exit_code(
    integraal: Run, folder: Path
) -> None:
    _case(folder / "a.yaml", "C-7", LATER)
    _case(folder / "z.yaml", "C-8", PAST)
    done = integraal("bewaar", folder.name)
    assert done.returncode == 1
    assert done.stdout.index("z.yaml") < done.stdout.index("a.yaml")


def test_a_case_that_is_no_yaml_any_more_is_found_all_the_same(
    integraal: Run, folder: Path
) -> None:
    case = _case(folder / "C-1.yaml", until=PAST)
    case.write_text(f"{case.read_text('utf-8')}\n  : [", "utf-8")
    (one,) = _found(integraal, folder)["files"]
    assert (one["casus"], one["state"], one["complete"]) == (["C-1"], "past", False)


def test_what_nobody_can_look_into_and_what_leads_elsewhere_is_named(
    integraal: Run, tmp_path: Path, folder: Path
) -> None:
    (folder / "stuk.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (folder / "brief.docx").write_bytes(b"nothing")
    (folder / "link.yaml").symlink_to(_case(tmp_path / "C-1.yaml"))
    found = _found(integraal, folder)
    assert [Path(one["file"]).name for one in found["unread"]] == ["stuk.xlsx"]
    assert [Path(name).name for name in found["links"]] == ["link.yaml"]
    assert (found["files"], found["others"]) == ([], 1)


def test_what_a_killed_command_left_of_a_table_is_found_too(integraal: Run, folder: Path) -> None:
    (folder / "in.csv").write_text("casus,draaglast\nC-1,zwaar\n", "utf-8")
    integraal("batch", folder / "in.csv", folder / "uit.csv")
    left = folder / ".uit.csv.0123abcd.tmp"
    (folder / "uit.csv").rename(left)
    found = _by_name(_found(integraal, folder, "--over", "C-1"))
    assert found[left.name]["sort"] == "left"
    integraal("bewaar", folder, "--wis", "C-1", stdin="ja\n")
    assert not left.exists()


@pytest.mark.parametrize(("form", "tick"), [("docx", tick_in_word), ("html", tick_in_browser)])
def test_a_form_that_was_filled_in_is_named_and_not_touched(
    integraal: Run, folder: Path, form: str, tick: Tick
) -> None:
    blank, filled = folder / f"leeg.{form}", folder / f"vol.{form}"
    for path in (blank, filled):
        integraal("checklist", "-o", path)
    tick(filled, "A1-n")
    (one,) = _found(integraal, folder)["files"]
    assert (one["file"], one["sort"], one["ours"]) == (str(filled), "form", False)
    integraal("bewaar", filled, "--verwijder", stdin="ja\n")
    assert filled.exists()


@pytest.mark.parametrize("kind", FILL)
def test_a_sheet_of_a_panel_is_a_form_once_it_is_filled_in_and_no_table_of_cases(
    integraal: Run, tmp_path: Path, kind: str
) -> None:
    study = a_study(tmp_path / "studie", 6, 0)
    sheets = "panel", "vellen", "studie", "--beoordelaars", "2", "-f"
    assert integraal(*sheets, "xlsx,csv,docx,html,pdf").returncode == 0
    assert _found(integraal, "studie")["files"] == []
    FILL[kind](tmp_path / "studie" / "vellen" / f"A.{kind}", meant(study, "A"))
    (one,) = _found(integraal, "studie")["files"]
    assert (Path(one["file"]).name, one["sort"], one["cases"]) == (f"A.{kind}", "form", 0)
    assert _found(integraal, "studie", "--over", "K01")["files"] == []


def test_a_table_of_cases_that_are_called_as_in_a_panel_is_still_one(
    integraal: Run, folder: Path
) -> None:
    text = "casus;niveau;draaglast;blad\nK01;c;zwaar;A\nK02;;licht;A 12\n"
    (folder / "eigen.csv").write_text(text, "utf-8")
    (one,) = _found(integraal, folder)["files"]
    assert one["sort"] == "table"


def test_whoever_counts_a_result_past_its_day_is_told(integraal: Run, tmp_path: Path) -> None:
    cases = tmp_path / "casussen"
    cases.mkdir()
    for number in range(6):
        _case(cases / f"C-{number}.yaml", f"C-{number}", PAST if number else LATER)
    integraal("batch", cases, "uit.csv")
    done = integraal("signalen", "uit.csv")
    assert done.returncode == 0
    assert squeezed("integraal bewaar uit.csv") in squeezed(done.stderr)


def test_a_folder_that_is_not_there_is_not_an_empty_one(integraal: Run) -> None:
    assert integraal("bewaar", "er-niet").returncode == 1


# --- Taken away -----------------------------------------------------------------------------------


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_only_what_is_past_its_day_goes_with_what_stands_hidden_beside_it(
    integraal: Run, folder: Path
) -> None:
    _case(folder / "oud.yaml", until=PAST)
    _case(folder / "nieuw.yaml")
    for name in (".oud.yaml.0123abcd.tmp", ".oud.yaml.0123abcd.old", ".oud.yaml.lock"):
        (folder / name).write_text("")
    (folder / ".oud.yaml.mijn").write_text("van mij")
    done = integraal("bewaar", folder.name, "--verwijder", stdin="ja\n")
    assert done.returncode == 0
    assert _names(folder) == {"nieuw.yaml", ".oud.yaml.mijn"}
    assert "oud.yaml" in done.stdout
    assert "back-ups" in done.stderr


@pytest.mark.parametrize("answer", ["", "\n", "nee\n", "j\n", "1\n", "jazeker\n"])
def test_nothing_but_a_yes_is_one(integraal: Run, folder: Path, answer: str) -> None:
    _case(folder / "oud.yaml", until=PAST)
    done = integraal("bewaar", folder, "--verwijder", stdin=answer)
    assert (done.returncode, _names(folder)) == (0, {"oud.yaml"})
    assert SAY("bewaar.nothing_done") in done.stderr


def test_a_file_that_is_named_goes_whatever_its_day_and_one_of_others_never(
    integraal: Run, folder: Path
) -> None:
    case = _case(folder / "C-1.yaml")
    table, letter = folder / "in.csv", folder / "brief.txt"
    table.write_text("casus,draaglast\nC-1,zwaar\n", "utf-8")
    letter.write_text("schema: integraal/casus/1\n", "utf-8")
    done = integraal("bewaar", case, table, letter, "--verwijder", stdin="ja\n")
    assert _names(folder) == {"in.csv", "brief.txt"}
    assert SAY("bewaar.by_hand", file=str(table))[:40] in done.stderr.replace("\n", " ")


def test_what_is_read_only_or_in_use_stays(integraal: Run, folder: Path) -> None:
    """Whoever set a file to read only meant something by it; root may write it all the same."""
    (locked := _case(folder / "slot.yaml", until=PAST)).chmod(0o444)
    used = _case(folder / "bezig.yaml", until=PAST)
    with alone_with(used):
        done = integraal("bewaar", folder, "--verwijder", stdin="ja\n")
    assert done.returncode == 1
    assert locked.exists()
    assert used.exists()
    assert "error[not-removed]" in done.stderr
    assert "error[case-in-use]" in done.stderr


def test_a_file_with_another_name_on_the_disk_is_not_said_to_be_gone(
    integraal: Run, tmp_path: Path, folder: Path
) -> None:
    os.link(_case(folder / "oud.yaml", until=PAST), tmp_path / "ook.yaml")
    done = integraal("bewaar", folder, "--verwijder", stdin="ja\n")
    assert SAY("bewaar.other_names", count=1)[:50] in done.stderr.replace("\n", " ")
    assert (tmp_path / "ook.yaml").exists()


# --- One case -------------------------------------------------------------------------------------


@pytest.fixture
def about(integraal: Run, folder: Path) -> Path:
    """A folder with a case, another one, pages of both, and tables in which both stand."""
    for name in ("C-1", "C-2"):
        _case(folder / f"{name}.yaml", name)
        integraal("advies", folder / f"{name}.yaml", "-o", folder / f"{name}.html")
    table = folder / "in.csv"
    table.write_text('casus,draaglast,let\nC-1,zwaar,"a\nb"\nC-2,licht,"c\nC-1,d"\n', "utf-8")
    for form in TABLES:
        integraal("batch", table, folder / f"uit.{form}")
    # What is written down of one workbook must not pass for another.
    integraal("batch", table, folder / "zo.xlsx", "--groepeer", "let", "--toch")
    return folder


def test_all_about_one_case_is_gathered_over_files_and_tables(integraal: Run, about: Path) -> None:
    found = _by_name(_found(integraal, about, "--over", "C-1"))
    assert set(found) == {"C-1.yaml", "C-1.html", "in.csv", *RESULTS}
    assert "draaglast: zwaar" in found["C-1.yaml"]["contents"]
    assert found["in.csv"]["contents"] == [{"casus": "C-1", "draaglast": "zwaar", "let": "a\nb"}]
    for name in RESULTS:
        (row,) = found[name]["contents"]
        assert row["casus"] == "C-1"
    page = integraal("bewaar", about, "--over", "C-1").stdout
    assert "draaglast: zwaar" in page
    assert "licht" not in page


def test_whoever_looks_up_a_case_hears_its_danger(integraal: Run, folder: Path) -> None:
    _case(folder / "C-1.yaml", veiligheid="zorg")
    assert "112" in integraal("bewaar", folder, "--over", "C-1").stderr


def test_erasing_one_case_leaves_every_other_as_it_was(integraal: Run, about: Path) -> None:
    before = {name: (about / name).read_bytes() for name in ("uit.csv", "uit.jsonl")}
    done = integraal("bewaar", about, "--wis", "C-1", stdin="ja\n")
    assert done.returncode == 0, done.stderr
    assert _names(about) == {"C-2.yaml", "C-2.html", "in.csv", *RESULTS}
    assert _found(integraal, about, "--over", "C-1")["files"] == [
        _by_name(_found(integraal, about, "--over", "C-1"))["in.csv"]
    ]
    for name, whole in before.items():
        kept = [
            line
            for line in whole.splitlines(True)
            if not line.startswith((b"C-1,", b'{"casus":"C-1"'))
        ]
        assert (about / name).read_bytes() == b"".join(kept)
    for name in RESULTS:
        (row,) = _by_name(_found(integraal, about, "--over", "C-2"))[name]["contents"]
        assert row["casus"] == "C-2"
    assert "in.csv" in done.stderr


def test_what_cannot_be_written_anew_is_left(integraal: Run, about: Path) -> None:
    result = about / "uit.csv"
    result.write_bytes(result.read_text("utf-8").encode("utf-16"))
    before = result.read_bytes()
    done = integraal("bewaar", result, "--wis", "C-1", stdin="ja\n")
    assert done.returncode == 1
    assert "error[rows-by-hand]" in done.stderr
    assert result.read_bytes() == before


def test_a_changed_file_is_not_the_one_that_was_agreed_to(folder: Path) -> None:
    from integraal.reading.kept.removal import remove_kept
    from integraal.reading.storage.standing import standing

    case = _case(folder / "C-1.yaml", until=PAST)
    seen = standing(case)
    _case(case, until=LATER)
    with pytest.raises(Faulty):
        remove_kept(case, seen)
    assert case.exists()


def test_what_a_neighbour_is_making_now_is_neither_listed_nor_taken(
    integraal: Run, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    from integraal.reading.kept.removal import beside_of
    from integraal.reading.storage.atomic_write import written_together

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    place = folder / "C-1.yaml"
    with written_together(place) as (new,):
        shutil.copy(_case(tmp_path / "x.yaml", until=PAST), new)
        assert list(beside_of(place)) == []
    assert place.exists()


@pytest.mark.parametrize(
    "options", [("--verwijder", "--over", "C-1"), ("--over", "a", "--wis", "a")]
)
def test_one_thing_at_a_time(integraal: Run, folder: Path, options: tuple[str, ...]) -> None:
    assert integraal("bewaar", folder, *options).returncode == 2


# --- Until when -----------------------------------------------------------------------------------


def test_a_case_gets_another_day_and_nothing_else_of_it_changes(
    integraal: Run, folder: Path
) -> None:
    old, none = _case(folder / "C-1.yaml", until=PAST), _case(folder / "C-2.yaml", "C-2", None)
    before = old.read_text("utf-8"), none.read_text("utf-8")
    done = integraal("bewaar", old, none, "--tot", SAY.date(date.fromisoformat(LATER)))
    assert done.returncode == 0, done.stderr
    assert old.read_text("utf-8") == before[0].replace(PAST, LATER)
    head = "casus: C-2\nland: nl\n"
    assert none.read_text("utf-8") == before[1].replace(head, f"{head}keep_until: {LATER}\n")
    assert {one["keep_until"] for one in _found(integraal, folder)["files"]} == {LATER}
    assert squeezed(SAY("bewaar.make_again")) in squeezed(done.stderr)
    again = integraal("bewaar", old, none, "--tot", LATER)
    assert squeezed(SAY("bewaar.make_again")) not in squeezed(again.stderr)


@pytest.mark.parametrize(
    "day",
    [
        PAST,
        (date.today() - timedelta(days=1)).isoformat(),
        "2099-01-01",
        "volgend jaar",
        "31-2-2030",
    ],
)
def test_no_other_day_is_one_until_which_a_case_is_kept(
    integraal: Run, folder: Path, day: str
) -> None:
    case = _case(folder / "C-1.yaml")
    before = case.read_bytes()
    assert integraal("bewaar", case, "--tot", day).returncode == 2
    assert case.read_bytes() == before
    assert integraal("bewaar", case, "--tot", date.today().isoformat()).returncode == 0


def test_only_cases_that_are_named_get_a_day_and_all_of_them_or_none(
    integraal: Run, folder: Path
) -> None:
    case = _case(folder / "C-1.yaml", until=None)
    integraal("advies", case, "-o", folder / "C-1.pdf")
    (folder / "C-3.yaml").write_text("casus: [", "utf-8")
    before = case.read_bytes()
    for other in (folder, folder / "C-1.pdf", folder / "C-3.yaml", "-"):
        assert integraal("bewaar", case, other, "--tot", LATER).returncode != 0
        assert case.read_bytes() == before
    for options in (("-o", folder / "x.pdf"), ("-f", "json"), ("--verwijder",)):
        assert integraal("bewaar", case, "--tot", LATER, *options).returncode == 2
        assert case.read_bytes() == before


def test_a_day_is_not_put_where_a_case_is_read_only_or_in_use(integraal: Run, folder: Path) -> None:
    case = _case(folder / "C-1.yaml")
    before = case.read_bytes()
    with alone_with(case):
        assert integraal("bewaar", case, "--tot", "2030-01-01").returncode == 1
    case.chmod(0o444)
    assert integraal("bewaar", case, "--tot", "2030-01-01").returncode == 1
    assert case.read_bytes() == before


def test_who_gives_a_day_hears_of_danger(integraal: Run, folder: Path) -> None:
    done = integraal("bewaar", _case(folder / "C-1.yaml", direct_gevaar="ja"), "--tot", LATER)
    assert SAY("danger.title") in done.stderr


def test_every_sentence_about_a_day_that_is_missing_names_the_command() -> None:
    for language in LANGUAGES:
        say = Words(language)
        for key in ("bewaar.about.no_day", "bewaar.about.endless", "bewaar.about.past"):
            assert "integraal bewaar" in say(key)
            assert "--tot" in say(key)
        for key in ("keep.no_day", "keep.endless", "keep.new_day"):
            assert "--tot" in say(key, file="x", day="x")
        assert "--tot" in say("remedy.past-keep-until")
        assert "keep_until" not in "".join(say("keep.no_day", file="x"))


def test_a_year_is_what_is_new_may_stay() -> None:
    assert kept_from(date(2026, 11, 30)) - date(2026, 11, 30) == timedelta(days=KEEP_DAYS)
