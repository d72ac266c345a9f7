"""`integraal signalen`: from a table of cases to what recurs in it, and never to a case."""

import csv
import json
import random
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from integraal.model.instrument import Instrument, Kind
from integraal.reading.library import Library
from tests.batch.made_results import Row, limits, result, rows_of, write_results
from tests.cli.interview.answering import SAY
from tests.conftest import INSTRUMENTS, Run
from tests.in_process import run_in_process

CASES = 600


def invented(instrument: Instrument, path: Path, cases: int = CASES) -> Path:
    """Write a table of invented cases, in regions of very different sizes."""
    chance = random.Random(7)
    questions = [q for q in instrument.questions() if q.kind is not Kind.TEXT]
    regions = ("Noord", "Oost", "Zuid", "Kust", "Eiland")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["casus", "regio", "periode", *(q.id for q in questions)])
        for number in range(cases):
            (region,) = chance.choices(regions, (40, 30, 25, 4, 0.5))
            answers = []
            for question in questions:
                if chance.random() < 0.35:
                    answers.append("")
                elif question.kind is Kind.SEVERAL:
                    count = chance.randint(1, min(3, len(question.option_ids)))
                    answers.append(";".join(chance.sample(question.option_ids, count)))
                elif question.kind is Kind.NUMBER:
                    answers.append(str(chance.randint(0, 9)))
                else:
                    answers.append(chance.choice(question.option_ids))
            writer.writerow([f"ZAAK-{number}-Q", region, chance.choice(["K1", "K2"]), *answers])
    return path


def results(folder: Path, rows: Sequence[Row], name: str = "uit.csv") -> Path:
    return write_results(folder / name, rows)


def data(integraal: Run, *arguments: str) -> dict[str, Any]:
    done = integraal("signalen", *arguments, "--formaat", "json")
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@pytest.fixture(scope="module")
def evaluated(tmp_path_factory: pytest.TempPathFactory, instrument: Instrument) -> Path:
    """Give the result of the real batch over the invented cases."""
    folder = tmp_path_factory.mktemp("batch")
    invented(instrument, folder / "in.csv")
    command = ("batch", "in.csv", "uit.csv", "--groepeer", "regio,periode", "--toch")
    assert run_in_process(folder, *command).returncode == 0
    return folder / "uit.csv"


def test_from_a_table_of_cases_to_signals_by_region(integraal: Run, evaluated: Path) -> None:
    done = integraal("signalen", evaluated, "--per", "regio")
    assert (done.returncode, done.stderr) == (0, "")
    for key in ("how", "cases", "levels", "gap", "limits", "actions"):
        assert SAY(f"signals.{key}") in done.stdout
    assert re.search(r"^  Noord +█+ 2\d[05]$", done.stdout, re.MULTILINE)
    assert re.search(r"^  Coördinatie +█+ \d+[05] \(\d+\u00a0%\)$", done.stdout, re.MULTILINE)
    assert SAY("signals.rest") in done.stdout
    assert "Eiland" not in done.stdout


@pytest.mark.parametrize("layout", ["terminal", "markdown", "html", "json"])
@pytest.mark.parametrize("language", ["nl", "en", "fr"])
def test_thousands_of_rows_go_in_and_no_case_comes_out(
    integraal: Run, evaluated: Path, layout: str, language: str
) -> None:
    done = integraal(
        "signalen", evaluated, "--per", "regio", "--formaat", layout, "--taal", language
    )
    assert done.returncode == 0, done.stderr
    assert "ZAAK" not in done.stdout + done.stderr


def test_every_count_is_rounded_and_none_is_small(integraal: Run, evaluated: Path) -> None:
    said = data(integraal, str(evaluated), "--per", "regio")
    counts = [each["cases"] for each in said["groups"]] + [said["cases"]]
    for theme in said["themes"]:
        for line in theme["counts"]:
            counts += [line["cases"], *(each["cases"] for each in line["by_group"])]
            assert len(line["by_group"]) == len(said["groups"])
    shown = [count for count in counts if count is not None]
    assert len(shown) > 100
    assert [count for count in shown if count < 5 or count % 5] == []


def test_data_say_what_the_page_says(integraal: Run, evaluated: Path) -> None:
    said = data(integraal, str(evaluated))
    assert (said["schema"], said["instrument"]) == ("integraal/signalen/2", "voor-wie-doen-we-wat")
    assert (said["per"], said["groups"], said["same_version"]) == (None, [], True)
    assert said["thresholds"]["sources"] == ["IMA", "CBS"]
    (level,) = (theme for theme in said["themes"] if theme["about"] == "level")
    page = integraal("signalen", evaluated).stdout
    for line in level["counts"]:
        if line["cases"] is not None:
            told = SAY("signals.count_rate", count=line["cases"], rate=line["percent"])
            assert told in page


