"""Questions about an advice: why, why not, what if, and by what smallest step."""

import json
from pathlib import Path
from typing import Any

import pytest

from integraal.reading.library import Library
from integraal.words.words import LANGUAGES, Words
from tests.cli.interview.answering import SAY, write_case
from tests.conftest import ROOT, Run

TABLES = ROOT / "tests" / "instruments" / "good" / "tafels.yaml"


@pytest.fixture
def worried(tmp_path: Path) -> Path:
    """A case for the instrument with tables: there are worries, and nobody knows for how long."""
    return write_case(tmp_path / "z.yaml", {"veiligheid": "zorg"}, about="land: nl\n")


def said(text: str) -> str:
    """Give a page as one line, so that it may break where it likes."""
    return " ".join(text.split())


def asked(integraal: Run, *arguments: str | Path) -> str:
    done = integraal("advies", *arguments)
    assert done.returncode == 0, done.stderr
    return said(done.stdout)


def data(integraal: Run, *arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(integraal("advies", *arguments, "-f", "json").stdout)
    return found


# --- What if --------------------------------------------------------------------------------------


def test_an_answer_that_the_source_does_not_ask_for_is_said_not_to_count(
    integraal: Run, examples: Path
) -> None:
    command = (examples / "C-3007.yaml", "--alleen-bron", "--wat-als", "samenhang=alleen_samen")
    page = asked(integraal, *command)
    assert SAY("what_if.left_out", question="Samenhang") in page
    assert SAY("what_if.no_difference") not in page
    (uncounted,) = data(integraal, *command)["what_if"]["uncounted"]
    assert (uncounted["question"], uncounted["left_out"]) == ("samenhang", True)


def test_a_reply_says_as_every_page_does_which_stored_answers_are_left_out(
    integraal: Run, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "c.yaml", {"samenhang": "alleen_samen", "draaglast": "zwaar"})
    page = asked(integraal, case, "--alleen-bron", "--waarom", "-f", "markdown")
    assert SAY("advice.left_out_title") in page
    assert SAY("advice.left_out", questions="Samenhang") in page


def test_an_answer_to_a_question_that_does_not_apply_is_said_not_to_count(
    integraal: Run, examples: Path
) -> None:
    command = (examples / "C-3007.yaml", "--wat-als", "opbrengst=onvoldoende")
    page = asked(integraal, *command)
    others = "Vormen die er al zijn"
    assert SAY("what_if.does_not_apply", question="Opbrengst", others=others) in page
    assert SAY("what_if.no_difference") not in page
    (uncounted,) = data(integraal, *command)["what_if"]["uncounted"]
    assert (uncounted["applies"], uncounted["because_of"]) == ("false", ["bestaande_vormen"])


def test_an_answer_that_waits_for_another_is_said_to_wait(integraal: Run, tmp_path: Path) -> None:
    write_case(tmp_path / "leeg.yaml", {})
    page = asked(integraal, "leeg.yaml", "--wat-als", "opbrengst=onvoldoende")
    assert "telt nog niet mee" in page


def test_routes_are_shown_before_and_after_by_the_title_of_their_table(
    integraal: Run, worried: Path
) -> None:
    command = (worried, "-i", TABLES, "--wat-als", "veiligheid=geen_zorg")
    page = asked(integraal, *command)
    row = "Wie neemt de leiding? «het wijkteam neemt de «je doet het zelf» leiding»"
    assert row in page
    assert SAY("what_if.level") not in page
    assert SAY("what_if.feasible") not in page
    outcomes = {outcome["id"] for outcome in data(integraal, *command)["what_if"]["outcomes"]}
    assert outcomes == {"zelf"}


def test_what_is_no_longer_provisional_is_said(integraal: Run, examples: Path) -> None:
    command = (examples / "marina.yaml", "--wat-als", "brede_blik=ja")
    assert "Voorlopig ja nee" in asked(integraal, *command)
    assert data(integraal, *command)["what_if"]["provisional"] is False


def test_another_present_is_said_with_what_it_means(integraal: Run, examples: Path) -> None:
    command = (examples / "C-2041.yaml", "--wat-als", "bestaande_vormen=geen_van_deze")
    page = asked(integraal, *command)
    assert f"{SAY('what_if.current')} Connectie {SAY('what_if.no_current')}" in page
    assert SAY("what_if.direction") in page
    assert SAY("what_if.no_difference") not in page
    then = data(integraal, *command)["what_if"]
    assert (then["current"], then["direction"]) == (None, "onbekend")


def test_an_action_that_comes_is_said_in_full(integraal: Run, worried: Path) -> None:
    command = (worried, "-i", TABLES, "--wat-als", "langdurig=ja")
    assert "Erbij: Ga na wie de regie heeft." in asked(integraal, *command)
    assert data(integraal, *command)["what_if"]["actions"] == ["verder"]


def test_an_action_that_goes_is_said_in_full(integraal: Run, tmp_path: Path) -> None:
    given = {"veiligheid": "zorg", "langdurig": "ja"}
    case = write_case(tmp_path / "l.yaml", given, about="land: nl\n")
    page = asked(integraal, case, "-i", TABLES, "--wat-als", "langdurig=nee")
    assert "Niet meer: Ga na wie de regie heeft." in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_would_not_be_known_is_not_said_to_go(
    integraal: Run, tmp_path: Path, language: str
) -> None:
    case = write_case(tmp_path / "w.yaml", {"veiligheid": "zorg", "aantal_professionals": "een"})

    def say(key: str, **values: str) -> str:
        return " ".join(Words(language)(key, **values).split())

    unknown, calm = (
        (case, "--wat-als", f"veiligheid={answer}", "--taal", language)
        for answer in ("weet_niet", "geen_zorg")
    )
    route = Library().instrument("voor-wie-doen-we-wat", language).action("veiligheidsroute").text
    page = asked(integraal, *unknown)
    assert say("what_if.less_known") in page
    assert say("what_if.action_may_stay", action=route) in page
    assert say("what_if.dropped") not in page
    assert say("versions.action_less", action=route) not in page
    then = data(integraal, *unknown)["what_if"]
    assert (then["less_known"], then["dropped"]) == (True, [])
    assert then["no_longer_certain"] == ["zorg-om-veiligheid", "volg-de-veiligheidsroute"]

    page = asked(integraal, *calm)
    assert say("versions.action_less", action=route) in page
    assert say("what_if.no_longer_certain") not in page
    then = data(integraal, *calm)["what_if"]
    assert (then["less_known"], then["no_longer_certain"]) == (False, [])


def test_no_limit_that_is_known_is_not_called_no_limit(integraal: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path / "w.yaml", {"delen_met_naam": "nee"})
    page = asked(integraal, case, "--wat-als", "delen_met_naam=ja")
    assert f"{SAY('what_if.feasible')} Connectie {SAY('level.no_limit_known')}" in page


def test_the_same_answer_again_makes_no_difference(integraal: Run, worried: Path) -> None:
    page = asked(integraal, worried, "-i", TABLES, "--wat-als", "veiligheid=zorg")
    assert SAY("what_if.no_difference") in page


def test_one_question_with_two_answers_is_wrong_usage(integraal: Run, worried: Path) -> None:
    twice = ("--wat-als", "veiligheid=zorg", "--wat-als", "veiligheid=geen_zorg")
    done = integraal("advies", worried, *twice)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Veiligheid en basiszorg" in done.stderr
    same = ("--wat-als", "veiligheid=zorg", "--wat-als", "veiligheid=zorg")
    assert integraal("advies", worried, *same).returncode == 0


@pytest.mark.parametrize("number", ["1e3", "nan", "007", "veel", ""])
def test_a_number_is_asked_for_where_a_number_belongs(
    integraal: Run, worried: Path, tmp_path: Path, number: str
) -> None:
    own = tmp_path / "eigen.yaml"
    text = TABLES.read_text(encoding="utf-8")
    question = (
        "      - id: keren\n        name: Keren\n        ask: Hoe vaak?\n        why: Daarom.\n"
        "        kind: number\n        for_reflection: true\nactions:\n"
    )
    own.write_text(text.replace("actions:\n", question, 1), encoding="utf-8")
    done = integraal("advies", worried, "-i", own, "--wat-als", f"keren={number}")
    assert done.returncode == 2
    told = {"wanted": SAY("number.any"), "example": 7}
    assert SAY("usage.what_if_number", question="keren", answer=number, **told) in done.stderr


def test_a_text_is_asked_for_where_a_text_belongs(integraal: Run, examples: Path) -> None:
    done = integraal("advies", examples / "C-2041.yaml", "--wat-als", "wat_nodig=")
    assert done.returncode == 2
    assert SAY("usage.what_if_text", question="wat_nodig") in done.stderr


# --- Why, and why not -----------------------------------------------------------------------------


def test_why_gives_the_reasons_of_each_table(integraal: Run, worried: Path) -> None:
    page = asked(integraal, worried, "-i", TABLES, "--waarom").split(SAY("why.heading"))[1]
    assert SAY("why.nothing") not in page
    lead = "Wie neemt de leiding? Het wijkteam neemt de leiding. 1. Er zijn zorgen."
    assert lead in page
    assert f"Waar kunnen jullie terecht? {SAY('why.no_route_yet')}" in page


def test_why_says_of_a_last_resort_that_nothing_else_holds(integraal: Run, tmp_path: Path) -> None:
    case = write_case(tmp_path / "n.yaml", {"veiligheid": "geen_zorg"}, about="land: be\n")
    page = asked(integraal, case, "-i", TABLES, "--waarom").split(SAY("why.heading"))[1]
    assert SAY("why.otherwise") in page
    assert SAY("why.no_route") in page
    assert "laagste niveau" not in page


def test_a_route_is_named_in_quotes_without_its_full_stop(integraal: Run, worried: Path) -> None:
    page = asked(integraal, worried, "-i", TABLES, "--waarom-niet", "loket")
    assert "Waarom niet «ga naar het loket»?" in page


def test_a_route_that_holds_is_said_to_be_the_advice(integraal: Run, worried: Path) -> None:
    page = asked(integraal, worried, "-i", TABLES, "--waarom-niet", "wijkteam")
    assert SAY("why_not.same") in page


def test_a_route_is_said_not_to_hold_because_another_row_goes_before(
    integraal: Run, tmp_path: Path
) -> None:
    case = write_case(
        tmp_path / "g.yaml", {"md_acuut": "ja", "md_collega": "nee"}, about="land: nl\n"
    )
    command = (case, "-i", "meldcode", "--waarom-niet", "overleg-eerst")
    page = asked(integraal, *command)
    instead = "«wacht niet. Bel nu Veilig Thuis, overleg wat er nu moet gebeuren en meld»"
    assert f"gaat voor. Daarom is het nu {instead}" in page
    assert "✓ Acute of structurele onveiligheid: ja" in page
    assert data(integraal, *command)["goes_before"]["rule"] == "wacht-niet"
    other = data(integraal, case, "-i", "meldcode", "--waarom-niet", "bel-veilig-thuis")
    assert other["goes_before"] is None


# --- The smallest step ----------------------------------------------------------------------------


def test_a_step_to_the_level_that_is_the_advice_is_no_step(integraal: Run, examples: Path) -> None:
    command = (examples / "C-2041.yaml", "--kleinste-stap", "coordinatie")
    assert SAY("steps.already") in asked(integraal, *command)
    assert data(integraal, *command)["smallest_steps"] == []


def test_a_level_that_is_the_least_of_the_advice_is_said_to_be_so(
    integraal: Run, tmp_path: Path
) -> None:
    case = write_case(tmp_path / "c.yaml", {"gezinsleden": "een"})
    page = asked(integraal, case, "--kleinste-stap", "segregatie")
    assert "Het advies is al minstens segregatie (ieder apart)." in page


def test_a_step_says_how_far_the_advice_could_still_go(integraal: Run, examples: Path) -> None:
    (step,) = data(integraal, examples / "C-1107.yaml", "--kleinste-stap")["smallest_steps"]
    assert (step["level"], step["reach"]) == ("connectie", "connectie")


STUCK = {
    "aantal_professionals": "een",
    "wie_nodig": "meerdere_sectoren",
    "brede_blik": "ja",
    "gezinsleden": "een",
    "leefgebieden": "[gezondheid, verslaving]",
    "draaglast": "matig",
    "draagkracht": "wisselend",
    "prioriteit": "eens",
    "organisaties": "twee_of_drie",
    "hulpverloop": "vastgelopen",
    "afstemming": "team",
    "iedereen_betrokken": "ja",
    "bestaande_vormen": "[multidisciplinair_team]",
    "opbrengst": "onvoldoende",
    "veiligheid": "geen_zorg",
    "verloop": "stabiel",
    "langdurig": "ja",
    "samenhang": "samenhangend",
    "eerdere_hulp_zonder_effect": "nee",
}
INFORMED = {**STUCK, "hulpverloop": "stroef", "bestaande_vormen": "[informatie_en_advies]"}


@pytest.mark.parametrize(
    ("answers", "level"), [(STUCK, "cooperatie"), (INFORMED, "coordinatie")], ids=["team", "advies"]
)
def test_nobody_is_told_to_give_up_or_set_up_a_form_to_get_another_advice(
    integraal: Run, tmp_path: Path, answers: dict[str, str], level: str
) -> None:
    case = write_case(tmp_path / "s.yaml", answers)
    told = data(integraal, case, "--kleinste-stap")
    assert (told["level"], told["smallest_steps"]) == (level, [])


@pytest.mark.parametrize("step", [(), ("coordinatie",)])
def test_where_no_step_is_found_the_page_says_that_it_looked_for_improvements(
    integraal: Run, tmp_path: Path, step: tuple[str, ...]
) -> None:
    known = {"aantal_professionals": "twee", "iedereen_betrokken": "ja", "veiligheid": "geen_zorg"}
    page = asked(integraal, write_case(tmp_path / "g.yaml", known), "--kleinste-stap", *step)
    assert "We zochten alleen naar verbeteringen" in page
    assert "Geen verandering" not in page


@pytest.mark.parametrize("named", ["", "wijkteam"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_smallest_step_needs_levels(
    integraal: Run, worried: Path, named: str, language: str
) -> None:
    step = f"--kleinste-stap={named}"
    done = integraal("advies", worried, "-i", TABLES, step, "--taal", language)
    assert (done.returncode, done.stdout) == (2, "")
    assert Words(language)("usage.no_levels") in done.stderr


# --- Once -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "twice",
    [
        ("--waarom-niet", "cooperatie", "--waarom-niet", "connectie"),
        ("--kleinste-stap", "--kleinste-stap", "connectie"),
        ("-f", "json", "--formaat", "terminal"),
        ("--taal", "nl", "--taal", "fr"),
    ],
    ids=lambda given: given[0],
)
def test_an_option_with_one_value_cannot_be_there_twice(
    integraal: Run, examples: Path, twice: tuple[str, ...]
) -> None:
    done = integraal("advies", examples / "C-2041.yaml", *twice)
    assert (done.returncode, done.stdout) == (2, "")
    assert "2" in done.stderr
    assert integraal("advies", examples / "C-2041.yaml", "--stil", "--stil").returncode == 0
