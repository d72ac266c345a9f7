"""What a rater gets."""

from dataclasses import replace

from integraal.model.answers import Answers
from integraal.model.study.cases import Study, StudyCase
from integraal.model.study.sheet import (
    Fact,
    Vignette,
    marks_of,
    sheet_check,
    too_long,
)
from integraal.reading.library import Library

FIRST = StudyCase("K01", Answers({"gezinsleden": "een"}))
OTHER = StudyCase("K02", Answers({"gezinsleden": "twee", "leefgebieden": {"wonen", "werk"}}))
STUDY = Study("voor-wie-doen-we-wat", "1.0", 7, "nl", (FIRST, OTHER))
ONE = Fact("gezinsleden", "Eén gezinslid heeft problemen.")
TWO = Fact("verloop", "Er is telkens opnieuw een crisis.")


def test_a_story_has_a_paragraph_for_each_topic_and_opens_with_the_family() -> None:
    vignette = Vignette("K01", "Dit gaat over het gezin Klaver.", ((ONE,), (TWO,)))
    assert vignette.paragraphs == (
        "Dit gaat over het gezin Klaver. Eén gezinslid heeft problemen.",
        "Er is telkens opnieuw een crisis.",
    )
    assert vignette.told == {"gezinsleden", "verloop"}


def test_a_story_of_which_nothing_is_known_is_its_opening() -> None:
    assert Vignette("K01", "Dit gaat over het gezin Klaver.", ()).paragraphs == (
        "Dit gaat over het gezin Klaver.",
    )


def test_a_list_has_a_line_for_each_answer() -> None:
    asked = Fact("gezinsleden", "Bij hoeveel gezinsleden zie je problemen?", "Bij één.")
    assert Vignette("K01", "", ((asked,),)).paragraphs == (
        "Bij hoeveel gezinsleden zie je problemen? Bij één.",
    )


def test_a_case_of_more_than_two_minutes_is_named() -> None:
    short = Vignette("K01", "", ((Fact("a", "woord " * 300, "."),),))
    long = Vignette("K02", "", ((Fact("a", "woord " * 340, "."),),))
    assert too_long((short, long)) == ("K02",)


def test_levels_are_marked_by_letter_and_routes_where_there_is_no_scale() -> None:
    library = Library()
    levels = marks_of(library.instrument("voor-wie-doen-we-wat"))
    routes = marks_of(library.instrument("meldcode"))
    assert [mark.sign for mark in levels.choices] == ["a", "b", "c", "d", "e"]
    assert levels.of_levels
    assert levels.has_boxes
    assert not routes.of_levels
    assert not routes.has_boxes
    assert routes.choices[26].sign == "aa"
    # "Not yet" says nothing without the question that it answers.
    assert [mark.what for mark in routes.choices[:1]] == ["Wat nu?"]


def test_sheets_of_another_study_have_another_check_and_the_order_of_cases_has_none() -> None:
    turned = replace(STUDY, cases=(OTHER, FIRST))
    assert sheet_check(turned) == sheet_check(STUDY)
    swapped = (replace(FIRST, answers=OTHER.answers), replace(OTHER, answers=FIRST.answers))
    others = [replace(STUDY, version="2.0"), replace(STUDY, cases=swapped)]
    assert sheet_check(STUDY) not in map(sheet_check, others)
