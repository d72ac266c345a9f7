"""The form on paper: every question, every box, in one language or several."""

from pathlib import Path

import pytest

from integraal.model.answers import DONT_KNOW, Answers, Partly
from integraal.model.codes import question_codes, shown_options
from integraal.model.instrument import Kind, Question
from integraal.reading.library import Library
from integraal.report.blocks import (
    Choice,
    Choices,
    Document,
    Fields,
    FormQuestion,
    Table,
    WritingLines,
)
from integraal.report.figures import Ladder
from integraal.report.pages.checklist import checklist
from integraal.words.words import Words
from tests.conftest import Run
from tests.report.shipped_pages import all_text, blocks_in, cases, form, questions_of, shipped

QUESTIONS = list(shipped().questions())
WITH_BOXES = [q for q in QUESTIONS if q.kind in (Kind.ONE, Kind.SEVERAL)]


def boxes(*languages: str, answers: Answers | None = None) -> dict[str, Choices]:
    """Give the boxes of every question, by its id."""
    return {
        name: asked.answer
        for name, asked in asked_in(*languages, answers=answers).items()
        if isinstance(asked.answer, Choices)
    }


def asked_in(*languages: str, answers: Answers | None = None) -> dict[str, FormQuestion]:
    """Give every question of the form, by its id."""
    names = {code: name for name, code in question_codes(shipped()).items()}
    found = questions_of(form(*languages, answers=answers))
    return {names[question.code]: question for question in found}


def ticked(question: str, answers: Answers) -> list[str]:
    """Give the labels of the boxes of a question that are ticked."""
    choices = boxes("nl", answers=answers)[question].choices
    return [choice.labels[0] for choice in choices if choice.ticked]


def test_every_question_is_on_it_with_its_code_and_in_its_order() -> None:
    assert [(name, asked.asks) for name, asked in asked_in("nl").items()] == [
        (question.id, (question.ask,)) for question in QUESTIONS
    ]


@pytest.mark.parametrize("question", WITH_BOXES, ids=lambda question: question.id)
def test_every_question_has_a_box_for_each_answer_and_one_for_not_knowing(
    question: Question,
) -> None:
    choices = boxes("nl")[question.id]
    labels = [choice.labels[0] for choice in choices.choices]
    none = ["Geen van deze"] if question.kind is Kind.SEVERAL else []
    shown = [option.label for option in shown_options(question)]
    assert labels == shown + none + ["Weet ik niet"]
    assert choices.several is (question.kind is Kind.SEVERAL)


def test_a_blank_form_has_nothing_ticked() -> None:
    ticks = [choice for block in boxes("nl").values() for choice in block.choices if choice.ticked]
    assert ticks == []


def test_the_answers_of_a_case_are_ticked_and_nothing_else() -> None:
    answers = cases()["C-2041"].latest.answers
    for question in WITH_BOXES:
        given = answers.get(question.id)
        wanted = given if isinstance(given, frozenset) else {given}
        labels = [option.label for option in question.options if option.id in wanted]
        assert (question.id, ticked(question.id, answers)) == (question.id, labels)


def test_not_knowing_none_and_knowing_in_part_are_ticked_each_in_their_own_way() -> None:
    partly = Partly(frozenset({"wonen"}), frozenset({"werk"}))
    assert ticked("draaglast", Answers({"draaglast": DONT_KNOW})) == ["Weet ik niet"]
    assert ticked("leefgebieden", Answers({"leefgebieden": DONT_KNOW})) == ["Weet ik niet"]
    assert ticked("leefgebieden", Answers({"leefgebieden": frozenset()})) == ["Geen van deze"]
    assert ticked("leefgebieden", Answers({"leefgebieden": partly})) == ["Wonen", "Weet ik niet"]


def test_an_answer_to_a_question_that_was_switched_off_is_not_on_the_paper(
    integraal: Run, tmp_path: Path
) -> None:
    file = tmp_path / "C-1.yaml"
    answers = "answers:\n  bestaande_vormen: []\n  opbrengst: onvoldoende\n"
    file.write_text(f"schema: integraal/casus/1\ncasus: C-1\n{answers}", encoding="utf-8")
    paper = integraal("checklist", "--casus", file).stdout
    code = question_codes(shipped())["opbrengst"]
    assert f"○ {code}-d  Onvoldoende" in paper


def test_an_open_question_has_lines_to_write_on_or_what_was_written() -> None:
    def lines(answers: Answers | None) -> list[WritingLines]:
        found = asked_in("nl", answers=answers).values()
        return [each.answer for each in found if isinstance(each.answer, WritingLines)]

    assert lines(None) == [WritingLines(2), WritingLines(2)]
    written = lines(Answers({"wat_nodig": "rust"}))
    assert written == [WritingLines(2, written="rust"), WritingLines(2)]


def test_an_open_question_to_which_nobody_knows_the_answer_does_not_look_unasked() -> None:
    asked, unasked = Answers({"wat_nodig": DONT_KNOW}), Answers()
    assert form("nl", answers=asked) != form("nl", answers=unasked)


