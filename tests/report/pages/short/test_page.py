"""The short page of an advice: what it says in however little room, and that it counts the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from integraal.engine.assess import assess
from integraal.engine.lower import lower
from integraal.model.answers import DONT_KNOW, Answers
from integraal.model.case import Case, Moment
from integraal.model.results.assessment import Assessment
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.examples import read_examples
from integraal.reading.library import Library
from integraal.report.pages.short.page import short_page
from integraal.report.pages.short.room import ROOMS, Room
from integraal.report.parts.advice_parts import decides, gap
from integraal.report.parts.further import NOTHING, Further
from integraal.report.parts.role_card import who_text
from integraal.report.render.terminal.document import render_terminal
from integraal.report.text import inline
from integraal.words.words import LANGUAGES, Words
from tests.cli.terminal import squeezed
from tests.conftest import INSTRUMENTS, ROOT
from tests.report.shipped_pages import assessed, cases

IN_ROOMS = pytest.mark.parametrize("room", ROOMS, ids=str)
LEAST = ROOMS[-1]


def drawn(
    assessment: Assessment, room: Room = ROOMS[0], language: str = "nl", width: int = 80
) -> str:
    page = short_page(assessment, Words(language), NOTHING, room)
    return render_terminal(page, width, styled=False)


def of(name: str, answers: Answers, language: str = "nl") -> Assessment:
    instrument = Library().instrument(name, language)
    case = Case("C-1", "nl", (Moment(date(2026, 11, 21), answers),))
    return assess(lower(instrument), case, ())


@cache
def examples(name: str) -> tuple[Assessment, ...]:
    """Cases of every kind, some with much to say."""
    instrument = Library().instrument(name)
    return tuple(
        of(name, example.answers)
        for path in sorted((ROOT / "tests" / "cases" / name).glob("*.yaml"))
        for example in read_examples(path, instrument, elsewhere(instrument))[::3]
    )


# --- What it says ---------------------------------------------------------------------------------


def test_it_says_first_what_goes_first_and_how_to_see_all_of_it_near_the_end() -> None:
    lines = drawn(assessed(cases()["stien-en-aad"])).splitlines()
    begins = ("Voor wie doen we wat?", "Alleen voor professionals. Casus stien-en-aad", "Eerst dit")
    assert all(line.startswith(begin) for line, begin in zip(lines, begins, strict=False))
    whole = "Alles zien, met de bronnen: zet --volledig achter de opdracht."
    assert whole in lines[-7:]
    assert "Bronnen" not in "".join(lines)


def test_levels_stand_there_with_what_they_come_down_to() -> None:
    text = drawn(assessed(cases()["marina"]))
    assert "3 ┃ Coördinatie  één plan, en iemand houdt het overzicht  ◆ minstens   ● nu" in text
    assert "Advies: minstens coördinatie (één plan, en iemand houdt het overzicht)." in text
    assert "laag tot midden" not in text


def test_an_empty_case_says_that_too_little_is_known() -> None:
    for language in LANGUAGES:
        text = drawn(assessed(cases()["leeg"], language), language=language)
        said = Words(language)("short.too_little", lowest="", highest="").split(".")[0]
        assert said in text
        assert not re.search("[│┃◆]", text)
    assert "Waarom" not in drawn(assessed(cases()["leeg"]))


def test_what_is_now_is_said_even_if_nothing_else_is_known() -> None:
    text = drawn(
        of("voor-wie-doen-we-wat", Answers({"bestaande_vormen": frozenset({"colocatie"})}))
    )
    assert "nog te weinig bekend" in text or "◆" in text


def test_a_level_that_is_named_has_its_meaning_with_a_ladder_and_without() -> None:
    for case in cases().values():
        assessment = assessed(case)
        for level in filter(None, (assessment.advice.level, assessment.advice.reach)):
            for room in ROOMS:
                text = squeezed(drawn(assessment, room))
                assert squeezed(level.gloss) in text or "teweinigbekend" in text


# --- What no room may leave out -------------------------------------------------------------------


@IN_ROOMS
def test_danger_stands_first_and_last(room: Room) -> None:
    found = of("meldcode", Answers({"direct_gevaar": "ja", "md_acuut": "ja"}))
    lines = drawn(found, room).splitlines()
    assert lines[0] == "┃ Iemand kan in gevaar zijn"
    top = squeezed("".join(lines[:12]).replace("┃", ""))
    assert all(each in top for each in ("Belnu112.", "112Noodnummer", "0800-2000VeiligThuis"))
    end = squeezed("".join(lines[-4:]))
    assert re.search(r"Iemandkaningevaarzijn\.Belnu112\..*112Noodnummer[^.]*\.$", end)
    assert squeezed(Words("nl")("danger.again")) in top


@IN_ROOMS
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_in_no_room_is_lost_what_must_be_said(name: str, room: Room) -> None:
    words = Words("nl")
    for assessment in examples(name):
        text = squeezed(drawn(assessment, room))
        advice, instrument = assessment.advice, assessment.instrument
        must = [instrument.action_of(reason.rule).text for reason in assessment.to_ask_first]
        for limit in advice.limits:
            must += [limit.rule.grounds.because, limit.rule.grounds.for_professionals]
        must += [words("advice.provisional")] if advice.provisional else []
        must += [gap(assessment, words), words("honest.nobody").rpartition(" tot ")[0]]
        assert [each for each in must if squeezed(each) not in text] == []


@IN_ROOMS
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_whatever_is_left_out_is_counted(name: str, room: Room) -> None:
    for assessment in examples(name):
        text = squeezed(drawn(assessment, room))
        missing = list(_uncounted(assessment, room, text))
        assert missing == [], drawn(assessment, room)


def _uncounted(assessment: Assessment, room: Room, text: str) -> Iterator[str]:
    """The counts that should stand in a text and do not."""
    words, advice, instrument = Words("nl"), assessment.advice, assessment.instrument
    deciding = [each for each in advice.reasons if decides(each, advice)]
    asked = {each.question for each in advice.open_questions}
    asked |= {each.question for each in advice.open_routes}
    knows_little = "teweinigbekend" in text
    counted = {
        "reasons": 0 if knows_little else len(deciding) - room.reasons,
        "questions": len(asked) - 1,
        "actions": len(assessment.not_urgent) - room.actions,
    }
    if advice.level is not None and not knows_little:
        counted["points"] = len(advice.level.attention_points) - room.points
    for what, count in counted.items():
        more, bare = (squeezed(words(f"short.{k}", count=count)) for k in ("more", "count"))
        if count > 0 and more not in text and f":{bare}" not in text:
            yield what
    for table in instrument.tables:
        routes = advice.routes(table.id)
        maybe = sum(not outcome.holds_now for outcome in routes)
        key = "short.maybe_more" if maybe < len(routes) else "short.maybe"
        if maybe and squeezed(words(key, count=maybe)) not in text:
            yield table.id


@IN_ROOMS
def test_what_was_known_of_safety_before_stands_there_before_the_rest(room: Room) -> None:
    asked = {"aantal_professionals": "twee", "draaglast": "zwaar", "draagkracht": "ruim"}
    then = Answers({**asked, "veiligheid": "herhaald_of_acuut", "langdurig": "ja"})
    moments = (Moment(date(2026, 9, 1), then), Moment(date(2026, 10, 1), Answers({})))
    text = drawn(assessed(Case("V-6", moments=moments)), room)
    words = Words("nl")
    _, _, below = text.partition(words("known_before.title"))
    assert below.splitlines()[1].startswith("  • Veiligheid en basiszorg: ja, herhaald of acuut")
    assert words("short.more", count=3) in below


@IN_ROOMS
def test_what_only_the_source_leaves_out_is_said(room: Room) -> None:
    found = assessed(cases()["C-3007"], source_only=True)
    text = squeezed(drawn(found, room).replace("┃", ""))
    assert squeezed(Words("nl")("advice.left_out_title")) in text
    names = [found.instrument.question(name).name for name in found.left_out]
    assert all(squeezed(name) in text for name in names)


def test_what_was_not_looked_at_is_said() -> None:
    whole = assessed(cases()["marina"])
    cut = replace(whole, advice=replace(whole.advice, searched_all=False))
    told = squeezed(Words("nl")("advice.not_all_searched"))
    assert told not in squeezed(drawn(whole))
    assert told in squeezed(drawn(cut, LEAST))
    assert "Misschien kan het nog" in drawn(cut, LEAST)


def test_without_a_ladder_a_sentence_says_where_they_are_now() -> None:
    text = squeezed(drawn(assessed(cases()["marina"]), LEAST))
    assert squeezed("Nu werken jullie op het niveau coördinatie.") in text


# --- Routes ---------------------------------------------------------------------------------------


def test_a_route_stands_there_with_its_question_and_its_reason() -> None:
    found = of("procesregie", Answers({"kader": "gedwongen_jeugd"}))
    holding = next(each for each in found.advice.outcomes if each.reason.rule.grounds.code == "Z2")
    text = squeezed(drawn(found))
    assert squeezed(found.instrument.outcome(holding.id).text) in text
    assert squeezed(holding.reason.rule.grounds.because) in text
    assert "regelZ2·004" in text
    assert "Wieisprocesregisseur?" in text


# --- Narrow windows -------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_40_columns_nothing_is_cut(language: str) -> None:
    for case in cases().values():
        found = assessed(case, language)
        narrow, wide = (drawn(found, language=language, width=width) for width in (40, 80))
        assert [line for line in narrow.splitlines() if len(line) > 40] == []
        kept = [sorted(squeezed(re.sub("[┃│]", "", text))) for text in (narrow, wide)]
        assert kept[0] == kept[1]


def test_how_to_see_all_of_it_is_said_as_one_types_it() -> None:
    further = Further(whole=inline("Alles zien: integraal advies C-1.yaml --volledig"))
    page = short_page(assessed(cases()["marina"]), Words("nl"), further)
    assert "integraal advies C-1.yaml --volledig" in render_terminal(page, 80, styled=False)


def test_an_answer_that_is_not_known_is_no_answer_here_either() -> None:
    known = of("voor-wie-doen-we-wat", Answers({"gezinsleden": DONT_KNOW}))
    assert "nog te weinig bekend" in drawn(known)


@IN_ROOMS
def test_an_action_that_is_somebodys_says_whose(room: Room) -> None:
    told = 0
    for assessment in examples("procesregie"):
        instrument = assessment.instrument
        page = squeezed(drawn(assessment, room))
        for reason in (*assessment.to_ask_first, *assessment.not_urgent):
            action = instrument.action_of(reason.rule)
            if squeezed(action.text) in page and action.who:
                assert (
                    squeezed(f"{action.text} {who_text(action, instrument, Words('nl'))}") in page
                )
                told += 1
    assert told or not room.actions
