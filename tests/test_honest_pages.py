"""Every page about a case is honest, in every format and language, in the words of its reader.

What it rests on, that nobody validated it, what its highest levels mean, of which day it is, and
how much was left out. Each page is made by the real command and read back as people read it.
"""

import html
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import docx  # noqa: TID253 - to read back what was written
import pytest

from integraal.cli.output.formats import PAPER, Format
from integraal.model.instrument import Instrument, Rule
from integraal.model.scale import Level
from integraal.reading.library import Library
from integraal.report.phrases.grounds import legend, letter
from integraal.report.prose import first_sentence
from integraal.words.honest import disclaimer_text
from integraal.words.words import LANGUAGES, Words
from tests.conftest import INSTRUMENTS
from tests.everything import PAGES, Page, every_page, made
from tests.report.render.pdf.paper import squeezed, words_in

pytestmark = pytest.mark.xdist_group("everything")

READ = (Format.TERMINAL, Format.MARKDOWN, Format.HTML, *PAPER)
OF_A_CASE = ("advies", "checklist", "verloop", "vergelijk", "vergelijk-versies", "agenda")
EXPLAINED = {"--waarom", "--waarom-niet", "--wat-als", "--kleinste-stap"}


def _named(value: object) -> str:
    return value.line if isinstance(value, Page) else str(value)


def _pages(*commands: str) -> pytest.MarkDecorator:
    pages = [each for each in every_page(*READ) if each[0].command in commands]
    return pytest.mark.parametrize(("page", "form", "language"), pages, ids=_named)


def _reader(page: Page) -> str:
    words = page.line.split()
    return words[words.index("--voor") + 1] if "--voor" in words else "professional"


@cache
def _read(page: Page, form: Format, language: str) -> str:
    """The text of a page as it is read, without room between letters."""
    result = made(page, form, language).result
    match form:
        case Format.TERMINAL:
            return squeezed(re.sub("[│┃─━|#]", "", result.decode("cp1252")))
        case Format.MARKDOWN:
            return squeezed(re.sub(r"\\(.)|\*\*|<br>|^> ?", r"\1", result.decode(), flags=re.M))
        case Format.HTML:
            body = re.sub(r"(?s)<style.*?</style>|<[^>]*>", "", result.decode())
            return squeezed(html.unescape(body))
        case Format.PDF:
            return words_in(result)
        case _:
            parts = docx.Document(io.BytesIO(result)).element.iter()
            return squeezed("".join(p.text or "" for p in parts if str(p.tag).endswith("}t")))


@cache
def _instruments(language: str) -> tuple[Instrument, ...]:
    return tuple(Library().instrument(name, language) for name in INSTRUMENTS)


def _data(page: Page, language: str, of: str = "") -> list[dict[str, Any]]:
    """All that there is for professionals, as data: an object for each case.

    Args:
        page: That has it, or some of it.
        language: In which it is asked for.
        of: Options that are left in, as a pattern.
    """
    more = re.compile(rf"(?!{of or '$'}) --(voor|rol) [\w-]+| --groot")
    line = more.sub("", page.line)
    text = made(replace(page, line=line, only=(), on_screen=False), Format.JSON, language).text
    return list(map(json.loads, [text] if text.startswith("{\n") else text.splitlines()))


# --- Nobody validated it --------------------------------------------------------------------------


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_no_reason_says_that_something_is_so_or_else_not_known(name: str) -> None:
    """What was answered is known to the page, so each reason says only what applies."""
    choice = re.compile(r"\bof (dat|het|die) is (nog )?niet bekend|\bof na .* niet zeker")
    told = {rule.id: rule.grounds.because for rule in Library().instrument(name).rules}
    assert [rule for rule, because in told.items() if choice.search(because)] == []


@_pages(*OF_A_CASE)
def test_it_says_that_nobody_validated_it(page: Page, form: Format, language: str) -> None:
    words, text = Words(language), _read(page, form, language)
    keys = ["honest.nobody", "honest.nobody_routes"]
    if _reader(page) != "professional":
        keys = ["reader.honest.nobody"]
    assert any(squeezed(words(key)) in text for key in keys)


@pytest.mark.parametrize("page", [p for p in PAGES if p.command in OF_A_CASE], ids=_named)
def test_so_does_its_data(page: Page) -> None:
    if Format.JSON in page.formats:
        for data in _data(page, "en", of=" --rol"):
            said = data["disclaimer"]
            told = said["en"] if isinstance(said, dict) else said
            # The new version in the table has no translations.
            every = (*_instruments("en"), *_instruments("nl"))
            assert any(disclaimer_text(each, Words("en")) in told for each in every)


