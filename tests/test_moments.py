"""A case is a timeline: another day is another moment, and an instrument looks at its own."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from integraal.words.words import Words
from tests.cli.terminal import Terminal, squeezed
from tests.conftest import Run

SAY = Words("nl")

TWO_INSTRUMENTS = """schema: integraal/casus/1
casus: T-1
land: nl
moments:
  - moment: 2026-05-01
    instruments: {voor-wie-doen-we-wat: "2026.1"}
    answers: {aantal_professionals: drie_of_meer, veiligheid: zorg}
  - moment: 2026-09-01
    instruments: {meldcode: "2026.1"}
    answers: {md_direct_gevaar: nee, md_signalen: ja, veiligheid: zorg}
"""
PROCESREGIE_SINCE = """schema: integraal/casus/1
casus: T-2
land: nl
moments:
  - moment: 2026-05-01
    instruments: {voor-wie-doen-we-wat: "2026.1"}
    answers: {aantal_professionals: drie_of_meer, veiligheid: geen_zorg, samenhang: alleen_samen}
  - moment: 2026-09-01
    instruments: {procesregie: "2026.1"}
    answers: {professional_betrokken: ja, kader: vrijwillig}
"""
SLIP_OF_A_DAY = """schema: integraal/casus/1
casus: V-4
moments:
  - moment: 2026-09-01
    answers: {veiligheid: herhaald_of_acuut, aantal_professionals: drie_of_meer}
  - moment: 2062-09-15
    answers: {veiligheid: geen_zorg, aantal_professionals: een}
"""
OLD = """schema: integraal/casus/1
casus: O-1
land: nl
moment: 2024-05-01
instruments:
  voor-wie-doen-we-wat: "2024.1"
answers:
  aantal_professionals: een
  wie_nodig: eigen_organisatie   # zei de wijkverpleegkundige
  veiligheid: geen_zorg
"""
OF_OLD_IN_DANGER = """schema: integraal/casus/1
casus: D-1
land: nl
moment: 2026-11-22
instruments:
  meldcode: "2025.3"
answers:
  md_direct_gevaar: ja
  md_signalen: ja
  veiligheid: geen_zorg
"""
MIXED_UP = """schema: integraal/casus/1
casus: V-1
land: nl
moments:
  - moment: 2026-09-01
    answers: {aantal_professionals: drie_of_meer, veiligheid: herhaald_of_acuut}
  - moment: 2026-05-01
    answers: {aantal_professionals: een, gezinsleden: een}
  - moment: 2062-12-01
    instruments:
      voor-wie-doen-we-wat: "2099.9"
    answers: {aantal_professionals: twee}
