"""`integraal vergelijk-versies`: which cases a new version changes, and by which rule."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from integraal.reading.library import Library, data_folder
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY
from tests.conftest import ROOT, Run

OLD = "voor-wie-doen-we-wat"
STUCK = "      hulpverloop: vastgelopen\n    at_least: coordinatie"


ALARM = """\
schema: integraal/instrument/1
id: alarm
version: 1
title: Alarm
source: {document: "001"}
sections:
  - id: thuis
    title: Thuis
    questions:
      - id: geslagen
        name: Geslagen
        ask: Is er geslagen?
        why: Dan gaat dat voor.
        kind: one
        options: [{id: nee, label: Nee}, {id: ja, label: Ja}]
actions:
  - {id: bel, text: Bel nu., urgent: danger, call: [noodnummer]}
rules:
  - id: slaan
    when: {geslagen: ja}
    action: bel
    because: Er is geslagen.
    support: choice
    source: {document: "001"}
"""


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A new version: one rule asks for more, one question and one option have other names."""
    folder = tmp_path / "nieuw"
    folder.mkdir()
    for path in data_folder().glob("*.yaml"):
        shutil.copy(path, folder)
    file = folder / "questions.yaml"
    text = file.read_text(encoding="utf-8")
    assert STUCK in text
    text = text.replace("version: 2026.1", "version: 2026.2", 1)
    text = text.replace(STUCK, STUCK.replace("coordinatie", "cooperatie"))
    text = text.replace("draaglast", "last").replace("id: zwaar\n", "id: groot\n")
    text = text.replace("last: zwaar", "last: groot")
    text = text.replace("bij last en draagkracht", "bij draaglast en draagkracht")
    text += (
        "\nrenamed:\n"
        "  - question: draaglast\n    to: last\n"
        "  - question: last\n    option: zwaar\n    to: groot\n"
    )
    file.write_text(text, encoding="utf-8")
    return file


def test_without_cases_the_smallest_that_differs_is_told(new: Path, integraal: Run) -> None:
    done = integraal("vergelijk-versies", "meldcode", "meldcode")
    assert SAY("versions.smallest_none")[:40] in " ".join(done.stdout.split())
    quiet = new.with_name("stil.yaml")
    text = (data_folder() / "meldcode.yaml").read_text("utf-8")
    start = text.index("  - id: bel-eerst-112")
    alarm = text[start : text.index("  - id:", start + 5)]
    kept = [
        line for line in alarm.splitlines(True) if not line.startswith(("    urgent", "    call"))
    ]
    quiet.write_text(text.replace(alarm, "".join(kept)), "utf-8")
    told = json.loads(integraal("vergelijk-versies", "meldcode", quiet, "-f", "json").stdout)
    assert told["smallest"]["answers"] == {"direct_gevaar": "ja"}


def test_cases_that_change_are_told_from_what_to_what_and_by_which_rule(
    integraal: Run, new: Path, examples: Path
) -> None:
    done = integraal("vergelijk-versies", OLD, new, examples / "vergelijken")
    assert done.returncode == 0
    text = " ".join(done.stdout.split())
    assert "voor-wie-doen-we-wat 2026.1 → voor-wie-doen-we-wat 2026.2" in text
    assert "Bekeken casussen: 3. Het advies verandert: 1." in text
    assert "1 × minstens coördinatie, misschien coöperatie → coöperatie" in text
    assert "Regel R13 hulp-is-vastgelopen doet iets anders: minstens coördinatie →" in text


def test_old_names_go_through_the_table_of_the_new_version(
    integraal: Run, new: Path, examples: Path
) -> None:
    done = integraal("vergelijk-versies", OLD, new, examples / "vergelijken")
    told = done.stderr.splitlines()
    assert "Aantal casussen met een oude naam, gelezen als de nieuwe: 3." in told
    assert "draaglast" not in done.stdout


def test_a_version_beside_itself_changes_nothing(integraal: Run, examples: Path) -> None:
    done = integraal("vergelijk-versies", OLD, OLD, examples)
    assert done.returncode == 0
    assert "Alles blijft gelijk:" in done.stdout
    assert "Per casus" not in done.stdout


def test_json_gives_the_same_as_data(integraal: Run, new: Path, examples: Path) -> None:
    done = integraal("vergelijk-versies", OLD, new, examples / "vergelijken", "-f", "json")
    data = json.loads(done.stdout)
    assert (data["total"], data["changed"], data["unreadable"]) == (3, 1, 0)
    (case,) = data["cases"]
    assert (case["casus"], Path(case["file"]).name) == ("C-4102", "gezin.yaml")
    assert case["changes"] == {"level": {"before": "coordinatie", "after": "cooperatie"}}
    assert [rule["rule"] for rule in case["rules"]] == ["hulp-is-vastgelopen"]
    assert data["old"]["fingerprint"] != data["new"]["fingerprint"]


