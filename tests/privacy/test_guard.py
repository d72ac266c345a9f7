"""What identifies somebody in a text is refused, and the rest is left alone, as often as we say."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.privacy.guard import Sign, blocked, doubtful, kinds_blocked
from integraal.privacy.identifiers import Identifier
from integraal.reading.library import Library, data_folder
from integraal.reading.services.help_lines import read_help_lines
from tests.conftest import ROOT
from tests.privacy.labelled import DAY, HALVES, LATER, Labelled, labelled

LEAST_BLOCKED, MOST_BLOCKED_FALSELY = 0.98, 0.02
LEAST_NAMES, MOST_WARNED_FALSELY = 0.85, 0.10


def kinds(text: str) -> set[str]:
    return {kind.value for kind in blocked(text, DAY)}


def share(sentences: list[Labelled]) -> float:
    return sum(bool(blocked(each.text, DAY)) for each in sentences) / len(sentences)


def test_there_are_three_hundred_sentences_and_more_and_none_stands_in_both_halves() -> None:
    texts = [{each.text for each in labelled(half)} for half in HALVES]
    assert sum(map(len, texts)) > 300
    assert texts[0].isdisjoint(texts[1])


@pytest.mark.parametrize("half", HALVES)
def test_nearly_all_of_what_is_to_be_refused_is_and_hardly_anything_else(half: Path) -> None:
    sentences = labelled(half)
    assert share([each for each in sentences if each.tier == "block"]) >= LEAST_BLOCKED
    assert share([each for each in sentences if each.tier != "block"]) <= MOST_BLOCKED_FALSELY


@pytest.mark.parametrize("half", HALVES)
def test_what_is_refused_is_called_what_it_is(half: Path) -> None:
    called = {"dossier": "dossiernummer", "handle": "schermnaam", "url": "webadres"}
    named = [
        called.get(each.kinds[0], each.kinds[0]) in kinds(each.text)
        for each in labelled(half)
        if each.tier == "block"
    ]
    assert sum(named) / len(named) >= LEAST_BLOCKED


@pytest.mark.parametrize(
    "text",
    [
        "Opnieuw samenkomen op 15 januari 2027",
        "volgende keer: 15-01-27",
        "3 maart 2027 om 14 uur",
        "Meet again on January 15, 2027",
        "Wet van 1 maart 2019",
        "hulp van 01.09.2025 tot 30.06.2026",
        "overleg van 4 juni 2026",
    ],
)
def test_a_date_to_come_or_of_something_else_is_no_birth_date(text: str) -> None:
    assert kinds(text) == set()


def test_a_date_that_was_to_come_when_it_was_written_stays_so() -> None:
    text = "Opnieuw samenkomen: 15 januari 2027"
    assert kinds_blocked([text], date(2026, 11, 30)) == ""
    assert kinds_blocked([text], date(2027, 2, 1)) == "geboortedatum"


@pytest.mark.parametrize("text", ["geboren op 15 januari 2027", "uitgerekend, geb. 15-01-2027"])
def test_what_is_called_a_birth_date_is_one_whenever_it_is(text: str) -> None:
    assert kinds(text) == {"geboortedatum"}


@pytest.mark.parametrize(
    "text",
    [
        "de bus 3 keer per dag",
        "neemt bus 12 naar school",
        "op de weg 2 uur in de file",
        "Wijkteam 3",
        "in 2019 Gent verlaten",
        "1000 Nederlanders",
        "2026 Kerst",
        "woont sinds 3 jaar alleen",
        "03-02-2027 14 uur",
        "10.30-11.15 uur",
        "1 2 3 4 5 6 7 8 9 10",
        "dossier van 2024 lezen",
        "ref 12",
        "@ 10 uur",
        "bel.Daarna weer",
    ],
)
def test_an_ordinary_number_is_nothing(text: str) -> None:
    assert kinds(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0６00\u200b000000", "telefoon"),
        ("Kerk\u00adstraat 12", "adres"),
        ("woont in 2018 Antwerpen", "adres"),
        ("bsn 123456789", "bsn"),
        ("rijksregisternummer 010203 999 00", "rijksregisternummer"),
        ("rekening 539-0075470-34", "iban"),
    ],
)
def test_no_sign_without_width_and_no_mistyped_digit_hides_it(text: str, kind: str) -> None:
    assert kind in kinds(text)


PIECES = (
    "1 ", "12.", "a@", "x", "1 jan ", "+3", "(0", "1-", "Kerk ", "Ab ", "straat ", "rue de ",
    "12 rue ", "woont A", "1000 a ", "BE12 ", "dossier ", "a.", "@a", "AB-", "geb ", "geboren 1",
    "snap a", "1a", "(at)", "bus ", "app ", "A", "plaat a ", "°", "1/", "\u0301", "'t ", "mevrouw ",
    "Jan ", "J.", "van de ", "34 jaar ", "school ",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_takes_no_longer_than_it_is_long(piece: str) -> None:
    begin = process_time()
    blocked((piece * 100_000)[:100_000], DAY)
    doubtful((piece * 100_000)[:100_000], DAY)
    assert process_time() - begin < 5


def test_a_number_of_a_help_line_that_we_ship_is_nobodys() -> None:
    lines = read_help_lines(data_folder() / "hulplijnen.yaml").lines
    assert len(lines) > 10
    assert [line.number for line in lines if kinds(f"Bel {line.number} als het weer gebeurt")] == []


def signs(text: str) -> set[str]:
    return {sign.value for sign in doubtful(text, DAY)}


@pytest.mark.parametrize("file", [*HALVES, LATER])
def test_most_names_are_asked_about_and_few_sentences_without_one(file: Path) -> None:
    sentences = labelled(file)
    named = [signs(each.text) for each in sentences if "naam" in each.kinds]
    clean = [signs(each.text) for each in sentences if each.tier == "clean"]
    assert sum("naam" in found for found in named) / len(named) >= LEAST_NAMES
    assert sum(map(bool, clean)) / len(clean) <= MOST_WARNED_FALSELY


def test_hardly_a_sentence_that_we_ship_is_taken_for_one_about_a_person() -> None:
    """Nobody is named in them; towns that stand in two of them are."""
    library = Library()
    texts = [
        question.ask
        for header in library.headers("instrument")
        for question in library.open(header.id, "nl").questions()
    ]
    assert len(texts) > 100
    assert [text for text in texts if signs(text) - {"plaats"}] == []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("mw. bakker belt", "naam"),
        ("Roos gaat naar school", "naam"),
        ("Shanaya slaapt bij haar tante", "naam"),
        ("gesprek met Tjitske", "naam"),
        ("J. Jansen", "naam"),
        ("gesprek met M.B.", "initialen"),
        ("woont in Bergen op Zoom", "plaats"),
        ("Zit op basisschool De Regenboog", "instelling"),
        ("Uithuisplaatsing op 12 mei 2021", "datum"),
        ("Weduwnaar met een tweeling van 6 jaar, brandweerman", "combinatie"),
    ],
)
def test_what_could_point_at_somebody_is_asked_about(text: str, sign: str) -> None:
    assert sign in signs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mei is te laat, liever in april",
        "Roos en wit zijn haar lievelingskleuren",
        "Het team van Noord doet de intake",
        "Mevrouw wil geen hulp aan huis",
        "Wijkcoach neemt contact op",
        "De Kinderbescherming doet onderzoek",
        "Veilig Thuis om advies vragen",
        "Opnieuw samenkomen op 15 januari 2027",
    ],
)
def test_what_is_a_word_where_it_stands_is_not(text: str) -> None:
    assert signs(text) == set()


def test_two_details_of_a_family_are_no_rare_combination_and_three_are() -> None:
    assert "combinatie" not in signs("Gezin met zes kinderen, de oudste 17 jaar")
    assert "combinatie" in signs("Gezin met zes kinderen, de oudste 17 jaar, in Aalst")


def test_a_case_without_a_text_loads_nothing_of_it(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['integraal', 'advies', sys.argv[1]]\n"
        "from integraal.__main__ import main\n"
        "main()\n"
        "print([name for name in sys.modules if 'privacy' in name], file=sys.stderr)"
    )
    case = tmp_path / "C-1.yaml"
    case.write_text(
        "schema: integraal/casus/1\ncasus: C-1\nanswers:\n  draaglast: matig\n", "utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, case], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert "privacy.case_check" in done.stderr
    assert "privacy.guard" not in done.stderr
    assert "privacy.lexicon" not in done.stderr


def rows() -> list[str]:
    """The table of the documentation, as the code is."""
    files = [labelled(file) for file in (*HALVES, LATER)]

    def row(name: str, tier: str, kind: str, looks: Callable[[str], object]) -> str:
        cells = []
        for sentences in files:
            some = [
                bool(looks(each.text))
                for each in sentences
                if (tier == "not block" and each.tier != "block")
                or each.tier == tier
                or kind in each.kinds
            ]
            cells.append(f"{sum(some)} of {len(some)}" if some else "—")
        return f"| {' | '.join((name, *cells))} |"

    return [
        row("refused, of what is to be refused", "block", "", kinds),
        row("refused, of all else", "not block", "", kinds),
        row(
            "asked about, of sentences with a name", "", "naam", lambda text: "naam" in signs(text)
        ),
        row("asked about, of what could point at somebody", "warn", "", signs),
        row("asked about, of what is clean", "clean", "", signs),
    ]


def test_the_figures_in_the_documentation_are_those_of_the_code() -> None:
    said = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    assert "\n".join(rows()) in said


def test_one_word_that_is_a_surname_and_nothing_else_is_asked_about() -> None:
    """As in a field where something else belongs; what is said of it then repeats nothing."""
    assert signs("Jansen") == signs("by: Yilmaz") == {"naam"}
    assert signs("Bakker") == set()


@pytest.mark.parametrize("text", ["meester jan zegt het", "bij tante lien", "avec oncle piet"])
def test_a_first_name_behind_such_a_cue_needs_no_capital(text: str) -> None:
    assert signs(text) == {"naam"}


@pytest.mark.parametrize(
    "text", ["oma wil het wel", "tante en oom komen", "de juf kan goed helpen"]
)
def test_what_else_stands_behind_it_is_no_name(text: str) -> None:
    assert signs(text) == set()


def test_every_sign_has_its_own_name() -> None:
    assert len({sign.value for sign in Sign}) == len(Sign)


def test_every_kind_has_its_own_name() -> None:
    assert len({kind.value for kind in Identifier}) == len(Identifier)


@given(st.text(max_size=60) | st.text(st.sampled_from("09AZaé .-/@#():'°\n"), max_size=60))
def test_no_text_is_too_odd_to_look_at(text: str) -> None:
    assert set(blocked(text, DAY)) <= set(Identifier)
    assert set(doubtful(text, DAY)) <= set(Sign)