"""


def kept(folder: Path, text: str, name: str = "C-1.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def advice(integraal: Run, case: Path, *more: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(integraal("advies", case, "-f", "json", *more).stdout)
    return data


def stages(integraal: Run, case: Path) -> dict[str, list[dict[str, Any]]]:
    """What each instrument says at its moments."""
    data = json.loads(integraal("verloop", case, "-f", "json").stdout)
    return {each["instrument"]: each["moments"] for each in data["instruments"]}


def moments_in(case: Path) -> list[dict[str, Any]]:
    moments: list[dict[str, Any]] = yaml.safe_load(case.read_text("utf-8"))["moments"]
    return moments


# Each instrument looks at its own last moment.


def test_a_later_moment_of_another_instrument_does_not_wipe_an_advice(
    integraal: Run, tmp_path: Path
) -> None:
    found = advice(integraal, kept(tmp_path, PROCESREGIE_SINCE))
    assert (found["moment"], found["level"]) == ("2026-05-01", "cooperatie")


def test_an_instrument_has_no_column_for_a_moment_that_was_not_its_own(
    integraal: Run, tmp_path: Path
) -> None:
    followed = stages(integraal, kept(tmp_path, PROCESREGIE_SINCE))
    assert [(s["moment"], s["level"]) for s in followed["voor-wie-doen-we-wat"]] == [
        ("2026-05-01", "cooperatie")
    ]
    assert [stage["moment"] for stage in followed["procesregie"]] == ["2026-09-01"]


def test_no_routes_stand_at_a_moment_at_which_nobody_used_the_instrument(
    integraal: Run, tmp_path: Path
) -> None:
    followed = stages(integraal, kept(tmp_path, TWO_INSTRUMENTS))["meldcode"]
    assert [stage["moment"] for stage in followed] == ["2026-09-01"]
    assert followed[0]["outcomes"]


def test_what_another_instrument_heard_since_counts_and_is_said_with_its_day(
    integraal: Run, tmp_path: Path
) -> None:
    worse = TWO_INSTRUMENTS.replace(
        "md_signalen: ja, veiligheid: zorg", "veiligheid: herhaald_of_acuut"
    )
    case = kept(tmp_path, worse)
    found = advice(integraal, case, "-i", "voor-wie-doen-we-wat")
    heard = {each["question"]: (each["answer"], each["moment"]) for each in found["along"]}
    assert heard["veiligheid"] == ("herhaald_of_acuut", "2026-09-01")
    assert "zorg-om-veiligheid" in [reason["rule"] for reason in found["reasons"]]
    page = squeezed(integraal("advies", case, "-i", "voor-wie-doen-we-wat").stdout)
    assert squeezed("herhaald of acuut (1 september 2026)") in page
    followed = stages(integraal, case)["voor-wie-doen-we-wat"]
    assert [stage["moment"] for stage in followed] == ["2026-05-01", "2026-09-01"]


@pytest.mark.parametrize("first", ["meldcode", "voor-wie-doen-we-wat"])
def test_danger_is_heard_whatever_instrument_was_opened_since(
    first: str, integraal: Run, tmp_path: Path
) -> None:
    [other] = {"meldcode", "voor-wie-doen-we-wat"} - {first}
    case = kept(
        tmp_path,
        f"""schema: integraal/casus/1
casus: T-3
land: nl
moments:
  - moment: 2026-05-01
    instruments: {{{first}: "2026.1"}}
    answers: {{direct_gevaar: ja}}
  - moment: 2026-09-01
    instruments: {{{other}: "2026.1"}}
    answers: {{veiligheid: weet_niet}}
""",
    )
    for name in (first, other):
        urgent = advice(integraal, case, "-i", name)["urgent"]
        assert "bel-eerst-112" in [each["id"].rpartition("/")[2] for each in urgent]


def test_a_calm_that_another_instrument_heard_before_is_no_calm_of_now(
    integraal: Run, tmp_path: Path
) -> None:
    case = kept(
        tmp_path,
        """schema: integraal/casus/1
casus: T-4
moments:
  - moment: 2026-05-01
    instruments: {meldcode: "2026.1"}
    answers: {direct_gevaar: nee}
  - moment: 2026-09-01
    instruments: {voor-wie-doen-we-wat: "2026.1"}
    answers: {aantal_professionals: een}
