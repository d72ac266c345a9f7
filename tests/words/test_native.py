"""Texts read as people here write: no calques of another language, and each language's own spaces.

Over every text that users read: the word tables, the instruments, the scales and the help lines.
"""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from integraal.reading.library import Library
from integraal.reading.overlay import texts
from integraal.words.words import LANGUAGES, TOPICS
from tests.conftest import INSTRUMENTS
from tests.report.render.every import pages_of
from tests.report.shipped_pages import strings
from tests.words.test_words import table

CALQUES = {
    "nl": (
        r"kunt er meer kiezen|die nog open staan|(meer|minder) nood|één iemand|die haar goed kent",
        r"je leiding\b|wat eerst komt|tot dan\b|\d keer zegt een bron|de grens is van ons",
    ),
    "en": (
        r"unsafety|map the signals|signals mapped|the weighing|point to weigh|weighs? heavily",
        r"\balign|danger you call|would you like that|\ban advice\b|\badvices\b|informations",
    ),
    "fr": (
        r"passe(nt)? (avant|toujours en premier)|\bstoppez|aide (qui )?marche|valent ici",
        r"en dit le plus",
        r"ne doit pas (encore|d'abord)|ne doit pas (être|y figurer|porter)|ne devez pas porter",
    ),
}
"""Patterns of what was written here once and reads as a translation."""
TYPED = "typed."
"""The words that people may type are whatever they do type."""


def every_text(language: str) -> Iterator[tuple[str, str]]:
    """Each text with the place where it stands."""
    yield from ((key, text) for key, text in table(language).items() if not key.startswith(TYPED))
    for name in INSTRUMENTS:
        instrument = Library().instrument(name, language)
        yield from ((f"{name}: {key}", text) for key, text in texts(instrument).items())
        if instrument.scale is not None:
            yield from texts(instrument.scale).items()
    yield from texts(Library().help_lines(language)).items()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_reads_as_a_translation(language: str) -> None:
    patterns = [re.compile(pattern, re.IGNORECASE) for pattern in CALQUES[language]]
    found = [
        (where, text)
        for where, text in every_text(language)
        if any(pattern.search(text) for pattern in patterns)
    ]
    assert found == []


BARE, SPACED = re.compile(r"[^\s\d;:!?][;:!?](?=\s|$|»)"), re.compile(r"\w\s[;:!?](?=\s|$)")
"""A high sign without and with a space before it."""


def _prose(text: str) -> str:
    """A text without the code in it: keys and values of YAML, options, what stands in quotes."""
    code = r"\b[a-z_]+: ?\S+|«[^»]*»|'[^']*'|\{\{?[^}]*\}\}?|--\S+"
    return re.sub(rf"(In het Nederlands|In English|En français\s):|{code}", "x", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_french_has_a_space_before_a_high_sign(language: str) -> None:
    wrong = BARE if language == "fr" else SPACED
    assert [pair for pair in every_text(language) if wrong.search(_prose(pair[1]))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lowest_level_says_in_plain_words_what_it_is(language: str) -> None:
    """Segregation is a term of the field, and means something else to everybody else."""
    told = re.compile(r"s[eé]gr[eé]gati\w+\b(?! \()", re.IGNORECASE)
    assert [pair for pair in every_text(language) if told.search(pair[1])] == []


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_what_a_page_puts_together_has_the_spaces_of_its_language(name: str) -> None:
    """A name and what is said of it, an option and its hint: also where no table holds both."""
    for about, page in pages_of(name, "fr"):
        lines = [line for text in strings(page) for line in text.split("\n")]
        assert [line for line in lines if BARE.search(_prose(line))] == [], about


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if topic.startswith("panel")])
@pytest.mark.parametrize(("language", "other"), [("fr", "situations?"), ("nl", "blad(en)?")])
def test_the_pages_of_a_panel_have_one_word_for_one_thing(
    topic: str, language: str, other: str
) -> None:
    """A rater marks a «cas» on a «vel»: nobody may call them a «situation» and a «blad»."""
    words = import_module(f"integraal.words.{language}.{topic}").WORDS
    assert [key for key, text in words.items() if re.search(rf"\b{other}\b", text, re.I)] == []


def test_a_french_answer_takes_its_first_word_from_what_is_asked() -> None:
    """«Combien…? Chez un membre» is no French: a list of a panel puts the two side by side."""
    for name in INSTRUMENTS:
        for question in Library().instrument(name, "fr").every_question():
            if any(option.label.startswith("Chez ") for option in question.options):
                assert re.search(r"\bchez\b", question.ask, re.I), (name, question.id)


def test_no_french_answer_agrees_in_gender_with_a_word_that_its_question_lacks() -> None:
    """«Qu'ont donné ces formes ? Suffisants» agreed with «résultats», which is not asked there."""
    question = Library().instrument("voor-wie-doen-we-wat", "fr").question("opbrengst")
    assert [option.label for option in question.options if option.label.endswith("nts")] == []
