"""Codes are short, unique and follow the paper."""

from dataclasses import replace

from integraal.model.codes import option_code, question_codes
from integraal.model.instrument import Instrument


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


def test_options_beyond_the_alphabet_count_on_with_two_letters() -> None:
    assert [option_code("B3", number) for number in (0, 25, 26)] == ["B3-a", "B3-z", "B3-aa"]