""",
    )
    found = advice(integraal, case)
    assert next(each["because"] for each in found["urgent"]) == ["direct_gevaar"]
    assert found["along"] == []


# A day after today.


def test_a_moment_after_today_is_said_and_is_not_the_latest(integraal: Run, tmp_path: Path) -> None:
    case = kept(tmp_path, SLIP_OF_A_DAY)
    assert advice(integraal, case)["moment"] == "2026-09-01"
    for command in (["advies"], ["verloop"], ["checklist", "--casus"], ["export", "ics"]):
        assert "after-today" in integraal(*command, case).stderr
    assert "2062" not in integraal("verloop", case).stdout


def test_danger_of_a_day_after_today_is_said_all_the_same(integraal: Run, tmp_path: Path) -> None:
    case = kept(tmp_path, SLIP_OF_A_DAY.replace("veiligheid: geen_zorg", "direct_gevaar: ja"))
    assert "bel-eerst-112" in [each["id"] for each in advice(integraal, case)["urgent"]]


def test_the_only_moment_counts_although_it_is_after_today(integraal: Run, tmp_path: Path) -> None:
    case = kept(tmp_path, OLD.replace("2024-05-01", "2062-05-01"))
    assert advice(integraal, case)["moment"] == "2062-05-01"
    assert "only-after-today" in integraal("advies", case).stderr


def test_the_interview_asks_for_the_right_day(tmp_path: Path) -> None:
    case = kept(tmp_path, SLIP_OF_A_DAY)
    with Terminal(tmp_path, "reflecteer", "--casus", case.name) as terminal:
        terminal.wait_for("Welke dag was het?")
        terminal.enter("2026-09-15").wait_for("Typ verder of nieuw")
        terminal.enter("stop").wait_for_end()
    assert [str(each["moment"]) for each in moments_in(case)] == ["2026-09-01", "2026-09-15"]


# An older moment is never written over.


def test_answers_of_today_are_a_new_moment_and_the_old_one_stays(
    integraal: Run, tmp_path: Path
) -> None:
    case = kept(tmp_path, OLD)
    done = integraal("reflecteer", "--casus", case, stdin="nee\nstop\n")
    assert squeezed(SAY("moment.onward", day="1 mei 2024")) in squeezed(done.stderr)
    then, now = moments_in(case)
    assert then["answers"] == yaml.safe_load(OLD)["answers"]
    assert (then["moment"], then["instruments"]) == (
        date(2024, 5, 1),
        {"voor-wie-doen-we-wat": "2024.1"},
    )
    assert "# zei de wijkverpleegkundige" in case.read_text("utf-8")
    assert now["moment"] == date.today()
    # What was calm then is asked anew.
    assert now["answers"] == {
        "direct_gevaar": "nee",
        "aantal_professionals": "een",
        "wie_nodig": "eigen_organisatie",
    }


def test_nothing_is_written_before_anything_is_answered(integraal: Run, tmp_path: Path) -> None:
    case = kept(tmp_path, OLD)
    integraal("reflecteer", "--casus", case, stdin="stop\n")
    assert case.read_text("utf-8") == OLD


def test_somebody_may_begin_anew_and_an_earlier_danger_stays_until_it_is_asked(
    tmp_path: Path,
) -> None:
    case = kept(tmp_path, OF_OLD_IN_DANGER)
    with Terminal(tmp_path, "reflecteer", "meldcode", "--casus", case.name) as terminal:
        terminal.wait_for("Typ verder of nieuw")
        terminal.enter("nieuw").wait_for("Iemand kan in gevaar zijn")
        terminal.wait_for_question(1).press("ctrl-c").wait_for_end()
        assert terminal.says("112")
    assert case.read_text("utf-8") == OF_OLD_IN_DANGER


@pytest.mark.parametrize(
    ("text", "instrument", "given"),
    [
        (OF_OLD_IN_DANGER, "meldcode", "2025.3"),
        (OLD, "voor-wie-doen-we-wat", "2024.1"),
        (MIXED_UP, "voor-wie-doen-we-wat", "2099.9"),
    ],
)
def test_another_version_is_said(
    text: str, instrument: str, given: str, integraal: Run, tmp_path: Path
) -> None:
    said = integraal("advies", kept(tmp_path, text)).stderr
    assert "other-version" in said
    assert instrument in said
    assert given in said


def test_moments_in_any_order_are_read_in_order_of_time(integraal: Run, tmp_path: Path) -> None:
    followed = stages(integraal, kept(tmp_path, MIXED_UP))["voor-wie-doen-we-wat"]
    assert [stage["moment"] for stage in followed] == ["2026-05-01", "2026-09-01"]


# Codes of a form that was filled in on another day.


def _check(integraal: Run, name: str) -> str:
    return str(json.loads(integraal("checklist", name, "-f", "json").stdout)["check"])


def test_codes_of_a_form_are_a_moment_of_the_day_that_is_named(
    integraal: Run, tmp_path: Path
) -> None:
    case, name = kept(tmp_path, OLD), "voor-wie-doen-we-wat"
    codes = f"{_check(integraal, name)}\nA1n A2a\n\n"
    line = ["reflecteer", name, "--codes", "--casus", case, "--datum"]
    done = integraal(*line, "2026-09-01", stdin=codes)
    assert done.returncode == 0, done.stderr
    then, taken = moments_in(case)
    assert str(then["moment"]) == "2024-05-01"
    assert str(taken["moment"]) == "2026-09-01"
    assert taken["answers"] == {"direct_gevaar": "nee", "veiligheid": "geen_zorg"}
    again = integraal(*line, "2026-09-01", stdin=codes)
    assert (again.returncode, "--datum" in again.stderr) == (2, True)


@pytest.mark.parametrize("day", ["2062-01-01", "1 mei", "2026-13-01"])
def test_a_day_that_is_none_or_after_today_is_refused(
    day: str, integraal: Run, tmp_path: Path
) -> None:
    done = integraal("reflecteer", "--casus", tmp_path / "C-1.yaml", "--datum", day)
    assert (done.returncode, "--datum" in done.stderr) == (2, True)
    assert not (tmp_path / "C-1.yaml").exists()


# Several people.


def test_equal_file_names_are_told_apart_by_their_folders_and_countries_are_said(
    integraal: Run, tmp_path: Path
) -> None:
    views = []
    for folder, land in (("jan", "nl"), ("els", "be")):
        (tmp_path / folder).mkdir()
        text = f"schema: integraal/casus/1\ncasus: X-1\nland: {land}\nmoment: 2026-11-01\n"
        views.append(kept(tmp_path / folder, f"{text}answers: {{veiligheid: zorg}}\n"))
    page = squeezed(integraal("vergelijk", *views).stdout)
    assert "A  jan/C-1" in integraal("vergelijk", *views).stdout
    assert "B  els/C-1" in integraal("vergelijk", *views).stdout
    assert squeezed("A: Nederland en B: België") in page


# Past its date.


@pytest.mark.parametrize(
    "line",
    [
        *("advies", "advies --waarom", "advies --voor gezin", "verloop", "checklist --casus"),
        *("export ics", "reflecteer --casus", "afspraak", "afspraak --lijst", "besluit"),
        "vergelijk-versies voor-wie-doen-we-wat voor-wie-doen-we-wat",
    ],
)
def test_every_command_says_that_a_case_is_past_its_date(
    line: str, integraal: Run, tmp_path: Path
) -> None:
    case = kept(
        tmp_path,
        """schema: integraal/casus/1
