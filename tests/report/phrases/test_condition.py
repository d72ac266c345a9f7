"""What a rule asks of an answer, in words for somebody who never saw a rule."""

import pytest

from integraal.engine.assess import assess
from integraal.engine.explain.explanation import explain
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.reading.library import Library
from integraal.report.data.why import replies_data
from integraal.report.phrases.condition import leaf_text, settled_lines, trace_lines
from integraal.report.text import Inline
from integraal.words.words import LANGUAGES, Words
from tests.engine.builders import cases, number, one, several
from tests.reading.helpers import GOOD

QUESTIONS = {
    question.id: question
    for question in (
        one("last", "licht", "matig", "zwaar"),
        several("gebieden", "wonen", "werk", "school"),
        number("weken"),
    )
}
AREAS = QUESTIONS["gebieden"].option_ids


SAID: list[tuple[c.Leaf, str]] = [
    (c.OneIn("last", ("matig", "zwaar")), "Last: matig of zwaar"),
    (c.SomeChosen("gebieden", ("werk", "school"), 1), "Gebieden: met werk of school"),
    (c.SomeChosen("gebieden", AREAS, 2), "Gebieden: minstens 2 gekozen"),
    (
        c.SomeChosen("gebieden", ("wonen", "werk"), 2),
        "Gebieden: minstens 2 gekozen van wonen en werk",
    ),
    (c.Between("weken", 2, None), "Weken: minstens 2"),
    (c.Between("weken", None, 4), "Weken: hooguit 4"),
    (c.Between("weken", 2, 4), "Weken: van 2 tot en met 4"),
    (c.Known("weken", wanted=False), "Weken: niet bekend"),
]


@pytest.mark.parametrize(("leaf", "text"), SAID)
def test_a_leaf_is_said_in_words(leaf: c.Leaf, text: str) -> None:
    assert leaf_text(leaf, QUESTIONS[leaf.question], Words("nl")) == text


def test_every_kind_of_leaf_has_words_of_its_own() -> None:
    assert {type(leaf) for leaf, _ in SAID} == set(c.Leaf.__args__)


NAMED = lower(Library(cache=None).instrument_file(GOOD / "definities.yaml"))
HEAVY = {"kou": "ernstig", "rekeningen": "ernstig", "buren": "nee", "al_eerder": "ja"}


def _plain(lines: list[Inline]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def test_a_definition_is_told_by_its_name_then_why_it_holds_and_what_that_rests_on() -> None:
    (case,) = cases(HEAVY)
    assessment = assess(NAMED, case, ())
    replies = explain(NAMED, assessment, why=True)
    route = next(s for s in replies.why or () if s.rule.id == "hout-brengen")
    lines = list(settled_lines(route.facts, route.settled, assessment, Words("nl")))
    meant = "Van kou, rekeningen en gezondheid zijn er twee of meer ernstig."
    assert _plain(lines) == [
        "✓ Staat er alleen voor: Er zijn zware zorgen, en geen buren die helpen. (W) LEU",
        f"   ✓ Zware zorgen: {meant} (K) 001",
        "      ✓ Kou: altijd koud",
        "      ✓ Rekeningen: een stapel",
        "   ✓ Buren: nee",
    ]
    data = next(d for d in replies_data(replies)["why"] if d["rule"] == "hout-brengen")
    (alone,) = data["definitions"]
    assert (alone["definition"], alone["holds"]) == ("staat-er-alleen-voor", True)
    assert [one["definition"] for one in alone["definitions"]] == ["zware-zorgen"]
    assert [fact["question"] for fact in alone["facts"]] == ["kou", "rekeningen", "buren"]


@pytest.mark.parametrize(
    ("language", "outcome"),
    [
        ("nl", "   ? de uitkomst is «De houtploeg brengt het hout.»:"),
        ("en", "   ? the outcome is “De houtploeg brengt het hout.”:"),
        ("fr", "   ? le résultat est « De houtploeg brengt het hout. » :"),
    ],
)
def test_an_open_definition_tells_what_is_still_to_answer(language: str, outcome: str) -> None:
    words = Words(next(known for known in LANGUAGES if known == language))
    (case,) = cases({"kou": "ernstig"})
    assessment = assess(NAMED, case, ())
    reply = explain(NAMED, assessment, why_not="cooperatie").why_not
    assert reply is not None
    (obstacle,) = reply.obstacles
    assert obstacle.trace is not None
    lines = _plain(list(trace_lines(obstacle.trace.parts[0], assessment, words)))
    assert lines[0].startswith("? De houtploeg komt")
    assert lines[1] == outcome
    open_ones = [line.strip() for line in lines if line.strip().startswith("? Rekeningen")]
    assert len(open_ones) == 1
    condition = replies_data(explain(NAMED, assessment, why_not="cooperatie"))["why_not"][0]
    (named, _) = condition["condition"]["parts"]
    assert (named["kind"], named["definition"]) == ("definition", "houtploeg-komt")
    assert (named["parts"][0]["kind"], named["parts"][0]["outcome"]) == ("outcome", "houtploeg")