def test_a_question_that_is_not_always_asked_says_when_to_skip_it() -> None:
    codes = question_codes(shipped())
    asked = asked_in("nl")
    none = f"{codes['bestaande_vormen']}-0"
    assert asked["opbrengst"].skip_when == (f"Sla over bij {none}.",)
    after = codes["op_en_afschalen"]
    assert asked["bestaande_vormen"].go_to == ((f"Bij {none}: ga naar {after}.",),)


def test_what_nobody_knows_sends_nobody_past_a_question() -> None:
    said = [text for asked in asked_in("nl").values() for line in asked.go_to for text in line]
    assert said
    assert not any("-?" in text for text in said)


def test_two_languages_share_the_boxes_and_each_have_their_own_words() -> None:
    both = boxes("nl", "fr")
    french = shipped("fr")
    for question in WITH_BOXES:
        choices: tuple[Choice, ...] = both[question.id].choices
        told = [choice.labels for choice in choices[: len(question.options)]]
        other = french.question(question.id)
        assert told == [
            (mine.label, theirs.label)
            for mine, theirs in zip(shown_options(question), shown_options(other), strict=True)
        ]
        assert choices[-1].labels == ("Weet ik niet", Words("fr")("answer.dont_know"))


def test_two_languages_ask_each_question_together() -> None:
    question, french = shipped().question("gezinsleden"), shipped("fr").question("gezinsleden")
    asked = asked_in("nl", "fr")["gezinsleden"]
    assert asked.asks == (question.ask, french.ask)


def test_the_sections_of_our_own_say_so() -> None:
    own = [each for each in shipped().sections if all(q.own_addition for q in each.questions)]
    assert own
    assert all(section.about in all_text(form("nl")) for section in own)


def test_it_has_the_levels_and_room_for_agreements() -> None:
    scale = shipped().scale
    assert scale is not None
    ladder = next(b for b in blocks_in(form("nl").blocks) if isinstance(b, Ladder))
    assert [(rung.name, rung.about) for rung in ladder.rungs] == [
        (level.name, level.what) for level in scale.levels
    ]
    assert ladder.to_mark
    assert ladder.columns == ("nu", "gezin", "wij", "advies")
    *_, agreements = blocks_in(form("nl").blocks)
    assert isinstance(agreements, Table)
    assert (agreements.header[:3], agreements.blank_rows) == (
        ("Wat spreken we af?", "Wie (rol)", "Wanneer"),
        4,
    )
    assert form("nl").footer.startswith("Advies, geen besluit.")


def fields_of(page: Document) -> list[str]:
    """Give the names at the head of a form, each with room behind it."""
    fields = next(b for b in blocks_in(page.blocks) if isinstance(b, Fields))
    return [texts[0] for texts in fields.labels]


def test_there_is_room_for_the_case_both_dates_who_decides_and_who_is_involved_by_role() -> None:
    assert fields_of(form("nl")) == [
        "Casus (nummer, geen naam)",
        "Datum",
        "Volgende datum",
        "Wie beslist wat",
        "Aan tafel en betrokken (rollen, geen namen)",
    ]


def test_a_form_that_is_about_no_family_asks_for_no_case() -> None:
    about_us = Library().instrument("buurtoverleg")
    assert fields_of(checklist([about_us], [Words("nl")])) == [
        "Datum",
        "Volgende datum",
        "Wie beslist wat",
        "Aan tafel (rollen, geen namen van cliënten)",
    ]


def test_a_form_of_a_known_case_has_its_number_already() -> None:
    case = cases()["C-2041"]
    page = checklist([shipped()], [Words("nl")], case.latest.answers, case)
    assert "Casus (nummer, geen naam)" not in fields_of(page)
    assert "C-2041" in all_text(page)


@pytest.mark.parametrize("name", ["draaglast", "draagkracht"])
def test_two_people_read_the_same_beside_each_box_of_load_and_capacity(name: str) -> None:
    known = [choice for choice in boxes("nl")[name].choices if choice.code != "?"]
    assert [choice.hints for choice in known] == [
        (option.hint,) for option in shipped().question(name).options
    ]
    assert all(choice.hints[0] for choice in known)


def test_what_stands_beside_them_is_said_to_be_ours() -> None:
    prompts = [text for texts in asked_in("nl")["draaglast"].prompts for text in texts]
    assert "De uitleg bij draaglast en draagkracht is onze aanvulling." in prompts


def test_it_asks_whose_goals_which_question_first_and_what_goes_well() -> None:
    asked = asked_in("nl")
    assert asked["wat_nodig"].asks == (
        "Welke doelen zijn er, van wie zijn ze, en wat is ervoor nodig?",
    )
    assert asked["wat_voorgaat"].asks == (
        "Welke hulpvraag gaat voor, en voor wie? Wat gaat er goed?",
    )


def test_the_definition_of_a_level_stands_on_the_form_once() -> None:
    scale = shipped().scale
    assert scale is not None
    text = all_text(form("nl"))
    assert [text.count(level.what) for level in scale.levels] == [1] * len(scale.levels)