casus: K-1
land: nl
keep_until: 2025-01-01
moment: 2026-11-01
instruments: {voor-wie-doen-we-wat: "1999.1"}
answers:
  veiligheid: zorg
agreements:
  - {what: iets, who: wijkteam, by: 2026-12-01}
""",
    )
    said = integraal(*line.split(), case).stderr
    assert "past-keep-until" in said
    # What becomes of an advice under another version is what this one is about.
    assert ("other-version" in said) is not line.startswith("vergelijk-versies")


# Agreements.

AGREED = """schema: integraal/casus/1
casus: A-2
land: nl
moments:
  - moment: 2026-09-01
    answers: {veiligheid: geen_zorg}
    agreements:
      - {what: Plan maken, who: wijkteam, by: 2062-12-01, done: false}
  - moment: 2026-11-01
    answers: {veiligheid: geen_zorg}
    agreements:
      - {what: Plan maken, who: wijkteam, by: 2062-12-01, done: true}
"""


def test_what_was_done_later_is_done_and_its_day_is_cancelled(
    integraal: Run, tmp_path: Path
) -> None:
    case = kept(tmp_path, AGREED)
    page = integraal("verloop", case)
    assert "Plan maken" not in page.stdout
    assert SAY("course.all_done") in " ".join(page.stdout.split())
    before = kept(tmp_path, AGREED.replace("done: true", "done: false"), "eerder.yaml")
    then, now = (integraal("export", "ics", each).stdout for each in (before, case))
    [uid] = [line for line in then.splitlines() if line.startswith("UID")]
    assert uid in now
    assert ("STATUS:CONFIRMED" in then, "SEQUENCE:0" in then) == (True, True)
    assert ("STATUS:CANCELLED" in now, "SEQUENCE:1" in now) == (True, True)


def test_days_that_have_passed_are_in_the_calendar_only_when_asked(
    integraal: Run, tmp_path: Path
) -> None:
    text = AGREED.replace("2062-12-01", "2026-10-01").replace("done: true", "done: false")
    case = kept(tmp_path, text)
    done = integraal("export", "ics", case)
    assert (done.returncode, done.stdout) == (1, "")
    assert SAY("ics.past", count=1) in " ".join(done.stderr.split())
    assert "20261001" in integraal("export", "ics", case, "--ook-voorbij").stdout


def test_the_day_of_what_is_past_and_done_stays_cancelled_only_while_it_is_ahead(
    integraal: Run, tmp_path: Path
) -> None:
    case = kept(tmp_path, AGREED.replace("2062-12-01", date.today().isoformat()))
    assert "STATUS:CANCELLED" in integraal("export", "ics", case).stdout
    gone = kept(tmp_path, AGREED.replace("2062-12-01", "2026-10-01"))
    assert integraal("export", "ics", gone).returncode == 1
    assert "STATUS:CANCELLED" in integraal("export", "ics", gone, "--ook-voorbij").stdout


# A day on which people only agreed or decided something.

NOTED_SINCE = (
    PROCESREGIE_SINCE
    + """  - moment: 2026-10-01
    agreements:
      - {what: Plan maken, who: wijkteam, by: 2062-12-01}
  - moment: 2026-10-15
    decisions:
      - {instrument: procesregie, outcome: OUTCOME, because: het gezin kiest haar zelf}