# --- What each reason rests on --------------------------------------------------------------------


def _reasons(text: str, reader: str, language: str) -> Iterator[tuple[str, list[Rule]]]:
    """What follows each reason on a page, with the rules that give that reason."""
    giving: dict[str, list[Rule]] = {}
    for rule in (rule for each in _instruments(language) for rule in each.rules):
        is_family = reader in ("gezin", "kind")
        said = rule.grounds.for_family if is_family else rule.grounds.because
        if said:
            giving.setdefault(squeezed(said), []).append(rule)
    # The longest one first: a reason may begin as another does.
    every = "|".join(map(re.escape, sorted(giving, key=len, reverse=True)))
    for found in re.finditer(every, text):
        yield text[found.end() :], giving[found[0]]


@_pages(*OF_A_CASE)
def test_each_reason_has_the_letter_of_what_it_rests_on(
    page: Page, form: Format, language: str
) -> None:
    words, text, reader = Words(language), _read(page, form, language), _reader(page)
    rule_word = squeezed(words("reason.rule"))
    for after, rules in _reasons(text, reader, language):
        mark = re.search(r"\([A-Z]\)", after)
        assert mark, rules[0].id
        assert mark[0] in {letter(rule.grounds.support, words) for rule in rules}, rules[0].id
        if reader == "professional":
            named = {
                f"{rule_word}{rule.grounds.code or rule.id}·{rule.grounds.citations[0].document}"
                for rule in rules
            }
            told = after[mark.end() : mark.end() + 200]
            assert any(squeezed(name) in told for name in named), rules[0].id
        else:
            assert not after[mark.end() :].startswith(rule_word), rules[0].id


@_pages(*OF_A_CASE)
def test_each_letter_is_explained(page: Page, form: Format, language: str) -> None:
    words, text, reader = Words(language), _read(page, form, language), _reader(page)
    if not list(_reasons(text, reader, language)):
        return
    key = "family.support" if reader in ("gezin", "kind") else "support"
    key = "short.support" if page.on_screen else key
    counted = ("source", "direction", "choice")
    in_full = [squeezed(words(f"grounds.{each}").split("{")[0]) for each in counted]
    assert squeezed(legend(words, key)) in text or all(each in text for each in in_full)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_means_one_thing(language: str) -> None:
    words = Words(language)
    letters = [words(f"support.letter.{each}") for each in ("source", "direction", "choice")]
    assert len(set(letters)) == 3
    assert all(re.fullmatch("[A-Z]", each) for each in letters)


def _knows_little(page: Page, language: str) -> bool:
    """Whether a short page says that every level is still possible, and names no advice."""
    told = squeezed(Words(language)("short.too_little").split(".")[0])
    return page.on_screen and told in _read(page, Format.TERMINAL, language)


def _counted(words: Words, text: str, every: int, missing: Sequence[object]) -> None:
    """Whether a short page says how many of a list it leaves out."""
    key = "short.more" if len(missing) < every else "short.count"
    assert not missing or squeezed(words(key, count=len(missing))) in text


# --- What the highest levels mean -----------------------------------------------------------------


def _levels(data: dict[str, Any]) -> Iterator[str]:
    """Ids of the levels that a page about this data says an advice is, or could be."""
    stages = [each["moments"][-1] for each in data.get("instruments", ())]
    changes = [
        {name: change["after"] for name, change in case["changes"].items()}
        for case in data.get("cases", ())
    ]
    for each in (data, *stages, *data.get("views", ()), *changes):
        yield from (each[key] for key in ("level", "reach") if each.get(key))


def _noted(language: str) -> dict[str, Level]:
    return {
        level.id: level
        for each in _instruments(language)
        if each.scale is not None
        for level in each.scale.levels
        if level.note
    }


def test_both_highest_levels_say_to_use_a_team_that_exists() -> None:
    noted = _noted("nl")
    assert set(noted) == {"cooperatie", "integratie"}
    for level in noted.values():
        assert "een bestaand team" in level.gloss
        assert "Voor één gezin voeg je geen organisaties samen" in level.note
        assert "dat er al is" in level.for_family


