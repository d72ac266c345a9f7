"""`integraal overleg`: a year of meetings, one of them, its notes, and what recurs."""

import json
import shutil
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from icalendar import Calendar

from integraal.reading.library import Library, data_folder
from integraal.words.words import LANGUAGES, Words
from tests.batch.made_results import rows_of, write_results
from tests.conftest import Run
from tests.everything import MEETINGS

SHIPPED = data_folder() / "regio" / "voorbeeldnetwerk.yaml"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A network without meetings."""
    return Path(shutil.copy(SHIPPED, tmp_path / "netwerk.yaml"))


@pytest.fixture
def network(bare: Path) -> Path:
    """A network with three meetings."""
    bare.write_text(f"{bare.read_text('utf-8').rstrip()}\n{MEETINGS}", "utf-8")
    return bare


def said(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def test_what_recurs_says_since_when_from_whom_what_was_agreed_and_what_nobody_serves(
    integraal: Run, network: Path
) -> None:
    done = integraal("overleg", str(network), "-f", "json")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    (one,) = data["recurring"]
    assert one["theme"] == "Wachttijden"
    assert one["meetings"] == ["2026-03-10", "2026-06-09"]
    assert one["brought_by"] == ["caw", "ocmw"]
    assert [each["id"] for each in one["unserved"]] == ["werk"]
    assert one["services"] == ["schuldhulp"]
    assert one["agreed"][0]["what"] == "een brief aan het bestuur"
    assert [each["theme"] for each in data["watched"]] == ["te dure woningen"]
    page = said(integraal("overleg", str(network)).stdout)
    for told in (
        "Sinds 10 maart 2026; in 2 overleggen: 10 maart 2026, 9 juni 2026",
        "Ingebracht door: CAW De Brug (verzonnen) en OCMW van de Molenwijk (verzonnen)",
        "Niemand op de kaart is er voor: Werk of dagbesteding",
        "Afgesproken op 10 maart 2026: een brief aan het bestuur",
    ):
        assert told in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_meetings_on_file_are_not_told_as_no_problems(
    integraal: Run, bare: Path, language: str
) -> None:
    done = integraal("overleg", str(bare), "--taal", language)
    assert said(Words(language)("meetings.memory_none")) in said(done.stdout)


def test_counts_over_cases_stand_beside_it_with_small_ones_left_out(
    integraal: Run, network: Path, tmp_path: Path
) -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    many, few = tmp_path / "veel.csv", tmp_path / "weinig.csv"
    write_results(many, [dict(row) for row in rows_of(instrument, 80, 0)])
    write_results(few, [dict(row) for row in rows_of(instrument, 3, 0)])
    done = integraal("overleg", str(network), "--signalen", str(many), "-f", "json")
    assert done.returncode == 0, done.stderr
    (beside,) = json.loads(done.stdout)["cases"]
    counts = [each["cases"] for each in (*beside["limits"], *beside["unserved"])]
    assert counts
    assert all(count % 5 == 0 and count >= 5 for count in counts)
    refused = integraal("overleg", str(network), "--signalen", str(few))
    assert refused.returncode == 1
    assert "too-few-cases" in refused.stderr
    page = said(integraal("overleg", str(network), "--signalen", str(many)).stdout)
    assert "Ernaast: wat terugkomt in casussen" in page
    assert "Waar de kaart geen dienst voor heeft" in page


def test_an_action_that_a_service_is_for_does_not_stand_among_what_nobody_serves(
    integraal: Run, network: Path, tmp_path: Path
) -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    many = tmp_path / "veel.csv"
    write_results(many, [dict(row) for row in rows_of(instrument, 80, 0)])
    asked = ("overleg", str(network), "--signalen", str(many), "-f", "json")
    (before,) = json.loads(integraal(*asked).stdout)["cases"]
    served = before["unserved"][0]["id"]
    text = network.read_text("utf-8")
    network.write_text(text.replace("for: [netwerk,", f"for: [{served}, netwerk,"), "utf-8")
    (after,) = json.loads(integraal(*asked).stdout)["cases"]
    assert served not in [each["id"] for each in after["unserved"]]


def test_a_plan_proposes_days_and_says_who_is_missing(integraal: Run, network: Path) -> None:
    done = integraal("overleg", str(network), "--plan", "--vanaf", "2026-12-01", "-f", "json")
    data = json.loads(done.stdout)
    assert len(data["days"]) == 4
    assert [each["id"] for each in data["missing"]] == ["onderwijs", "winkels"] or data["missing"]
    assert {each["id"] for each in data["there"]} >= {"welzijn", "gezondheid"}
    assert "buurthuis" in [each["id"] for each in data["long_away"]]
    named = network.read_text("utf-8") + "holidays: [be-vlaams]\n"
    network.write_text(named, "utf-8")
    fewer = json.loads(integraal("overleg", str(network), "--plan", "-f", "json").stdout)
    assert fewer["calendars"] == ["be-vlaams"]


def test_an_agenda_is_one_sheet_with_what_is_open_and_who_is_missed(
    integraal: Run, network: Path, tmp_path: Path
) -> None:
    asked = ("overleg", str(network), "--agenda", "--datum", "2027-01-12", "--begin", "14:00")
    page = said(integraal(*asked).stdout)
    assert "dinsdag 12 januari 2027" in page
    assert "14:00–14:10" in page
    assert "een brief aan het bestuur" in page
    assert "Wachttijden: in 2 overleggen, van 2 organisaties" in page
    assert "Wie het kan overnemen: Buurthuis Het Anker (verzonnen)." in page
    from pypdf import PdfReader

    paper = tmp_path / "agenda.pdf"
    assert integraal(*asked, "-o", str(paper)).returncode == 0
    assert len(PdfReader(paper).pages) == 1


def test_an_invitation_is_in_the_languages_of_the_network_also_in_a_calendar(
    integraal: Run, network: Path, tmp_path: Path
) -> None:
    asked = ("overleg", str(network), "--uitnodiging", "--datum", "2027-01-12")
    texts = json.loads(integraal(*asked, "-f", "json").stdout)["texts"]
    assert set(texts) == {"nl", "en", "fr"}
    network.write_text(f"{network.read_text('utf-8')}languages: [nl, fr]\n", "utf-8")
    page = integraal(*asked, "--begin", "14:00", "--waar", "buurthuis").stdout
    assert "om 14:00" in said(page)
    assert "Où : buurthuis" in page
    file = tmp_path / "uit.ics"
    assert integraal(*asked, "--begin", "14:00", "-o", str(file)).returncode == 0
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2027-01-12T14:00:00"
    assert event.decoded("dtend").isoformat() == "2027-01-12T16:00:00"
    assert "Concertation de quartier" in str(event["summary"])
    year = tmp_path / "jaar.ics"
    assert integraal("overleg", str(network), "--plan", "-o", str(year)).returncode == 0
    assert len(Calendar.from_ical(year.read_bytes()).walk("VEVENT")) == 4


def test_a_language_of_the_network_without_words_is_said(integraal: Run, bare: Path) -> None:
    text = bare.read_text("utf-8")
    bare.write_text(text.replace("languages: [nl, fr, en]", "languages: [nl, ar]"), "utf-8")
    done = integraal("overleg", str(bare), "--uitnodiging")
    assert "hebben we geen uitnodiging: ar" in said(done.stderr)


ANSWERS = (
    "2026-10-06",
    "welzijn, 1",
    "1, ocmw",
    "caw",
    "buurthuis",
    "4, signalen",
    "te dure woningen",
    "buurthuis",
    "wonen",
    "",
    "de gemeente vragen",
    "ocmw",
    "2027-01-12",
    "1",
    "",
)


def test_notes_are_asked_and_put_in_the_file(integraal: Run, bare: Path) -> None:
    before = bare.read_text("utf-8")
    done = integraal("overleg", str(bare), "--verslag", stdin="\n".join((*ANSWERS, "")))
    assert done.returncode == 0, done.stderr
    text = bare.read_text("utf-8")
    assert text.startswith(before.rstrip())
    assert text.removeprefix(before.rstrip()).strip() == (
        "next_chair: buurthuis\n"
        "meetings:\n"
        "  - on: 2026-10-06\n"
        "    sectors: [welzijn, gezondheid]\n"
        "    present: [caw, ocmw]\n"
        "    chair: caw\n"
        "    agenda: [kaart, signalen]\n"
        "    themes:\n"
        "      - theme: te dure woningen\n"
        "        brought_by: [buurthuis]\n"
        "        about: [wonen]\n"
        "    agreements:\n"
        "      - what: de gemeente vragen\n"
        "        who: ocmw\n"
        "        by: 2027-01-12\n"
        "        theme: te dure woningen"
    )


def test_notes_that_stop_halfway_change_nothing_and_say_so(integraal: Run, bare: Path) -> None:
    before = bare.read_bytes()
    done = integraal("overleg", str(bare), "--verslag", stdin="\n".join(ANSWERS[:7]))
    assert done.returncode == 1
    assert "Er is niets genoteerd." in done.stderr
    assert bare.read_bytes() == before


@pytest.mark.parametrize(
    ("theme", "code"),
    [
        ("bel 0470 12 34 56 / caw", "text-identifies"),
        ("jan.jansen@example.org / caw", "text-identifies"),
    ],
)
def test_a_theme_that_tells_who_somebody_is_is_refused(
    integraal: Run, bare: Path, theme: str, code: str
) -> None:
    before = bare.read_bytes()
    done = integraal("overleg", str(bare), "--verslag", "--thema", theme)
    assert done.returncode == 1
    assert code in done.stderr
    assert bare.read_bytes() == before


def test_no_message_repeats_what_tells_who_somebody_is(integraal: Run, bare: Path) -> None:
    typed = "schulden / Bel mevrouw Jansen op 0612345678"
    noted = ("overleg", bare, "--verslag", "--datum", "2026-11-12")
    chair = "bel jansen@voorbeeld.invalid op 0612345678\x1b; morgen"
    asked_of = (("--thema", typed, 2), ("--afspraak", typed, 1), ("--voorzitter", chair, 2))
    for *asked, code in asked_of:
        done = integraal(*noted, *asked)
        assert done.returncode == code
        assert "jansen" not in done.stderr.casefold()
        assert "0612345678" not in done.stderr


def test_where_a_meeting_is_may_be_an_address_and_is_nobody(integraal: Run, network: Path) -> None:
    def invite(where: str) -> CompletedProcess[str]:
        return integraal("overleg", network, "--uitnodiging", "--waar", where)

    hall = invite("Buurthuis, Kerkstraat 12, 9000 Gent")
    assert (hall.returncode, "--waar" in hall.stderr) == (0, False)
    assert "Kerkstraat 12" in hall.stdout
    somebody = invite("bij mevrouw Jansen thuis")
    assert somebody.returncode == 0
    assert "--waar: warning[text-may-identify]" in somebody.stderr
    refused = invite("bij 111222333")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "--waar: error[text-identifies]" in refused.stderr
    assert "111222333" not in refused.stderr


def test_who_typed_a_person_in_the_file_is_told_where(integraal: Run, network: Path) -> None:
    text = network.read_text("utf-8")
    network.write_text(text.replace("te dure woningen", "mail jan@example.org"), "utf-8")
    done = integraal("overleg", str(network))
    assert done.returncode == 1
    line = 1 + text[: text.index("theme: te dure woningen")].count("\n")
    assert f":{line}:" in done.stderr
    assert "text-identifies" in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--plan", "--agenda"), "usage.meeting_one_thing"),
        (("--thema", "x / caw"), "usage.meeting_not_here"),
        (("--plan", "--sectoren", "welzijn"), "usage.meeting_not_here"),
        (("--vanaf", "2026-12-01"), "usage.meeting_not_here"),
        (("--plan", "--signalen", "x.csv"), "usage.meeting_not_here"),
        (("-f", "ics"), "usage.meeting_calendar"),
        (("--agenda", "-f", "ics"), "usage.meeting_calendar"),
        (("--plan", "--keer", "40"), "usage.meeting_count"),
        (("--agenda", "--begin", "laat"), "usage.clock"),
        (("--agenda", "--datum", "ooit"), "usage.day"),
        (("--verslag", "--datum", "2062-01-01", "--sectoren", "welzijn"), "usage.meeting_ahead"),
        (("--verslag", "--datum", "2026-03-10", "--sectoren", "welzijn"), "usage.meeting_noted"),
        (("--verslag", "--sectoren", "bakkers"), "usage.meeting_name"),
        (("--verslag", "--thema", "wachten"), "usage.meeting_theme"),
        (("--verslag", "--thema", "wachten / bakker"), "usage.meeting_name"),
        (("--verslag", "--afspraak", "bellen / caw / ooit"), "usage.meeting_agreed"),
    ],
)
def test_what_does_not_go_together_or_is_not_there_is_refused(
    integraal: Run, network: Path, options: tuple[str, ...], told: str
) -> None:
    before = network.read_bytes()
    done = integraal("overleg", str(network), *options)
    assert done.returncode == 2, done.stderr
    start = Words("nl")(told).split("{")[0].strip("' ")
    assert start in said(done.stderr) or start == ""
    assert network.read_bytes() == before


def test_a_region_file_can_be_planned_with_and_not_noted_in(integraal: Run, tmp_path: Path) -> None:
    region = Path(shutil.copy(data_folder() / "regio" / "voorbeeldregio.yaml", tmp_path))
    assert integraal("overleg", str(region), "--plan").returncode == 0
    done = integraal("overleg", str(region), "--verslag", "--sectoren", "welzijn")
    assert done.returncode == 2
    assert "integraal/netwerk/1" in done.stderr


def test_today_is_the_day_where_nobody_says_another(integraal: Run, bare: Path) -> None:
    assert integraal("overleg", str(bare), "--verslag", "--sectoren", "welzijn").returncode == 0
    assert f"on: {date.today().isoformat()}" in bare.read_text("utf-8")
    assert "themes" not in bare.read_text("utf-8")