def test_a_page_in_html_fetches_nothing_and_runs_nothing(
    integraal: Run, evaluated: Path, tmp_path: Path
) -> None:
    done = integraal("signalen", evaluated, "--per", "regio", "-f", "html", "-o", "signalen.html")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "signalen.html").read_text("utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">')
    tags = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append(tag)
            assert not {"src", "href", "onclick", "onload"} & dict(attrs).keys()

    Reader().feed(page)
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(tags)
    assert "url(" not in page
    assert tags.count("caption") >= 3


def test_a_result_passes_through_a_pipe_and_is_kept_nowhere(
    integraal: Run, evaluated: Path, tmp_path: Path
) -> None:
    piped = integraal("signalen", "-", stdin=evaluated.read_text("utf-8"))
    assert piped.stdout == integraal("signalen", evaluated).stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["jsonl", "parquet", "xlsx"])
def test_what_one_form_says_every_form_says(
    integraal: Run, evaluated: Path, tmp_path: Path, form: str
) -> None:
    cases = evaluated.with_name("in.csv")
    done = integraal("batch", cases, f"uit.{form}", "--groepeer", "regio,periode", "--toch")
    assert done.returncode == 0, done.stderr
    by_form = integraal("signalen", f"uit.{form}", "--per", "regio")
    assert by_form.returncode == 0, by_form.stderr
    assert by_form.stdout == integraal("signalen", evaluated, "--per", "regio").stdout


def test_own_thresholds_may_be_stricter(integraal: Run, evaluated: Path, tmp_path: Path) -> None:
    own = tmp_path / "eigen.yaml"
    write_own(own, suppress_below=10, round_to=10, no_rate_below=20, deviation=3)
    said = data(integraal, str(evaluated), "--drempels", str(own))
    assert (said["looser"], said["cases"] % 10) == ([], 0)
    page = integraal("signalen", evaluated, "--drempels", own).stdout
    assert SAY("signals.looser_title") not in page
    assert "Privacyreglement" in page


@pytest.mark.parametrize("layout", ["terminal", "markdown", "html"])
def test_looser_thresholds_are_said_loudly(
    integraal: Run, evaluated: Path, tmp_path: Path, layout: str
) -> None:
    own = tmp_path / "eigen.yaml"
    write_own(own, suppress_below=3, round_to=1, no_rate_below=20, deviation=2)
    page = integraal("signalen", evaluated, "--drempels", own, "-f", layout).stdout
    assert page.index(SAY("signals.looser_title")) < page.index(SAY("signals.how"))
    assert SAY("signals.suppress_below") in page


def write_own(path: Path, **numbers: int) -> None:
    listed = "\n".join(f"    {name}: {number}" for name, number in numbers.items())
    path.write_text(
        "schema: integraal/drempels/2\nthresholds:\n  - valid_from: 2026-01-01\n"
        f"{listed}\n    source: {{document: Privacyreglement}}\n",
        "utf-8",
    )


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_each_instrument_goes_from_a_table_to_its_own_signals(
    integraal: Run, tmp_path: Path, name: str
) -> None:
    asked = Library().instrument(name)
    invented(asked, tmp_path / "in.csv", 60)
    assert integraal("batch", "in.csv", "uit.csv", "-i", name).returncode == 0
    page = integraal("signalen", "uit.csv")
    assert page.returncode == 0, page.stderr
    assert SAY("signals.title", instrument=asked.title) in " ".join(page.stdout.split())
    assert asked.scale is None or SAY("signals.levels") in page.stdout


# --- Refused --------------------------------------------------------------------------------------


