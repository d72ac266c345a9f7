"""The form as one HTML file: questions, engine and sentences, with nothing to fetch."""

import base64
import hashlib
import html
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from integraal.browser.bundle import script
from integraal.browser.pack import merged, packed, without_twins
from integraal.browser.texts import advice_texts, danger_texts, form_texts, level_texts
from integraal.browser.texts_for_others import lines_texts, others_texts
from integraal.model.instrument import Instrument
from integraal.model.services.help_line import HelpLine
from integraal.words.words import LANGUAGES, Words

_SAID = (
    *("danger.title", "danger.call", "danger.again", "danger.refused", "menu.why"),
    *("answer.dont_know", "answer.none_of_these", "short.too_little", "short.more"),
    *("short.first_question", "short.letters", "answer.partly", "level.at_least", "pair"),
    *("advice.provisional", "advice.not_counted", "case.along", "case.along_one", "course.no_day"),
    *("score.title", "score.about", "score.sum", "score.range", "score.open", "score.open_one"),
    *("months", "first_of_month", "apart", "or", "course.agreements", "course.by"),
    *("checklist.agreements", "checklist.agreement.what", "checklist.agreement.who"),
    *("checklist.agreement.when", "decided.title", "decided.text", "decided.text_by"),
    *("danger.checked", "reader.withheld", "reader.in_danger", "reader.again", "reader.lines"),
    *("reader.tafel", "short.maybe", "short.maybe_more"),
    *("service.at_answers", "service.nobody", "family.contacts", "and"),
    *("score.means", "score.no_band", "score.band", "score.band_one", "score.bands"),
    *("agenda.question", "onward.title", "remedy.unknown-key.known"),
)
_KINDS = (
    *("support.letter.", "short.support.", "formulier.", "place.", "direction.", "feasible."),
    *("beside.", "known_before.", "identifier.", "family.", "child."),
)

_REFUSED = (
    *("empty-file", "not-a-mapping", "duplicate-key", "tab", "quote-open", "unknown-key"),
    *("missing-key", "unknown-word", "bad-form", "not-text", "not-a-date", "not-a-list"),
    *("moment-twice", "day-twice", "no-such-question", "no-such-option", "one-answer"),
    *("none-and-some", "not-a-number", "answer-not-whole", "answer-too-low", "answer-too-high"),
    *("answered-twice", "other-instrument"),
)
"""Why a case file is not opened, by the codes of the commands."""
_REMARKED = ("moved", "past-keep-until", "after-today", "only-after-today", "other-version")
"""What is said of one that is opened."""
_BY_COMMAND = ("no-such-question", "other-instrument")
"""What they tell to do about it is an option of a command."""

_LARGE = ' class="large"'

Spoken = Mapping[str, Sequence[Instrument]]
"""By language: the instruments in it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands in a form besides its instruments."""

    lines: Mapping[str, Sequence[HelpLine]]
    """Every help line, by language."""
    guard: Mapping[str, Any]
    """What identifies a person in a text, as patterns."""
    services: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Of a region, by language and instrument; none where nobody named one."""


def form_html(
    shown: Sequence[str],
    spoken: Spoken,
    programs: Sequence[Mapping[str, Any]],
    beside: Beside,
    *,
    large: bool = False,
) -> str:
    """Write the form.

    Args:
        shown: Ids of the instruments that are asked, the first one first.
        spoken: Those, and all others that see a danger in their answers, by language.
        programs: Of the same instruments, as data.
        beside: What stands in it besides.
        large: Whether the letters are large, for who sees little.

    Returns: HTML that fetches nothing, and runs nothing but what is in it.
    """
    data = {**_data(shown, spoken, programs, beside), "guard": beside.guard}
    style = files("integraal.browser").joinpath("page/page.css").read_text("utf-8")
    code = script("page/main.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; "
        f"script-src 'sha256-{_digest(code)}'; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    language = data["language"]
    title = Words(language)("formulier.title")
    page = (
        "<!DOCTYPE html>",
        f'<html lang="{language}"{_LARGE if large else ""}>',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{html.escape(title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        f'<script type="application/json" id="data">{_embedded(data)}</script>',
        f"<script>{code}</script>",
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(page)


def _data(
    shown: Sequence[str],
    spoken: Spoken,
    programs: Sequence[Mapping[str, Any]],
    beside: Beside,
) -> dict[str, Any]:
    spoken = {each: spoken[each] for each in LANGUAGES if each in spoken}
    texts = [
        {
            **_texts(shown, every, Words(each), beside.lines[each]),
            "services": beside.services.get(each, {}),
        }
        for each, every in spoken.items()
    ]
    said, twins = without_twins(packed(merged(texts)))
    return {
        "language": next(iter(spoken)),
        "languages": {each: Words(each)(f"language.{each}") for each in spoken},
        "shown": list(shown),
        "old_names": old_names(next(iter(spoken.values()))),
        "programs": packed({program["instrument"]: program for program in programs}),
        "texts": said,
        "twins": twins,
    }


def old_names(instruments: Iterable[Instrument]) -> dict[str, str]:
    """How questions were called in files of before, with how they are called now."""
    every = (renamed for one in instruments for renamed in one.renamed if not renamed.option)
    return {renamed.question: renamed.to for renamed in every}


def _texts(
    shown: Sequence[str],
    every: Sequence[Instrument],
    words: Words,
    lines: Sequence[HelpLine],
) -> dict[str, Any]:
    """All that stands on the page in one language."""
    asked = [one for one in every if one.id in shown]
    said = {
        one.id: advice_texts(one, words) if one in asked else danger_texts(one) for one in every
    }
    called = {line["id"]: line for one in said.values() for line in one["help_lines"]}
    for one in said.values():
        one["help_lines"] = [line["id"] for line in one["help_lines"]]
    return {
        "sentences": _sentences(words),
        "advice_texts": said,
        "help_lines": called,
        "titles": {one.id: one.title for one in every},
        "form_texts": {one.id: form_texts(one) for one in asked},
        "levels": {one.id: level_texts(one) for one in asked},
        "others": {one.id: others_texts(one, words) for one in asked},
        "lines": lines_texts(lines, words),
        "tables": {one.id: {table.id: table.title for table in one.tables} for one in asked},
    }


def _sentences(words: Words) -> dict[str, str]:
    """What the page itself says."""
    keys = (key for key in sorted(words.keys()) if key.startswith(_KINDS) and ".course" not in key)
    wrong = (f"finding.{code}" for code in (*_REFUSED, *_REMARKED))
    remedies = (f"remedy.{code}" for code in _REFUSED if code not in _BY_COMMAND)
    every = (*_SAID, *keys, *wrong, *(key for key in remedies if key in words))
    return {key: words(key) for key in every}


def _embedded(data: Mapping[str, Any]) -> str:
    """Write data such that nothing in it can end the element that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
