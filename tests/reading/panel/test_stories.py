"""Sentences in which answers are told: complete, or not used."""

from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.model.instrument import Kind
from integraal.reading.library import Library, data_folder
from integraal.reading.panel.stories import read_stories, shipped_stories, tellable

INSTRUMENT = Library().instrument("voor-wie-doen-we-wat")
SHIPPED = data_folder() / "panel" / "voor-wie-doen-we-wat.nl.yaml"
TEXT = SHIPPED.read_text(encoding="utf-8")
FIRST = """\
        een:
          - Eén gezinslid heeft problemen.
          - Er is één gezinslid met problemen.
"""


def faults(tmp_path: Path, old: str, new: str) -> list[tuple[str, dict[str, str], str]]:
    assert old in TEXT
    path = tmp_path / "verhalen.yaml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Faulty) as raised:
        read_stories(path, INSTRUMENT)
    return [(found.code, dict(found.details), found.suggestion) for found in raised.value.findings]


def test_every_answer_to_every_question_that_can_be_told_has_two_wordings() -> None:
    assert shipped_stories(INSTRUMENT) == SHIPPED
    stories = read_stories(SHIPPED, INSTRUMENT)
    for question in tellable(INSTRUMENT):
        told = stories.told[question.id]
        assert {*question.option_ids, "weet_niet"} <= told.keys()
    assert [name for topic in stories.topics for name in topic] == list(stories.told)


def test_opinions_of_the_level_and_texts_are_not_told() -> None:
    told = [question.id for question in tellable(INSTRUMENT)]
    assert not [name for name in told if name.startswith("samenwerking_")]
    assert all(INSTRUMENT.question(name).kind is not Kind.TEXT for name in told)
    assert "niet_van_ons" in told  # asked elsewhere, and it counts here


def test_an_answer_that_is_not_told_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path, FIRST, "") == [
        ("story-untold", {"question": "gezinsleden", "option": "een"}, "")
    ]


def test_a_question_that_is_not_told_is_a_fault(tmp_path: Path) -> None:
    found = faults(tmp_path, "      langdurig:\n", "      langdurg:\n")
    assert [code for code, *_ in found] == ["unknown-story", "story-untold"]
    assert found[0][2] == "langdurig"


def test_what_is_no_answer_is_a_fault(tmp_path: Path) -> None:
    found = faults(tmp_path, FIRST, FIRST.replace("een:", "ene:"))
    assert [code for code, *_ in found] == ["unknown-story", "story-untold"]


def test_one_wording_is_too_few(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "          - Eén gezinslid heeft problemen.\n", "")) == 1


def test_two_answers_in_the_same_words_are_a_fault(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        "Er zijn twee gezinsleden met problemen.",
        "Drie of meer gezinsleden hebben problemen.",
    )
    assert [code for code, *_ in found] == ["story-twice"]


def test_sentences_of_another_instrument_are_refused(tmp_path: Path) -> None:
    found = faults(tmp_path, "instrument: voor-wie-doen-we-wat", "instrument: meldcode")
    assert [code for code, *_ in found] == ["other-instrument"]


def test_an_instrument_without_sentences_has_none() -> None:
    assert shipped_stories(Library().instrument("meldcode")) is None