def test_a_folder_gives_its_case_files_and_passes_over_others(
    integraal: Run, examples: Path, tmp_path: Path
) -> None:
    inside = tmp_path / "map" / "dieper"
    inside.mkdir(parents=True)
    shutil.copy(examples / "C-2041.yaml", inside / "C-2041.yml")
    shutil.copy(data_folder() / "sources.yaml", inside)
    done = integraal("vergelijk-versies", OLD, OLD, "map")
    assert "Bekeken casussen: 1." in done.stdout


def test_a_case_that_is_named_twice_is_counted_once(
    integraal: Run, examples: Path, tmp_path: Path
) -> None:
    shutil.copy(examples / "C-2041.yaml", tmp_path)
    named = ("C-2041.yaml", ".", tmp_path / "C-2041.yaml")
    assert "Bekeken casussen: 1." in integraal("vergelijk-versies", OLD, OLD, *named).stdout


def test_a_folder_without_cases_is_wrong_usage(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    done = integraal("vergelijk-versies", OLD, OLD, "leeg")
    assert (done.returncode, done.stdout) == (2, "")
    assert "in de map leeg staan geen casussen." in done.stderr


def test_what_cannot_be_read_is_reported_and_the_others_are_answered(
    integraal: Run, new: Path, examples: Path, tmp_path: Path
) -> None:
    (tmp_path / "stuk.yaml").write_text("schema: integraal/casus/1\ncasus: C-1\nland: fr\n")
    done = integraal(
        "vergelijk-versies", OLD, new, "stuk.yaml", examples / "C-2041.yaml", "weg.yaml"
    )
    assert done.returncode == 1
    assert "Bekeken casussen: 3." in done.stdout
    assert "Niet te lezen: 2." in " ".join(done.stdout.split())
    assert done.stderr.count("stuk.yaml:3:7: error[unknown-word]") == 1
    assert done.stderr.count("weg.yaml: error[no-such-file]") == 1


def test_what_only_one_version_minds_is_said_of_that_version(
    integraal: Run, new: Path, tmp_path: Path
) -> None:
    (tmp_path / "c.yaml").write_text(
        "schema: integraal/casus/1\ncasus: C-1\nanswers:\n  last: groot\n"
    )
    done = integraal("vergelijk-versies", OLD, new, "c.yaml")
    assert done.returncode == 1
    assert done.stderr.startswith("Alleen de oude versie kan dit niet lezen in c.yaml:\n")
    back = integraal("vergelijk-versies", new, OLD, "c.yaml", "-f", "json")
    faults = json.loads(back.stdout)["faults"]
    assert [(fault["version"], fault["code"]) for fault in faults] == [("new", "no-such-question")]


def test_a_pseudonym_that_is_none_is_refused(integraal: Run, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("schema: integraal/casus/1\ncasus: jan@voorbeeld.nl\n")
    done = integraal("vergelijk-versies", OLD, OLD, "c.yaml")
    assert done.returncode == 1


def test_two_instruments_are_compared_with_a_warning(integraal: Run, examples: Path) -> None:
    good = ROOT / "tests" / "instruments" / "good" / "klein.yaml"
    done = integraal("vergelijk-versies", OLD, good, examples / "C-2041.yaml")
    assert "twee verschillende instrumenten, voor-wie-doen-we-wat en klein" in done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_in_the_language_asked_for_and_quiet_when_asked(
    integraal: Run, new: Path, examples: Path, language: str
) -> None:
    case = examples / "C-2041.yaml"
    done = integraal("vergelijk-versies", OLD, new, case, "--taal", language, "--stil")
    assert done.stdout.startswith(Words(language)("versions.title"))
    assert done.stderr == ""


def test_an_instrument_that_is_not_there_is_said(integraal: Run, examples: Path) -> None:
    done = integraal("vergelijk-versies", OLD, "nieuw.yaml", examples)
    assert (done.returncode, done.stdout) == (1, "")
    assert "nieuw.yaml: error[no-such-file]" in done.stderr


def test_the_page_goes_to_a_file(integraal: Run, examples: Path, tmp_path: Path) -> None:
    done = integraal("vergelijk-versies", OLD, OLD, examples, "-o", "verschil.txt")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "verschil.txt").read_text(encoding="utf-8").startswith("Wat verandert")


def test_other_texts_are_told_and_a_new_name_is_no_new_text(
    integraal: Run, new: Path, examples: Path
) -> None:
    data = versions(integraal, new, examples)
    assert (data["texts"], data["swapped"], data["same_number"]) == ([], [], False)
    text = new.read_text(encoding="utf-8")
    was = "ask: Bij hoeveel gezinsleden zie je problemen?"
    assert was in text
    new.write_text(text.replace(was, "ask: Hoeveel mensen hebben het zwaar?"), encoding="utf-8")
    told = {"before": was[5:], "after": "Hoeveel mensen hebben het zwaar?"}
    assert versions(integraal, new, examples)["texts"] == [
        {"key": "questions.gezinsleden.ask", **told}
    ]
    page = integraal("vergelijk-versies", OLD, new, examples / "vergelijken").stdout
    for shown in (SAY("versions.texts"), *told.values()):
        assert shown in " ".join(page.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_that_changed_places_and_a_number_that_stayed_are_said_first(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    folder = tmp_path / "eigen"
    folder.mkdir()
    text = (ROOT / "tests" / "instruments" / "good" / "tellen.yaml").read_text(encoding="utf-8")
    old, new = folder / "oud.yaml", tmp_path / "nieuw.yaml"
    old.write_text(text, encoding="utf-8")
    first, second = "label: Licht\n", "label: Zwaar\n"
    assert text.count(first) == text.count(second) == 1
    swapped = text.replace(first, "label: X\n").replace(second, first).replace("label: X\n", second)
    new.write_text(swapped, encoding="utf-8")
    case = tmp_path / "C-1.yaml"
    case.write_text("schema: integraal/casus/1\ncasus: C-1\nanswers: {}\n", encoding="utf-8")
    done = integraal("vergelijk-versies", old, new, case, "--taal", language)
    words, shown = Words(language), " ".join(done.stdout.split())
    version = Library(folder, cache=None).instrument_file(old).version
    at = [
        shown.find(" ".join(told.split()))
        for told in (
            words("versions.same_number", version=version),
            words("versions.swapped", question="Draaglast", one="Zwaar", other="Licht"),
            words("versions.total", count=1),
        )
    ]
    assert -1 not in at
    assert at == sorted(at)


def versions(integraal: Run, new: Path, examples: Path) -> dict[str, Any]:
    done = integraal("vergelijk-versies", OLD, new, examples / "vergelijken", "--formaat", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_that_went_away_without_a_word_is_said(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    old = ROOT / "tests" / "instruments" / "good" / "routes.yaml"
    text = old.read_text(encoding="utf-8").replace("leeftijd", "jaren")
    new = tmp_path / "routes.yaml"
    new.write_text(text.replace("version: 2", "version: 3", 1), encoding="utf-8")
    case = tmp_path / "c.yaml"
    case.write_text(
        "schema: integraal/casus/1\ncasus: C-1\nmoment: 2026-11-21\n"
        "instruments: {routes: '2'}\nanswers: {leeftijd: 4}\n",
        encoding="utf-8",
    )
    done = integraal("vergelijk-versies", old, new, case, "--taal", language)
    words = Words(language)
    assert words("versions.gone", names="leeftijd") in " ".join(done.stdout.split())
    remedy = words("remedy.no-such-question.version", given="2", now="3")
    assert remedy in " ".join(done.stderr.split())
    data = integraal("vergelijk-versies", old, new, case, "-f", "json").stdout
    assert json.loads(data)["gone"] == [{"question": "leeftijd", "option": None}]


def test_a_danger_that_no_longer_alarms_is_said_first_and_still_sounded(
    integraal: Run, tmp_path: Path
) -> None:
    """The action stays, and so do level and route: no advice shows that nobody is told to call."""
    old, new, case = (tmp_path / name for name in ("oud.yaml", "nieuw.yaml", "c.yaml"))
    old.write_text(ALARM, encoding="utf-8")
    without = ALARM.replace(", urgent: danger, call: [noodnummer]", "")
    new.write_text(without.replace("version: 1", "version: 2"), encoding="utf-8")
    case.write_text(
        "schema: integraal/casus/1\ncasus: C-1\nanswers: {geslagen: ja}\n", encoding="utf-8"
    )
    done = integraal("vergelijk-versies", old, new, case)
    told = " ".join(done.stdout.split())
    assert "Let op, dit gaat over veiligheid." in told
    assert "actie 'bel': 'urgent: danger' valt weg" in told
    assert "Geen alarm meer: Bel nu." in told
    assert "Alles blijft gelijk" not in told
    assert "112 Noodnummer" in " ".join(done.stderr.split())
    data = json.loads(integraal("vergelijk-versies", old, new, case, "--formaat", "json").stdout)
    assert data["weakened"] == [
        {"of": "action", "id": "bel", "change": "urgency", "before": "danger", "after": "none"}
    ]
    assert data["cases"][0]["changes"] == {"urgent": {"before": ["bel"], "after": []}}
