"""Translations go to translators' own tools and come back as they were."""

import contextlib

import pytest

from integraal.exchange.po import po_text, translations_in
from integraal.model.finding import Faulty
from integraal.model.text import Translation

MADE = (
    Translation("title", "307b129e", "Twee tinten", "Deux teintes"),
    Translation("about", "00000000", 'Voor 50 % d\'acteurs, %s {en} "zo"\nverder'),
    Translation("questions.a.name", "11111111", "Zorg", "Soins", is_stale=True),
    Translation("questions.b.name", "11111111", "Zorg", "Souci"),
)


def test_what_goes_out_comes_back() -> None:
    back = translations_in(po_text("twee-tinten", "fr", MADE), "x.po", "fr")
    made = [(each.key, each.source, each.text, each.is_stale) for each in MADE]
    assert [(each.key, each.source, each.text, each.is_stale) for each in back] == made


def test_what_is_stale_is_fuzzy_and_nothing_is_a_format() -> None:
    text = po_text("twee-tinten", "fr", MADE)
    assert text.count("#, ") == text.count("#, fuzzy\n") == 1
    assert 'msgctxt "questions.a.name"' in text


def test_the_same_translations_are_the_same_bytes() -> None:
    assert po_text("twee-tinten", "fr", MADE) == po_text("twee-tinten", "fr", MADE)


@pytest.mark.parametrize(
    "text",
    [
        "schema: integraal/translation/1\n",
        'msgctxt "k"\nmsgid "a"\nmsgstr "b\n"c"\n',
        'msgctxt "k"\nmsgid "a"\nmsgstr',
        'msgid "a"\nmsgstr[x] "b"\n',
        'msgid "a"\n"b"\nmsgstr "c"\nmsgiets "d"\n',
    ],
)
def test_what_is_no_po_is_refused(text: str) -> None:
    with pytest.raises(Faulty, match="po-unreadable"):
        translations_in(text, "x.po", "fr")


def test_another_language_is_refused_and_a_country_is_none() -> None:
    with pytest.raises(Faulty, match="po-language"):
        translations_in(po_text("x", "fr", MADE), "x.po", "en")
    belgian = po_text("x", "fr", MADE).replace("Language: fr", "Language: fr_BE")
    assert len(translations_in(belgian, "x.po", "fr")) == len(MADE)


@pytest.mark.parametrize(
    "head", ["POT-Creation-Date: gisteren", "Plural-Forms: x", "Content-Type: ;", "Language: ??"]
)
def test_a_strange_head_never_crashes(head: str) -> None:
    text = f'msgid ""\nmsgstr ""\n"{head}\\n"\n\nmsgctxt "title"\nmsgid "a"\nmsgstr "b"\n'
    with contextlib.suppress(Faulty):
        assert [each.text for each in translations_in(text, "x.po", "fr")] == ["b"]


def test_what_has_no_key_or_several_numbers_says_nothing() -> None:
    text = 'msgid "a"\nmsgstr "b"\n\nmsgctxt "k"\nmsgid "x"\nmsgid_plural "y"\nmsgstr[0] "z"\n'
    assert translations_in(text, "x.po", "fr") == ()
