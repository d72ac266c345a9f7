"""Another answer, a missing answer and a question that no longer applies are three things."""

from collections.abc import Iterable
from datetime import date

import pytest

from integraal.engine.compare.knowledge import earlier_answers, kept, knowledge
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.case import Case, Moment
from integraal.model.results.knowledge import Earlier, Knowledge
from integraal.model.truth import Truth
from integraal.reading.library import Library
from tests.engine.builders import an_instrument, number, on_request, one, several

AREAS = ("wonen", "werk", "school")
PROGRAM = lower(
    an_instrument(
        one("veilig", "ja", "zorg", "acuut"),
        several("waar", *AREAS),
        number("hoeveel"),
        one("opbrengst", ask_when=c.SomeChosen("waar", AREAS, 1)),
        on_request("woorden"),
    )
)
Given = dict[str, Answer | Iterable[str]]


def _some(*chosen: str) -> Partly:
    """These, and nobody knows about the others."""
    return Partly(frozenset(chosen), frozenset(AREAS) - frozenset(chosen))


def _became(name: str, before: Answer | None, after: Answer | None) -> Knowledge:
    question = PROGRAM.instrument.question(name)
    return knowledge(PROGRAM, question, before, after, Truth.TRUE)


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        ("acuut", "acuut", Knowledge.SAME),
        ("acuut", "ja", Knowledge.CHANGED),
        ("acuut", DONT_KNOW, Knowledge.NOT_KNOWN),
        ("acuut", None, Knowledge.NOT_ASKED),
        (None, "acuut", Knowledge.LEARNED),
        (DONT_KNOW, "acuut", Knowledge.LEARNED),
        (DONT_KNOW, None, Knowledge.NEVER_KNOWN),
        (None, DONT_KNOW, Knowledge.NEVER_KNOWN),
    ],
)
def test_a_missing_answer_is_no_other_answer(
    before: Answer | None, after: Answer | None, became: Knowledge
) -> None:
    assert _became("veilig", before, after) is became
    assert became.is_lost is (became in (Knowledge.NOT_KNOWN, Knowledge.NOT_ASKED))


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        (frozenset({"wonen"}), frozenset({"werk"}), Knowledge.CHANGED),
        (frozenset({"wonen"}), frozenset({"wonen", "werk"}), Knowledge.CHANGED),
        (frozenset({"wonen", "werk"}), _some("wonen"), Knowledge.NOT_KNOWN),
        (frozenset({"wonen"}), _some("werk"), Knowledge.CHANGED),
        (_some("wonen"), frozenset({"wonen", "werk"}), Knowledge.LEARNED),
        (_some("wonen"), frozenset({"werk"}), Knowledge.CHANGED),
        (_some("wonen"), DONT_KNOW, Knowledge.NOT_KNOWN),
        (_some("wonen"), None, Knowledge.NOT_ASKED),
        (frozenset(), None, Knowledge.NOT_ASKED),
        (None, _some("wonen"), Knowledge.LEARNED),
    ],
)
def test_of_several_options_each_is_known_or_not(
    before: Answer | None, after: Answer | None, became: Knowledge
) -> None:
    assert _became("waar", before, after) is became


def test_a_question_that_no_longer_applies_is_neither() -> None:
    question = PROGRAM.instrument.question("opbrengst")
    assert knowledge(PROGRAM, question, "ja", None, Truth.FALSE) is Knowledge.DOES_NOT_APPLY


def test_what_is_no_longer_said_can_be_put_back_and_nothing_else() -> None:
    before = Answers({"veilig": "acuut", "hoeveel": 3, "waar": {"wonen", "werk"}})
    after = Answers({"veilig": DONT_KNOW, "waar": _some("school")})
    assert kept(PROGRAM, before, after) == Answers(
        {"veilig": "acuut", "hoeveel": 3, "waar": {"wonen", "werk", "school"}}
    )
    other = Answers({"veilig": "ja", "hoeveel": 4, "waar": frozenset()})
    assert kept(PROGRAM, before, other) == other


def test_what_no_longer_applies_is_not_put_back() -> None:
    before = Answers({"waar": {"wonen"}, "opbrengst": "ja"})
    after = Answers({"waar": frozenset()})
    assert kept(PROGRAM, before, after) == after


def _earlier(*given: Given) -> list[tuple[str, Answer, int, bool]]:
    moments = tuple(
        Moment(date(2026, month, 1), Answers(answers)) for month, answers in enumerate(given, 1)
    )
    found = earlier_answers(PROGRAM, Case("C-1", moments=moments))
    return [(e.question, e.answer, e.day.month, e.was_asked) for e in found if e.day]


def test_the_last_known_answer_goes_along_as_long_as_nobody_gives_another() -> None:
    acute: Given = {"veilig": "acuut"}
    assert _earlier(acute, {}) == [("veilig", "acuut", 1, False)]
    assert _earlier(acute, {}, {}, {}) == [("veilig", "acuut", 1, False)]
    assert _earlier(acute, {"veilig": DONT_KNOW}) == [("veilig", "acuut", 1, True)]
    assert _earlier(acute, {"veilig": DONT_KNOW}, {}) == [("veilig", "acuut", 1, True)]
    assert _earlier({"veilig": "zorg"}, acute, {}) == [("veilig", "acuut", 2, False)]
    assert _earlier(acute, {}, {"veilig": "ja"}) == []
    assert _earlier(acute) == []


def test_of_an_answer_that_is_known_in_part_what_earlier_moments_knew_goes_along() -> None:
    whole: Answer = frozenset({"wonen", "werk"})
    assert _earlier({"waar": whole}, {"waar": _some("wonen")}, {}) == [
        ("waar", _some("wonen"), 2, False),
        ("waar", whole, 1, True),
    ]
    assert _earlier({"waar": whole}, {"waar": _some("wonen")}) == [("waar", whole, 1, True)]
    assert _earlier({"waar": _some("wonen")}, {"waar": _some("wonen")}) == []


def test_own_words_and_what_no_longer_applies_do_not_go_along() -> None:
    before: Given = {"woorden": "Rust.", "waar": {"wonen"}, "opbrengst": "ja"}
    assert _earlier(before, {"waar": frozenset()}) == []


def test_a_moment_without_a_day_has_last_known_answers_too() -> None:
    moments = (Moment(None, Answers({"veilig": "zorg"})), Moment(None, Answers()))
    assert earlier_answers(PROGRAM, Case("C-1", moments=moments)) == (
        Earlier("veilig", "zorg", None, was_asked=False),
    )


def test_what_something_urgent_hangs_on_comes_first() -> None:
    whole = lower(Library().instrument("voor-wie-doen-we-wat"))
    given = {"aantal_professionals": "twee", "veiligheid": "zorg", "draaglast": "zwaar"}
    moments = (Moment(None, Answers(given)), Moment(None, Answers()))
    found = earlier_answers(whole, Case("C-1", moments=moments))
    assert [each.question for each in found] == ["veiligheid", "aantal_professionals", "draaglast"]