closed:
  - {moment: 2026-10-01, n: 1, on: 2026-11-01}
"""
)


def test_days_without_answers_wipe_no_advice_of_any_instrument(
    integraal: Run, tmp_path: Path
) -> None:
    before = kept(tmp_path, PROCESREGIE_SINCE, "eerder.yaml")
    [route, *_] = advice(integraal, before, "-i", "procesregie")["outcomes"]
    case = kept(tmp_path, NOTED_SINCE.replace("OUTCOME", route["id"]))
    for name in ("voor-wie-doen-we-wat", "procesregie"):
        then, now = (advice(integraal, each, "-i", name) for each in (before, case))
        assert {**now, "decided": None} == then
    assert stages(integraal, case) == stages(integraal, before)
    ics = integraal("export", "ics", case).stdout
    assert ("STATUS:CANCELLED" in ics, "DTSTAMP:20261101" in ics) == (True, True)


def test_answers_go_on_from_the_last_answers_whatever_was_noted_since(
    integraal: Run, tmp_path: Path
) -> None:
    """Of today as well: what was noted this morning does not begin the afternoon with nothing."""
    case = kept(tmp_path, OLD)
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam\n")
    done = integraal("reflecteer", "--casus", case, stdin="nee\nstop\n")
    assert squeezed(SAY("moment.onward", day="1 mei 2024")) in squeezed(done.stderr)
    _, now = moments_in(case)
    assert now["answers"]["aantal_professionals"] == "een"
    assert [one["what"] for one in now["agreements"]] == ["Plan maken"]


def test_a_form_of_an_earlier_day_keeps_its_day_whatever_was_noted_today(
    integraal: Run, tmp_path: Path
) -> None:
    case, name = kept(tmp_path, OLD), "voor-wie-doen-we-wat"
    integraal("afspraak", case, "-", stdin="Plan maken / wijkteam\n")
    codes = f"{_check(integraal, name)}\n12-11-2026 A1n A2a\n\n"
    done = integraal("reflecteer", name, "--codes", "--casus", case, stdin=codes)
    assert done.returncode == 0, done.stderr
    _, taken, noted = moments_in(case)
    assert (taken["moment"], taken["answers"]["direct_gevaar"]) == (date(2026, 11, 12), "nee")
    assert (noted["moment"], set(noted)) == (date.today(), {"moment", "agreements"})


def test_a_form_of_a_day_on_which_something_was_noted_goes_with_today(
    integraal: Run, tmp_path: Path
) -> None:
    """Two moments of one day are none: which is the last cannot be told."""
    text = OLD.replace("moment: 2024-05-01", "moment: 2026-11-12")
    case, name = kept(tmp_path, text), "voor-wie-doen-we-wat"
    codes = f"{_check(integraal, name)}\n12-11-2026 A1n\nG1 Plan maken / wijkteam\n\n"
    integraal("reflecteer", name, "--codes", "--casus", case, stdin=codes)
    assert integraal("advies", case).returncode == 0
    assert [each["moment"] for each in moments_in(case)] == [date(2026, 11, 12), date.today()]
