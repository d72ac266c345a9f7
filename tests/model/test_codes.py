"""Codes are short, unique and follow the paper; yes stands before no."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from integraal.cli.interview.paper_codes import Codes
from integraal.model.codes import (
    agreement_letter,
    box_code,
    example_codes,
    form_check,
    mark_code,
    option_code,
    option_signs,
    option_with,
    question_codes,
    shown_options,
    yes_and_no,
)
from integraal.model.instrument import Instrument, Kind, Option, Question
from integraal.reading.library import Library
from integraal.words.words import LANGUAGES
from tests.conftest import INSTRUMENTS


def test_a_code_is_the_letter_of_the_section_and_the_number_in_it(instrument: Instrument) -> None:
    codes = question_codes(instrument)
    assert (codes["aantal_professionals"], codes["brede_blik"], codes["leefgebieden"]) == (
        "B1",
        "C1",
        "C3",
    )


def test_every_question_has_a_code_of_its_own(instrument: Instrument) -> None:
    codes = question_codes(instrument)
    assert codes.keys() == {question.id for question in instrument.questions()}
    assert len(set(codes.values())) == len(codes)


def test_sections_beyond_the_alphabet_count_on_with_two_letters(instrument: Instrument) -> None:
    first = instrument.sections[0]
    sections = tuple(
        replace(first, questions=(replace(first.questions[0], id=f"q{number}"),))
        for number in range(54)
    )
    codes = list(question_codes(replace(instrument, sections=sections)).values())
    assert (codes[25], codes[26], codes[27], codes[52]) == ("Z1", "AA1", "AB1", "BA1")


def choosing(*options: str, kind: Kind = Kind.ONE) -> Question:
    """A question with these options, from low to high need."""
    return Question("vraag", "Vraag", "?", "", kind, options=tuple(Option(o, o) for o in options))


def test_options_beyond_the_alphabet_count_on_with_two_letters() -> None:
    signs = list(option_signs(choosing(*(f"o{number}" for number in range(27)))).values())
    assert [option_code("B3", signs[at]) for at in (0, 25, 26)] == ["B3-a", "B3-z", "B3-aa"]


# --- Yes and no -----------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [("nee", "ja"), ("ja", "nee"), ("geen", "ja")])
def test_yes_stands_before_no_whichever_of_them_is_more_need(options: tuple[str, ...]) -> None:
    question = choosing(*options)
    yes, no = shown_options(question)
    assert (yes.id, no.id in ("nee", "geen")) == ("ja", True)
    assert option_signs(question) == {"ja": "j", no.id: "n"}
    assert question.option_ids == options


@pytest.mark.parametrize(
    "question",
    [
        choosing("ja", "deels", "nee"),
        choosing("nee", "een_keer", "vaker"),
        choosing("licht", "zwaar"),
        choosing("ja", "ja_met_steun"),
        choosing("nee", "ja", kind=Kind.SEVERAL),
    ],
    ids=lambda question: "-".join(question.option_ids),
)
def test_other_questions_keep_their_order_and_letters_by_position(question: Question) -> None:
    assert shown_options(question) == question.options
    assert list(option_signs(question).values()) == list("abc"[: len(question.options)])


def test_yes_is_typed_in_any_language_and_letters_of_a_position_are_nothing() -> None:
    question = choosing("nee", "ja")
    said = {sign: option_with(question, sign) for sign in ("j", "y", "o", "n", "a", "b", "", "0")}
    assert said == {
        "j": "ja", "y": "ja", "o": "ja", "n": "nee", "a": None, "b": None, "": None, "0": None,
    }  # fmt: skip


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_what_stands_on_paper_is_read_back_as_the_same_option(name: str) -> None:
    for question in Library().instrument(name).questions():
        signs = option_signs(question)
        assert [option_with(question, sign) for sign in signs.values()] == list(signs)
        assert set(signs) == set(question.option_ids)


# --- The check of a form --------------------------------------------------------------------------


def test_a_check_is_four_signs_that_no_eye_confuses_and_that_are_no_code() -> None:
    checks = [form_check(Library().instrument(name)) for name in INSTRUMENTS]
    assert [check for check in checks if not re.fullmatch("[2-9][2-9C-Y]{3}", check)] == []
    assert set("".join(checks)).isdisjoint("01ABEGILOQSUWZ")
    assert len(set(checks)) == len(checks)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_form_has_the_same_check_in_every_language(name: str) -> None:
    checks = {form_check(Library().instrument(name, language)) for language in LANGUAGES}
    assert len(checks) == 1


def test_words_do_not_change_the_check(instrument: Instrument) -> None:
    def reworded(question: Question) -> Question:
        options = tuple(replace(option, label="Anders") for option in question.options)
        return replace(question, ask="Anders?", options=options)

    assert form_check(_with(instrument, reworded)) == form_check(instrument)


def test_a_question_more_less_or_elsewhere_changes_the_check(instrument: Instrument) -> None:
    *before, last = instrument.sections
    added = replace(last.questions[0], id="nieuw")
    changes = [
        (added, *last.questions),
        last.questions[1:],
        last.questions[::-1],
        (*last.questions, added),
    ]
    checks = [form_check(instrument)]
    for questions in changes:
        changed = replace(instrument, sections=(*before, replace(last, questions=questions)))
        checks.append(form_check(changed))
    assert len(set(checks)) == len(checks)


def test_an_option_more_or_elsewhere_changes_the_check(instrument: Instrument) -> None:
    def turned(question: Question) -> Question:
        is_it = question.id == "veiligheid"
        return replace(question, options=question.options[::-1]) if is_it else question

    def shorter(question: Question) -> Question:
        is_it = question.id == "veiligheid"
        return replace(question, options=question.options[:2]) if is_it else question

    changed = [_with(instrument, change) for change in (turned, shorter)]
    assert len({form_check(each) for each in (instrument, *changed)}) == 3


def test_the_need_of_yes_may_change_without_another_check(instrument: Instrument) -> None:
    """On paper nothing is other: yes is still `j`, and still stands first."""

    def turned(question: Question) -> Question:
        is_it = question.id == "langdurig"
        return replace(question, options=question.options[::-1]) if is_it else question

    assert form_check(_with(instrument, turned)) == form_check(instrument)


def _with(instrument: Instrument, change: Callable[[Question], Question]) -> Instrument:
    """The instrument with every question changed."""
    sections = tuple(
        replace(section, questions=tuple(map(change, section.questions)))
        for section in instrument.sections
    )
    return replace(instrument, sections=sections)


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_the_example_beside_a_form_is_made_of_its_own_codes(name: str) -> None:
    instrument = Library().instrument(name)
    codes, example = Codes(), example_codes(instrument)
    assert len(example) >= 2
    assert list(codes.take(instrument, " ".join(example))) == []
    assert len(codes.answers) == len(example)


def test_beside_no_the_other_option_says_yes_whatever_its_id() -> None:
    question = Library().instrument("voor-wie-doen-we-wat").question("wanneer_betrekken")
    assert yes_and_no(question) == ("afgesproken", "nee")
    assert option_signs(question) == {"afgesproken": "j", "nee": "n"}
    assert {option_with(question, typed) for typed in ("j", "y", "o")} == {"afgesproken"}


def test_nowhere_is_no_answer_to_yes_or_no() -> None:
    question = Library().instrument("voor-wie-doen-we-wat").question("waar_neerleggen")
    assert yes_and_no(question) is None


def test_a_box_has_its_whole_code_also_where_only_its_sign_is_printed() -> None:
    assert [box_code("B3", code) for code in ("B3-b", "?", "0")] == ["B3-b", "B3-?", "B3-0"]


def test_a_cross_on_the_ladder_has_a_code_that_no_question_has() -> None:
    assert mark_code(2, 5) == "ladder-2-5"


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_an_agreement_has_a_letter_that_no_question_has(name: str) -> None:
    form = Library().instrument(name)
    sections = {code.rstrip("0123456789") for code in question_codes(form).values()}
    assert agreement_letter(form) not in sections
