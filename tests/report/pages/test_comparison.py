"""The sheet for the meeting: what differs, what that changes, and no word of blame."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from rich.cells import cell_len  # noqa: TID253 - as in the tests of the terminal

from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.model.answers import Answer, Answers, Partly
from integraal.model.case import Case, Moment
from integraal.model.condition import All, OneIn
from integraal.model.instrument import Instrument, Raise
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import data_folder
from integraal.report.blocks import Document, Heading
from integraal.report.data.comparison import comparison_data
from integraal.report.figures import Ladder
from integraal.report.pages.comparison import comparison_page
from integraal.report.render.markdown import render_markdown
from integraal.report.render.terminal.document import render_terminal
from integraal.words.words import LANGUAGES, Words
from tests.engine.builders import an_instrument, cases, one, rule
from tests.reading.helpers import good
from tests.report.render.pdf.paper import in_pdf, opened
from tests.report.shipped_pages import all_text, shipped

PEOPLE = ("wijkteam", "school", "gezin")
DAY = date(2026, 11, 16)
Given = dict[str, Answer | Iterable[str]]


def _sheet(instrument: Instrument, *given: Answers, language: str = "nl") -> Document:
    dated = [replace(case, moments=(replace(case.latest, day=DAY),)) for case in cases(*given)]
    people = [f"persoon{number}" for number, _ in enumerate(given)]
    return comparison_page(people, compare(lower(instrument), dated, ()), Words(language))


@cache
def _example(language: str = "nl") -> Document:
    folder = data_folder() / "voorbeelden" / "vergelijken"
    read = [read_case(folder / f"{p}.yaml", shipped(), lambda _: None).case for p in PEOPLE]
    return comparison_page(PEOPLE, compare(lower(shipped(language)), read, ()), Words(language))


def _drawn(document: Document, width: int = 80) -> str:
    return render_terminal(document, width, styled=False)


def _section(text: str, language: str, key: str) -> str:
    """Give what stands under a heading."""
    below = text.split(Words(language)(key) + "\n", 1)[1]
    headings = [block.text for block in _example(language).blocks if isinstance(block, Heading)]
    ends = [below.find(f"\n{heading}\n") for heading in headings]
    return below[: min(end for end in [*ends, len(below)] if end >= 0)]


def test_people_are_letters_and_named_once() -> None:
    drawn = _drawn(_example())
    assert "  • A  wijkteam · 16 november 2026\n  • B  school · 18 november 2026" in drawn
    assert [drawn.count(f"{name} · 1") for name in PEOPLE] == [1, 1, 1]


def test_what_is_urgent_comes_first_with_whose_answers_it_follows_from() -> None:
    drawn = _drawn(_example())
    urgent, rest = drawn.split("Welk advies volgt", 1)
    rest = rest.rpartition("─" * 80)[0]  # what a screen ends on is said again
    assert "Volg nu ook de veiligheidsroute" in urgent
    assert "Dit volgt uit de antwoorden van A." in urgent
    assert "veiligheidsroute" not in rest


def test_everybody_has_a_column_on_the_ladder() -> None:
    (ladder,) = [block for block in _example().blocks if isinstance(block, Ladder)]
    assert ladder.columns == ("A", "B", "C")
    marks = {
        (rung.name, mark.column): f"{mark.shape} {mark.word}"
        for rung in ladder.rungs
        for mark in rung.marks
    }
    assert marks == {
        ("Coöperatie", "A"): "◆ advies",
        ("Coöperatie", "B"): "◇ misschien",
        ("Coöperatie", "C"): "◇ misschien",
        ("Coördinatie", "B"): "◆ minstens",
        ("Coördinatie", "C"): "◆ minstens",
    }


def test_differences_that_change_the_advice_say_from_what_to_what() -> None:
    first = _section(_drawn(_example()), "nl", "compare.first")
    assert "2. Verloop van de problemen. A: herhaalde crises · B en C: wisselend" in first
    assert "A met het antwoord van B en C: coöperatie → minstens coördinatie" in first
    assert "C met het antwoord van A: minstens coördinatie → coöperatie" in first
    assert "C met het antwoord van B: misschien coöperatie → coördinatie" in first


def test_safety_is_talked_about_first() -> None:
    first = _section(_drawn(_example()), "nl", "compare.first")
    assert "1. Veiligheid en basiszorg. A: ja, er zijn zorgen · B en C: geen zorgen" in first
    assert "Hiervan hangt af wat er eerst moet gebeuren." in first


def test_other_differences_follow_and_what_all_said_stands_apart() -> None:
    drawn = _drawn(_example())
    rest = _section(drawn, "nl", "compare.rest")
    assert "Informatie delen met naam. A en B: ja · C: ja, een deel" in rest
    assert "→" not in rest
    agreed = _section(drawn, "nl", "compare.agreed")
    assert "Draaglast: zwaar" in agreed
    assert "is het advies: minstens coördinatie,\nmisschien integratie." in agreed


def test_what_one_knows_and_another_does_not_is_to_ask() -> None:
    asked = _section(_drawn(_example()), "nl", "compare.ask")
    assert "Samenhang. A en C: ja, ze hangen samen · B: weet ik niet" in asked
    assert "B met het antwoord van A en C: misschien coöperatie → coördinatie" in asked
    assert "• A: eigen netwerk (weet niet)\n" in asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_blamed(language: str) -> None:
    blame = {
        "nl": ("fout", "verkeerd", "ongelijk", "klopt niet", "vergeten"),
        "en": ("wrong", "mistake", "fault", "forgot", "incorrect"),
        "fr": ("erreur", "faux", "tort ", "oublié", "incorrect"),
    }
    text = all_text(_example(language)).casefold()
    assert [word for word in blame[language] if word in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_is_one_long_page_at_most_besides_danger_and_grounds(language: str) -> None:
    page = _example(language)
    assert page.alarm is not None
    grounds = _section(_drawn(page), language, "compare.grounds")
    besides = len(_drawn(replace(page, alarm=None)).splitlines()) - len(grounds.splitlines())
    assert besides <= 92
    assert len(_drawn(page).splitlines()) <= 92 + 26 + 26


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_it_is_one_sheet(language: str) -> None:
    assert len(opened(in_pdf(_example(language))).pages) <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_advice_has_a_reason_with_whose_it_is_and_what_it_rests_on(language: str) -> None:
    grounds = _section(_drawn(_example(language)), language, "compare.grounds")
    reasons = [line for line in re.split(r"\n(?=  • )", grounds) if line.startswith("  • ")]
    named = [re.match(r"  • ([A-C](?: [a-z]+ [A-C])*)\s?:", line) for line in reasons[:-1]]
    assert {letter for each in named if each for letter in re.findall("[A-C]", each[1])} == {
        "A",
        "B",
        "C",
    }
    rule = Words(language)("reason.rule")
    assert all(re.search(rf"\([A-Z]\)\s+{rule}\s+R[0-9]+", line) for line in reasons[:-1])
    more = Words(language)("sheet.more", count=2)
    assert more in " ".join(reasons[-1].split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_paper(language: str, width: int) -> None:
    drawn = _drawn(_example(language), width)
    assert [line for line in drawn.splitlines() if cell_len(line) > width] == []


def test_on_a_narrow_screen_every_mark_says_whose_it_is() -> None:
    drawn = _drawn(_example(), 40)
    assert "  4 ┃ Coöperatie\n      ◆ A advies\n      ◇ B misschien\n" in drawn


def test_markdown_has_a_column_for_everybody_and_room_to_write() -> None:
    page = render_markdown(_example())
    assert "|  |  | A | B | C |" in page
    assert "| 4 | **Coöperatie** | ◆ advies | ◇ misschien | ◇ misschien |" in page
    assert page.count(r"\_" * 40) == 3


def test_when_all_say_the_same_that_is_said() -> None:
    same = Answers({"kinderen": 0, "draaglast": "licht", "leefgebieden": []})
    text = _drawn(_sheet(good("tellen.yaml"), same, same))
    assert "Uit ieders antwoorden volgt hetzelfde advies." in text
    assert "Jullie antwoorden spreken elkaar nergens tegen." in text
    assert "Nog te vragen" not in text


def test_when_no_difference_counts_by_itself_people_begin_where_they_like() -> None:
    given = [
        Answers({"kinderen": 0, "draaglast": "zwaar", "leefgebieden": [answer]})
        for answer in ("werk", "school")
    ]
    text = _drawn(_sheet(good("tellen.yaml"), *given))
    assert "geen enkel verschil verandert op zichzelf het" in text


def test_when_nothing_is_agreed_that_is_said_without_an_advice() -> None:
    text = _drawn(_sheet(good("klein.yaml"), Answers(), Answers()))
    assert "Er is geen vraag waarop jullie allemaal hetzelfde antwoord gaven." in text
    assert "Kijk je alleen naar" not in text


def test_what_nobody_knows_is_asked_first_of_all() -> None:
    given = [Answers({"veiligheid": "geen_zorg"})] * 2
    text = _drawn(_sheet(shipped(), *given))
    asked = text.split("Nog te vragen\n", 1)[1].replace("\n", " ")
    assert asked.startswith("Dit weet nog niemand van jullie")
    assert "gezinsleden met problemen" in asked


ROUTES: tuple[Given, ...] = (
    {
        "leeftijd": 2,
        "woonplaats": "aalst",
        "hulpvragen": {"geld"},
        "eigen_woorden": "Wij willen Rust.",
    },
    {"leeftijd": 5, "hulpvragen": Partly(frozenset({"opvoeding"}), frozenset({"geld"}))},
    {"woonplaats": "aalst"},
)


def _routes() -> str:
    return _drawn(_sheet(good("routes.yaml"), *map(Answers, ROUTES)))


def test_without_a_scale_everybody_has_routes_certain_or_not() -> None:
    text = _routes()
    assert "• A: «meld aan bij het Huis van het Kind»\n" in text
    assert "• B: misschien «ga samen naar het loket», misschien" in text
    assert "A met het antwoord van B: «meld aan bij het Huis van het Kind» →" in text


def test_what_an_advice_would_be_without_an_answer_is_said_when_nobody_else_gave_one() -> None:
    assert "A en C: aalst · B: nog geen antwoord" in _routes()
    said = " ".join(_routes().split())
    lost = "Zonder dit antwoord is er voor A minder bekend: «meld aan bij het Huis van het Kind» →"
    assert lost in said


def test_own_words_stay_as_they_were_written() -> None:
    assert "In eigen woorden. A: Wij willen Rust." in _routes()


def test_without_any_route_that_is_said() -> None:
    instrument = replace(good("routes.yaml"), rules=())
    assert "• A: nog geen route\n" in _drawn(_sheet(instrument, Answers(), Answers()))


def test_a_range_of_which_both_sides_move_is_said_whole() -> None:
    yes = [OneIn(name, ("ja",)) for name in "ab"]
    rules = [
        rule("r1", yes[0], Raise("midden")),
        rule("r2", yes[1], Raise("midden")),
        rule("r3", All(tuple(yes)), Raise("hoog")),
    ]
    instrument = an_instrument(one("a"), one("b"), rules=rules)
    text = _drawn(_sheet(instrument, Answers({"a": "ja"}), Answers({"a": "nee"})))
    moved = "minstens midden, misschien hoog → minstens laag, misschien midden"
    assert moved in " ".join(text.split())


def test_a_day_that_is_not_known_is_left_out() -> None:
    one, other = cases({}, {})
    dated = replace(other, moments=(replace(other.latest, day=DAY),))
    found = compare(lower(shipped()), [one, dated], ())
    drawn = _drawn(comparison_page(["een", "twee"], found, Words("nl")))
    assert "  • A  een\n  • B  twee · 16 november 2026" in drawn


ACUTE = {"aantal_professionals": "twee", "veiligheid": "herhaald_of_acuut"}


def _vanished() -> Case:
    """Somebody who knew of something acute, and did not ask again."""
    days = (date(2026, 9, 1), date(2026, 10, 1))
    asked_later = {"aantal_professionals": "twee", "bestaande_vormen": frozenset[str]()}
    given = (Answers(ACUTE), Answers(asked_later))
    return Case("V-6", moments=tuple(map(Moment, days, given)))


def _teams() -> tuple[Case, Case]:
    (other,) = cases(
        {**ACUTE, "veiligheid": "zorg", "bestaande_vormen": TEAM, "opbrengst": "deels"}
    )
    return _vanished(), other


TEAM = frozenset({"multidisciplinair_team"})


def test_what_somebody_knew_earlier_goes_along_with_its_day() -> None:
    comparison = compare(lower(shipped()), _teams(), ())
    said = " ".join(_drawn(comparison_page("ab", comparison, Words("nl"))).split())
    last = "A: Veiligheid en basiszorg: ja, herhaald of acuut (1 september 2026); daarna niet meer"
    assert f"{last} gevraagd" in said
    assert "B: Veiligheid" not in said
    data = comparison_data("ab", comparison, Words("nl"))
    assert [[each["question"] for each in view["earlier"]] for view in data["views"]] == [
        ["veiligheid"],
        [],
    ]


def test_an_answer_that_others_lack_is_less_known_and_not_another_answer() -> None:
    comparison = compare(lower(shipped()), _teams(), ())
    said = " ".join(_drawn(comparison_page("ab", comparison, Words("nl"))).split())
    assert "Zonder dit antwoord is er voor B minder bekend: minstens coördinatie →" in said
    data = comparison_data("ab", comparison, Words("nl"))
    (safety,) = [each for each in data["to_ask"] if each["question"] == "veiligheid"]
    assert {swap["view"]: swap["less_known"] for swap in safety["swaps"]} == {0: False, 1: True}


def test_for_whom_a_question_does_not_apply_is_said() -> None:
    three = cases(
        {"bestaande_vormen": TEAM, "opbrengst": "deels"},
        {"bestaande_vormen": TEAM, "opbrengst": "onvoldoende"},
        {"bestaande_vormen": frozenset()},
    )
    comparison = compare(lower(shipped()), three, ())
    said = " ".join(_drawn(comparison_page("abc", comparison, Words("nl"))).split())
    assert "B: onvoldoende · C: deze vraag geldt hier niet" in said
    data = comparison_data("abc", comparison, Words("nl"))
    (yielded,) = [d for d in data["disagreements"] if d["question"] == "opbrengst"]
    assert yielded["does_not_apply"] == [2]


def test_nobody_is_told_to_begin_anywhere_while_asking_can_change_the_advice() -> None:
    said = " ".join(
        _drawn(
            _sheet(shipped(), Answers({"wie_benaderen": "ja"}), Answers({"wie_benaderen": "nee"}))
        ).split()
    )
    assert "Begin waar jullie willen" not in said
    assert "Wat nog te vragen is, kan dat wel. Begin daar." in said
