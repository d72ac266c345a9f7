"""Codes as people copy them from paper: every answer can be said, nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integraal.cli.interview.paper_codes import Codes
from integraal.model.answers import DONT_KNOW, Answer, Partly
from integraal.model.codes import form_check, option_signs, question_codes
from integraal.model.instrument import Instrument, Kind
from integraal.reading.library import Library
from tests.conftest import INSTRUMENTS
from tests.reading.helpers import good

AREAS = ("wonen", "werk", "school", "geld", "gezondheid")


def taken(instrument: Instrument, line: str) -> Codes:
    codes = Codes()
    codes.take(instrument, line)
    return codes


@pytest.mark.parametrize(
    ("line", "question", "answer"),
    [
        ("B1b", "aantal_professionals", "twee"),
        ("b1-B", "aantal_professionals", "twee"),
        ("B01b", "aantal_professionals", "twee"),
        ("B1?", "aantal_professionals", DONT_KNOW),
        ("C3a,b", "leefgebieden", frozenset({"wonen", "werk"})),
        ("C3-a , b", "leefgebieden", frozenset({"wonen", "werk"})),
        ("C3ab", "leefgebieden", frozenset({"wonen", "werk"})),
        ("C3a+b", "leefgebieden", frozenset({"wonen", "werk"})),
        ("C30", "leefgebieden", frozenset()),
        ("C3-0", "leefgebieden", frozenset()),
        ("C3?", "leefgebieden", DONT_KNOW),
        ("F2j", "langdurig", "ja"),
        ("F2-N", "langdurig", "nee"),
        ("F2y", "langdurig", "ja"),
        ("f2-o", "langdurig", "ja"),
        ("F2?", "langdurig", DONT_KNOW),
    ],
)
def test_a_code_says_what_stands_on_the_paper(
    instrument: Instrument, line: str, question: str, answer: Answer | None
) -> None:
    codes = taken(instrument, line)
    assert codes.answers.get(question) == answer
    assert bool(codes.misread) is (answer is None)


def test_knowing_some_of_several_keeps_the_others_open(instrument: Instrument) -> None:
    others = frozenset(instrument.question("leefgebieden").option_ids) - {"wonen"}
    said = taken(instrument, "C3a,?").answers["leefgebieden"]
    assert said == Partly(frozenset({"wonen"}), others)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Z9a", "codes.no_question"),
        ("B1", "codes.not_for.one"),
        ("B1z", "codes.not_for.one"),
        ("B1ab", "codes.not_for.one"),
        ("B10", "codes.not_for.one"),
        ("B1-0", "codes.not_for.one"),
        ("F2a", "codes.not_for.one"),
        ("F2-b", "codes.not_for.one"),
        ("F2-0", "codes.not_for.one"),
        ("F2jn", "codes.not_for.one"),
        ("C1d", "codes.not_for.one"),
        ("C3j", "codes.not_for.several"),
        ("C3a,z", "codes.not_for.several"),
        ("C3a,0", "codes.not_for.several"),
        ("B2-b", "codes.not_for.text"),
    ],
)
def test_what_is_no_answer_is_misread_and_not_half_taken(
    instrument: Instrument, line: str, key: str
) -> None:
    codes = taken(instrument, f"C2a {line} C4c")
    assert [misread.key for misread in codes.misread] == [key]
    assert codes.answers == {"gezinsleden": "een", "draaglast": "zwaar"}


def test_a_loose_word_voids_the_code_before_it_and_no_other(instrument: Instrument) -> None:
    codes = taken(instrument, "C2a C4c en zo C5a")
    assert [(code.typed, code.key) for code in codes.misread] == [
        ("C4c en zo", "codes.not_for.one")
    ]
    assert codes.answers == {"gezinsleden": "een", "draagkracht": "ruim"}


def test_words_before_any_code_void_nothing(instrument: Instrument) -> None:
    codes = taken(instrument, "rommel C2a")
    assert [(code.typed, code.key) for code in codes.misread] == [("rommel", "codes.no_code")]
    assert codes.answers == {"gezinsleden": "een"}


def test_two_answers_to_one_question_leave_it_open(instrument: Instrument) -> None:
    codes = Codes()
    codes.take(instrument, "C2a C4c")
    codes.take(instrument, "C2b C4c")
    assert codes.answers == {"draaglast": "zwaar"}
    assert [(m.typed, m.question) for m in codes.misread] == [("C2b", "gezinsleden")]


def test_boxes_of_one_question_add_up_over_lines_and_a_loose_letter_is_one_of_them(
    instrument: Instrument,
) -> None:
    codes = Codes()
    for line in ("C3b", "C3a,", "c"):
        assert codes.take(instrument, line) == []
    assert codes.answers == {"leefgebieden": frozenset({"wonen", "werk", "school"})}
    assert [m.key for m in codes.take(instrument, "zo")] == ["codes.loose"]
    assert codes.answers == {}


def test_of_a_contradiction_all_is_heard_and_a_next_line_mends_it(instrument: Instrument) -> None:
    codes = Codes()
    codes.take(instrument, "A1n A1j C2c")
    assert codes.answers == {"gezinsleden": "drie_of_meer"}
    assert codes.heard["direct_gevaar"] == ["nee", "ja"]
    codes.take(instrument, "A1n")
    assert (codes.answers["direct_gevaar"], "direct_gevaar" in codes.heard) == ("nee", False)


def test_codes_of_another_form_are_passed_over_until_the_check_of_this_one(
    instrument: Instrument,
) -> None:
    codes, own = Codes(), form_check(instrument)
    other = form_check(Library().instrument("meldcode"))
    codes.take(instrument, f"C2c {other.lower()} C4c")
    codes.take(instrument, f"C5c\n{own} C6a")
    assert codes.answers == {"gezinsleden": "drie_of_meer", "prioriteit": "eens"}
    assert [m.key for m in codes.misread] == ["codes.other_form", "codes.other_form"]


JOINTS = st.sampled_from([" ", "-", ": ", " - ", ".", "=", "", "–", " : "])
BETWEEN = st.sampled_from([" ", ", ", ";", "\n", " en ", " / ", " | ", ". "])


@given(st.data())
def test_however_boxes_are_typed_they_are_the_same_boxes(data: st.DataObject) -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    typed, meant = "", dict[str, Answer]()
    for name, code in question_codes(instrument).items():
        question = instrument.question(name)
        signs = option_signs(question)
        if not signs:
            continue
        most = len(signs) if question.kind is Kind.SEVERAL else 1
        chosen = data.draw(st.lists(st.sampled_from(list(signs)), max_size=most, unique=True))
        for option in chosen:
            box = f"{code}{data.draw(JOINTS)}{signs[option]}"
            typed += data.draw(st.sampled_from([box, box.lower(), box.upper()])) + data.draw(
                BETWEEN
            )
        if chosen:
            meant[name] = frozenset(chosen) if question.kind is Kind.SEVERAL else chosen[0]
    codes = Codes()
    assert [misread for line in typed.split("\n") for misread in codes.take(instrument, line)] == []
    assert codes.answers == meant


def test_a_number_stands_behind_a_dash() -> None:
    instrument = Library().instrument("procesregie")
    number = next(q for q in instrument.questions() if q.kind is Kind.NUMBER)
    code = question_codes(instrument)[number.id]
    assert taken(instrument, f"{code}-3").answers == {number.id: 3}
    assert taken(instrument, f"{code}-drie").misread[0].key == "codes.not_for.number"


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_option_of_every_instrument_can_be_said(name: str) -> None:
    instrument = Library().instrument(name)
    for identity, code in question_codes(instrument).items():
        question = instrument.question(identity)
        for option, sign in option_signs(question).items():
            said = taken(instrument, f"{code}-{sign}").answers[identity]
            wanted = frozenset({option}) if question.kind is Kind.SEVERAL else option
            assert said == wanted


@given(st.text(max_size=40))
def test_no_line_is_too_strange(line: str) -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    codes = taken(instrument, line)
    assert codes.answers.keys() <= {question.id for question in instrument.questions()}


@pytest.mark.parametrize("typed", ["A1-2,5", "A1--1", "A1-21"])
def test_a_number_that_does_not_fit_its_question_is_no_answer(typed: str) -> None:
    codes = taken(good("tellen.yaml"), typed)
    assert (dict(codes.answers), [each.key for each in codes.misread]) == (
        {},
        ["codes.not_for.number"],
    )
    assert taken(good("tellen.yaml"), "A1-3").answers == {"kinderen": 3}