def test_tables_that_are_no_result_are_refused(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("casus,draaglast\nC-1,zwaar\n", "utf-8")
    refused(integraal("signalen", "in.csv"), "not-a-result")


def test_a_result_in_which_routes_meant_something_else_is_refused_beside_a_new_one(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    rows = rows_of(instrument, 30)
    old = [{name: row[name] for name in row if name != "outcomes_open"} for row in rows]
    results(tmp_path, rows_of(instrument, 30, 100), "nieuw.csv")
    results(tmp_path, old, "oud.csv")
    for files in (["oud.csv"], ["nieuw.csv", "oud.csv"]):
        said = refused(integraal("signalen", *files), "not-a-result")
        assert "outcomes_open" in said


def test_a_result_that_was_damaged_is_refused(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    path = results(tmp_path, rows_of(instrument, 30))
    path.write_text(path.read_text("utf-8") + "half,een,regel\n", "utf-8")
    refused(integraal("signalen", path), "damaged-result")


@pytest.mark.parametrize(
    "cells",
    [{"level": "Jan Jansen"}, {"reach": "jansen"}, {"current": "111222333", "fingerprint": "x"}],
)
def test_a_level_that_somebody_typed_is_refused_and_not_shown(
    integraal: Run, tmp_path: Path, instrument: Instrument, cells: dict[str, str]
) -> None:
    rows = [*rows_of(instrument, 30), *rows_of(instrument, 30, 100, **cells)]
    path = results(
        tmp_path,
        [{**row, "fingerprint": cells.get("fingerprint", row["fingerprint"])} for row in rows],
    )
    named = ("-i", instrument.id)
    said = refused(integraal("signalen", path, *named), "edited-result")
    assert not any(value in said for value in cells.values() if value != "x")


@pytest.mark.parametrize("column", ["region", "casus", "level"])
def test_a_column_that_is_not_there_or_is_no_group_is_refused(
    integraal: Run, tmp_path: Path, instrument: Instrument, column: str
) -> None:
    path = results(tmp_path, rows_of(instrument, 30, regio="Noord"))
    said = refused(integraal("signalen", path, "--per", column), "cannot-group-by")
    assert "regio, version" in said


@pytest.mark.parametrize(
    ("labels", "code"),
    [
        ([f"team {n}" for n in range(30)], "groups-too-fine"),
        (["Noord"] * 29 + ["jan@voorbeeld.nl"], "column-identifies"),
        (["Noord"] * 29 + ["111222333"], "column-identifies"),
    ],
)
def test_groups_that_would_point_at_people_are_refused(
    integraal: Run, tmp_path: Path, instrument: Instrument, labels: list[str], code: str
) -> None:
    rows = [result(instrument, f"C-{n}", groep=label) for n, label in enumerate(labels)]
    said = refused(integraal("signalen", results(tmp_path, rows), "--per", "groep"), code)
    assert not any(label in said for label in labels)


def test_a_case_that_says_two_things_is_refused(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    rows = rows_of(instrument, 30)
    results(tmp_path, rows, "een.csv")
    other = [*rows_of(instrument, 10, 100), {**rows[3], "level": "cooperatie"}]
    results(tmp_path, other, "twee.csv")
    said = refused(integraal("signalen", "een.csv", "twee.csv"), "cases-twice")
    assert "C-3" not in said


def test_results_of_two_versions_are_not_added_up(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    results(tmp_path, rows_of(instrument, 30), "een.csv")
    results(tmp_path, rows_of(instrument, 30, 100, fingerprint="sha256:ouder"), "twee.csv")
    refused(integraal("signalen", "een.csv", "twee.csv"), "results-differ")


def test_a_small_file_is_refused_also_beside_a_large_one(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    results(tmp_path, rows_of(instrument, 3), "klein.csv")
    results(tmp_path, rows_of(instrument, 40, 100), "groot.csv")
    refused(integraal("signalen", "klein.csv"), "too-few-cases")
    refused(integraal("signalen", "groot.csv", "klein.csv"), "too-few-cases")


def test_results_of_an_unknown_instrument_ask_for_its_name(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    limit = instrument.rule(limits(instrument)[0])
    rows = rows_of(instrument, 20, fingerprint="sha256:ouder", rules=limit.id)
    rows += rows_of(instrument, 20, 100, fingerprint="sha256:ouder")
    path = results(tmp_path, rows)
    refused(integraal("signalen", path), "unknown-results")
    named = integraal("signalen", path, "-i", instrument.id)
    assert named.returncode == 0, named.stderr
    # What a sentence says may have changed since; the id is what the result says.
    assert SAY("signals.other_version_title") in named.stdout
    assert limit.grounds.because[:30] not in named.stdout


def test_results_are_not_told_in_the_words_of_another_instrument(
    integraal: Run, tmp_path: Path, instrument: Instrument
) -> None:
    path = results(tmp_path, rows_of(instrument, 30))
    said = refused(integraal("signalen", path, "-i", "procesregie"), "other-results")
    assert instrument.id in said


def refused(done: Any, code: str) -> str:
    assert (done.returncode, done.stdout) == (1, ""), done.stdout
    assert f"error[{code}]" in done.stderr
    return str(done.stderr)


def test_a_report_never_takes_the_place_of_a_result(
    integraal: Run, evaluated: Path, tmp_path: Path
) -> None:
    before = evaluated.read_bytes()
    result = tmp_path / "uitkomst.txt"
    result.write_bytes(before)
    for place, code in ((evaluated, 2), (result, 1)):
        done = integraal("signalen", place, "-o", place, "--overschrijf")
        assert (done.returncode, place.read_bytes() == before) == (code, True)
    assert "output-is-input" in done.stderr


def test_what_people_decided_instead_can_be_counted_from_case_files(
    integraal: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    head = "schema: integraal/casus/1\nmoment: 2026-11-01\nanswers: {aantal_professionals: twee}\n"
    chose = "decisions:\n  - {instrument: voor-wie-doen-we-wat, level: LEVEL, because: dat past}\n"
    for number in range(90):
        level = ("", "connectie", "cooperatie")[number % 3]
        text = head + (chose.replace("LEVEL", level) if level else "")
        (folder / f"{number}.yaml").write_text(f"{text}casus: C-{number}\n", "utf-8")
    done = integraal("batch", "map", "uit.csv", "--groepeer", "decided")
    assert done.returncode == 0, done.stderr
    counted = integraal("signalen", "uit.csv", "--per", "decided", "-f", "json")
    groups = json.loads(counted.stdout)["groups"]
    assert [group["group"] for group in groups] == ["connectie", "cooperatie", ""]
    assert all(20 <= group["cases"] <= 40 for group in groups)
    plain = integraal("batch", "map", "alles.csv")
    assert "decided" not in plain.stderr + (tmp_path / "alles.csv").read_text("utf-8")