@_pages(*OF_A_CASE)
def test_no_page_names_a_highest_level_without_what_it_means(
    page: Page, form: Format, language: str
) -> None:
    # The new version in the table has no translations.
    noted = _noted("nl" if page.command == "vergelijk-versies" else language)
    text = _read(page, form, language)
    if page.command == "checklist":
        has_ladder = any(i.scale and i.id in page.line for i in _instruments(language))
        has_ladder |= page.line.startswith("checklist --")
        # The sheet with questions for the family names no level.
        named = set(noted) if has_ladder and "--voor gezin" not in page.line else set()
    elif page.command == "agenda":  # it speaks of no level at all
        named = {id_ for id_, level in noted.items() if squeezed(level.name) in text}
    elif _reader(page) == "professional":
        named = {level for data in _data(page, language) for level in _levels(data)}
    else:  # what others may see is not the whole advice: look at what stands there
        named = {id_ for id_, level in noted.items() if squeezed(level.for_family) in text}
    for level in named & set(noted):
        in_their_words = _reader(page) in ("gezin", "kind")
        told = noted[level].for_family if in_their_words else noted[level].note
        if page.on_screen:
            assert squeezed(noted[level].gloss) in text or _knows_little(page, language)
            continue
        assert squeezed(first_sentence(told) if page.command == "checklist" else told) in text


# --- The points of lower levels -------------------------------------------------------------------


@_pages("advies")
def test_the_points_of_lower_levels_stand_with_those_of_the_level(
    page: Page, form: Format, language: str
) -> None:
    text = _read(page, form, language)
    for scale in (each.scale for each in _instruments(language) if each.scale is not None):
        for rank, level in enumerate(scale.levels):
            name = level.plain[0] if page.on_screen else level.name
            title = Words(language)("attention.title", level=name.lower())
            if squeezed(title) in text:
                points = [p for lower in scale.levels[:rank] for p in lower.attention_points]
                if page.on_screen:
                    counted = Words(language)("short.lower_points", count=len(points))
                    assert not points or squeezed(counted) in text
                    continue
                assert [p.short for p in points if squeezed(p.short) not in text] == []


# --- What was left out ----------------------------------------------------------------------------


@_pages("advies")
def test_reasons_that_were_left_out_are_counted(page: Page, form: Format, language: str) -> None:
    """For the professional; what others may see has reasons of its own."""
    words, text = Words(language), _read(page, form, language)
    asked = set(page.line.split()) & EXPLAINED
    if _reader(page) != "professional" or (asked and "--waarom" not in asked):
        return
    for data in _data(page, language):
        missing = [r for r in data["reasons"] if squeezed(r["because"]) not in text]
        deciding = [reason for reason in missing if reason["level"] == data["level"]]
        if page.on_screen:
            lower = len([r for r in data["reasons"] if r["level"] != data["level"]])
            if not _knows_little(page, language):
                _counted(words, text, len(data["reasons"]) - lower, deciding)
                key = "short.lower_one" if lower == 1 else "short.lower"
                assert not lower or squeezed(words(key, count=lower)) in text
            continue
        for key, count in (
            ("sheet.more", len(deciding)),
            ("sheet.lower", len(missing) - len(deciding)),
        ):
            assert count == 0 or squeezed(words(key, count=count)) in text, key


@_pages("advies")
def test_questions_that_were_left_out_are_counted(page: Page, form: Format, language: str) -> None:
    words, text = Words(language), _read(page, form, language)
    if _reader(page) != "professional" or set(page.line.split()) & EXPLAINED:
        return
    for data in _data(page, language):
        instrument = Library().instrument(data["instrument"], language)
        names = [each["question"] for each in data["open_questions"]]
        names += [each["question"] for each in data["open_routes"]]
        asks = {name: instrument.question(name).ask for name in names}
        missing = [name for name, ask in asks.items() if squeezed(ask) not in text]
        if page.on_screen:
            _counted(words, text, len(asks), missing)
            continue
        assert not missing or squeezed(words("sheet.more", count=len(missing))) in text


# --- Of which day it is ---------------------------------------------------------------------------


@_pages("advies", "checklist", "verloop", "vergelijk")
def test_it_says_of_which_day_the_answers_are(page: Page, form: Format, language: str) -> None:
    if page.command == "checklist" and "--casus" not in page.line:
        return
    text = _read(page, form, language)
    line = page.line.replace("checklist --casus", "advies")
    for data in _data(replace(page, line=line), language):
        days = [data.get("moment"), *(view["moment"] for view in data.get("views", ()))]
        days += [m["moment"] for each in data.get("instruments", ()) for m in each["moments"][-4:]]
        assert any(days)
        for day in filter(None, days):
            assert squeezed(Words(language).date(date.fromisoformat(day))) in text


# --- Danger ---------------------------------------------------------------------------------------


@_pages("advies", "checklist", "verloop", "vergelijk")
def test_where_somebody_may_be_in_danger_people_look_again(
    page: Page, form: Format, language: str
) -> None:
    words, text = Words(language), _read(page, form, language)
    if squeezed(words("danger.title")) in text:
        assert squeezed(words("danger.again")) in text
