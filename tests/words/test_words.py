"""Three languages say the same things, with the same values to fill in."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import integraal.words
from integraal.api import Language
from integraal.cli import options
from integraal.reading.shapes.translation import TranslationShape
from integraal.report.render.word.ooxml import locale
from integraal.words.words import LANGUAGES, TOPICS, Words, typed_in_any_language
from tests.conftest import ROOT

OTHERS = [language for language in LANGUAGES if language != "nl"]
ASKED_FOR = re.compile(r"\b(?:words\(\)|words|say)\(\s*\"([\w.]+)\"\s*[,)]")
"""A sentence, where a module asks for it by its whole key."""


def topic_table(language: str, topic: str) -> dict[str, str]:
    """Give the sentences of one topic."""
    words: dict[str, str] = import_module(f"integraal.words.{language}.{topic}").WORDS
    return words


def table(language: str) -> dict[str, str]:
    """Give all sentences of a language."""
    return {key: text for topic in TOPICS for key, text in topic_table(language, topic).items()}


def test_each_language_has_its_own_name_in_each() -> None:
    for language in LANGUAGES:
        names = {Words(other)(f"language.{language}") for other in LANGUAGES}
        assert len(names) == 1  # in itself, for whoever reads no other


def values_in(sentence: str) -> set[str]:
    """Name the values that a sentence has filled in."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_module_of_a_language_is_a_topic(language: str) -> None:
    folder = Path(integraal.words.__path__[0]) / language
    assert {path.stem for path in folder.glob("*.py")} == {"__init__", *TOPICS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_stands_under_one_topic_and_the_same_one(language: str) -> None:
    assert len(table(language)) == sum(len(topic_table(language, topic)) for topic in TOPICS)
    for topic in TOPICS:
        assert topic_table(language, topic).keys() == topic_table("nl", topic).keys()


def test_every_place_that_lists_the_languages_lists_the_same() -> None:
    assert get_args(Language) == tuple(options.Language) == LANGUAGES
    assert get_args(TranslationShape.model_fields["language"].annotation) == LANGUAGES
    assert [language for language in LANGUAGES if locale(language) == language] == []


def test_every_sentence_that_is_asked_for_is_there() -> None:
    sources = sorted((ROOT / "src" / "integraal").rglob("*.py"))
    asked = {key for path in sources for key in ASKED_FOR.findall(path.read_text("utf-8"))}
    assert len(asked) > 300
    assert asked - Words("nl").keys() == set()


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_said_in_every_language_and_no_other(language: str) -> None:
    assert Words(language).keys() == Words("nl").keys()


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_has_the_same_values_filled_in_in_every_language(language: str) -> None:
    dutch, other = table("nl"), table(language)
    differ = {
        key: (values_in(dutch[key]), values_in(other[key]))
        for key in dutch.keys() & other.keys()
        if values_in(dutch[key]) != values_in(other[key])
    }
    assert differ == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_have_names_not_places_nor_formats(language: str) -> None:
    parsed = [part for s in table(language).values() for part in Formatter().parse(s)]
    assert all(name != "" and not spec and not how for _, name, spec, how in parsed if name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    assert [key for key, sentence in table(language).items() if not sentence.strip(" \n")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_called_anonymous(language: str) -> None:
    """`docs/privacy.md` says why: a filter misses things, and pseudonyms are personal data."""
    said = {key for key, text in table(language).items() if re.search("anon[iy]", text.lower())}
    assert said == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_can_be_typed_means_one_thing(language: str) -> None:
    words = table(language)
    moves = ["dont_know", "none", "skip", "back", "why", "stop", "short"]
    typed = [word for move in moves for word in words[f"typed.{move}"].casefold().split("|")]
    assert sorted(typed) == sorted(set(typed))
    ready = set(words["typed.ready"].casefold().split("|"))
    assert ready.isdisjoint(words["typed.stop"].casefold().split("|"))


def test_a_yes_is_nowhere_a_no_nor_a_stop() -> None:
    said = [
        word
        for key in ("typed.yes", "typed.no", "typed.stop")
        for word in typed_in_any_language(key)
    ]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_has_twelve_different_months(language: str) -> None:
    months = table(language)["months"].split()
    assert len(months) == len(set(months)) == 12


def test_dates_and_lists_are_written_as_each_language_does() -> None:
    said = {
        language: (
            Words(language).date(date(2026, 11, 21)),
            Words(language).listed(["a", "b", "c"]),
        )
        for language in LANGUAGES
    }
    assert said == {
        "nl": ("21 november 2026", "a, b en c"),
        "en": ("21 November 2026", "a, b and c"),
        "fr": ("21 novembre 2026", "a, b et c"),
    }


@pytest.mark.parametrize(("names", "listed"), [([], ""), (["a"], "a"), (("a", "b"), "a en b")])
def test_a_list_of_one_needs_no_joining(names: list[str], listed: str) -> None:
    assert Words("nl").listed(names) == listed


def test_a_value_with_braces_is_not_a_place_to_fill_in() -> None:
    assert Words("nl")("case.line", casus="{casus}") == "Casus {casus}"


def test_a_language_or_sentence_that_is_not_there_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError, match="xx"):
        Words("xx")
    with pytest.raises(KeyError, match="niet-bestaand"):
        Words("nl")("niet-bestaand")
