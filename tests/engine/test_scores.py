"""A score is a range until all is known; unknown is no zero, and what does not apply is one."""

from dataclasses import replace
from itertools import islice, product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.explain.support import smallest_support
from integraal.engine.explain.trace import trace
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import NEVER, Program
from integraal.engine.readers import shown_to, without_sensitive
from integraal.engine.sql.dangers import questions_in, table_dangers
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Act, Band, Instrument, Kind, Raise, Score, Urgency, Weights
from integraal.model.reader import Reader
from integraal.model.results.advice import ScoreRange
from integraal.model.truth import Truth
from tests.counts import times
from tests.engine.builders import GROUNDS, an_instrument, cases, one, rule, several
from tests.property import strategies
from tests.reading.helpers import good

LEVELS = ("niet", "soms", "vaak", "steeds")
LIST = lower(good("klachtenlijst.yaml"))
NAMES = tuple(question.id for question in LIST.instrument.questions())
POINTS = lower(good("zorgpunten.yaml"))


def _score(program: Program, answers: dict[str, Answer], name: str = "") -> ScoreRange:
    scores = evaluate(program, Answers(answers)).scores
    return next(each for each in scores if name in ("", each.score))


def _said(*counts: int) -> dict[str, Answer]:
    return {name: LEVELS[count] for name, count in zip(NAMES, counts, strict=False)}


@pytest.mark.parametrize(
    ("counts", "low", "high", "bands", "still_open"),
    [
        ((), 0, 27, ("geen", "licht", "matig", "vrij-ernstig", "ernstig"), 9),
        ((3, 3, 2, 2, 2, 0, 0), 12, 18, ("matig", "vrij-ernstig"), 2),
        ((3, 3, 2, 2, 2, 0, 0, 1), 13, 16, ("matig", "vrij-ernstig"), 1),
        ((1, 1, 1, 1, 1, 1, 1, 1, 1), 9, 9, ("licht",), 0),
        ((3, 3, 3, 3, 3, 3, 3, 3, 3), 27, 27, ("ernstig",), 0),
        ((0, 0, 0, 0, 0, 0, 0, 0, 0), 0, 0, ("geen",), 0),
    ],
)
def test_a_list_of_nine_items_adds_up_as_far_as_it_is_filled_in(
    counts: tuple[int, ...], low: int, high: int, bands: tuple[str, ...], still_open: int
) -> None:
    found = _score(LIST, _said(*counts))
    assert (found.low, found.high, found.most) == (low, high, 27)
    assert (found.bands, len(found.open)) == (bands, still_open)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((3, 3, 3), (Truth.TRUE, Truth.UNKNOWN)),
        ((3, 3, 3, 1), (Truth.TRUE, Truth.TRUE)),
        ((0, 0, 0, 0, 0, 0, 1, 1), (Truth.UNKNOWN, Truth.FALSE)),
        ((0, 0, 0, 0, 0, 0, 0, 1), (Truth.FALSE, Truth.FALSE)),
    ],
)
def test_a_rule_over_a_score_is_unknown_only_while_the_open_items_could_settle_it(
    counts: tuple[int, ...], expected: tuple[Truth, Truth]
) -> None:
    truths = dict(evaluate(LIST, Answers(_said(*counts))).truths)
    assert (truths["lichte-klachten"], truths["matige-klachten"]) == expected


def test_not_knowing_never_counts_as_the_lowest_answer() -> None:
    unsure = _score(LIST, dict.fromkeys(NAMES, DONT_KNOW))
    assert (unsure.low, unsure.high) == (0, 27)
    truths = dict(evaluate(LIST, Answers()).truths)
    assert truths["genoeg-zo"] is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [
        ({"woning": "nergens", "schuld": "nee"}, 7, 7),
        ({"woning": "nergens", "schuld": "ja"}, 12, 16),
        ({"woning": "vast", "schuld": "ja", "aflossing": "lukt_niet"}, 9, 9),
        # What was answered to a question that does not apply counts for nothing.
        ({"woning": "vast", "schuld": "nee", "aflossing": "lukt_niet"}, 0, 0),
        # Nobody knows whether it applies: then it may count, or not.
        ({"woning": "vast", "aflossing": "lukt_niet"}, 0, 9),
        ({"woning": "tijdelijk"}, 3, 12),
    ],
)
def test_options_weigh_what_their_author_says_and_what_does_not_apply_weighs_nothing(
    answers: dict[str, Answer], low: int, high: int
) -> None:
    found = _score(POINTS, answers, "basis")
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("answer", "low", "high"),
    [
        (frozenset({"familie", "buren"}), 3, 3),
        (frozenset(), 0, 0),
        (DONT_KNOW, 0, 4),
        (Partly(frozenset({"familie"}), frozenset({"buren"})), 2, 3),
    ],
)
def test_what_is_ticked_in_a_list_is_added_up(answer: Answer, low: int, high: int) -> None:
    found = _score(POINTS, {"steun": answer, "woning": "vast", "schuld": "nee"}, "steunpunten")
    assert (found.low, found.high) == (low, high)


def test_a_question_may_be_asked_from_a_score_on() -> None:
    asked = POINTS.asked["nachtrust"]
    for woning, truth in (("nergens", Truth.TRUE), ("vast", Truth.FALSE)):
        answers = Answers({"woning": woning, "schuld": "nee"})
        assert Evaluation(POINTS, answers).of(asked) is truth


HEAVY = Weights("a", (("nee", 1), ("ja", 4)))
BANDS = (Band("laag", "Laag", 0, 3), Band("hoog", "Hoog", 4, 9))


def _small(*items: Weights) -> Score:
    return Score("som", "Som", items, BANDS, GROUNDS)


def test_what_every_option_counts_for_counts_before_there_is_an_answer() -> None:
    program = lower(replace(an_instrument(one("a")), scores=(_small(HEAVY),)))
    assert [each.low for each in evaluate(program, Answers()).scores] == [1]


def test_a_question_that_is_left_out_counts_for_nothing_and_lowers_what_there_can_be() -> None:
    of_both = _small(HEAVY, Weights("eigen", (("nee", 2), ("ja", 5))))
    made = an_instrument(one("a"), own=[one("eigen")])
    program = lower(replace(made, scores=(of_both,)), source_only=True)
    found = _score(program, {"a": "ja", "eigen": "ja"})
    assert (found.low, found.high, found.most) == (4, 4, 4)


def _facts(bounds: tuple[int | None, int | None], answers: dict[str, Answer]) -> list[str]:
    condition = LIST.instrument.score("klachten").between(*bounds)
    program = lower(replace(LIST.instrument, rules=(rule("r", condition, Raise("connectie")),)))
    evaluation = Evaluation(program, Answers(answers))
    return [fact.question for fact in smallest_support(evaluation, program.nodes[condition])]


def test_no_more_answers_are_named_than_make_a_score_what_it_is() -> None:
    counts = dict(zip(NAMES, (1, 3, 3, 3, 1, 1, 3, 1, 1), strict=True))
    named = _facts((10, None), _said(*counts.values()))
    assert len(named) == 4  # three of the heaviest are 9
    assert sum(counts[name] for name in named) >= 10
    assert _facts((0, None), _said(3, 3)) == []


def test_no_more_answers_are_named_than_keep_a_score_low() -> None:
    counts = dict(zip(NAMES, (0, 1, 0, 2, 0), strict=False))
    named = _facts((20, None), _said(*counts.values()))
    assert len(named) == 3  # without 6 of 27, 21 is still possible
    assert sum(3 - counts[name] for name in named) > 27 - 20
    assert _facts((None, 4), _said(3, 3)) == ["slapen", "eten"]


SENSITIVE = replace(one("a"), sensitive=True)


def test_a_score_over_anything_sensitive_is_for_professionals_only() -> None:
    for asked, count in ((SENSITIVE, 0), (one("a"), 1)):
        program = lower(replace(an_instrument(asked), scores=(_small(HEAVY),)))
        advice = evaluate(program, Answers({"a": "nee"}))
        assert len(without_sensitive(program, advice).scores) == count


def test_others_get_no_page_where_a_score_would_tell_what_is_sensitive() -> None:
    hangs_on = one("b", ask_when=c.OneIn("a", ("ja",)))
    score = _small(Weights("b", (("nee", 1), ("ja", 2))))
    program = lower(replace(an_instrument(SENSITIVE, hangs_on), scores=(score,)))
    told, calm = cases({"a": "ja", "b": "ja"}), cases({"a": "nee"})
    assert shown_to(program, told, Reader.TABLE) is None
    assert shown_to(program, calm, Reader.TABLE) is not None


MOST_WAYS = 2_000
"""Of filling in the rest: no more are tried."""


def _by_hand(instrument: Instrument, score: Score, program: Program, answers: Answers) -> int:
    """Add up a full case, the plain way."""
    evaluation = Evaluation(program, answers)
    total = 0
    for item in score.items:
        answer = answers[item.question]
        if evaluation.applies(item.question) is Truth.TRUE:
            is_several = instrument.question(item.question).kind is Kind.SEVERAL
            chosen = answer if is_several else {answer}
            assert isinstance(chosen, frozenset | set)
            total += sum(count for option, count in item.options if option in chosen)
    return total


@settings(max_examples=times(60), deadline=None)
@given(st.data())
def test_no_way_of_filling_in_the_rest_leaves_the_range(data: st.DataObject) -> None:
    instrument = data.draw(strategies.instruments().filter(lambda made: bool(made.scores)))
    answers = data.draw(strategies.some_answers(instrument))
    program, (score,) = lower(instrument), instrument.scores
    (found,) = evaluate(program, answers, with_open_questions=False).scores
    asked = list(instrument.questions())
    options = [strategies.completions(question, answers.get(question.id)) for question in asked]
    sums = set()
    for full in islice(product(*options), MOST_WAYS):
        known = Answers({question.id: said for question, said in zip(asked, full, strict=True)})
        (whole,) = evaluate(program, known, with_open_questions=False).scores
        total = _by_hand(instrument, score, program, known)
        assert whole.low == whole.high == total
        sums.add(total)
    assert found.low <= min(sums) <= max(sums) <= found.high
    is_whole = prod(map(len, options)) <= MOST_WAYS
    if is_whole and all(question.ask_when is None for question in asked):
        assert (found.low, found.high) == (min(sums), max(sums))


def test_a_list_of_options_that_never_applies_is_no_part_of_what_there_can_be() -> None:
    made = an_instrument(one("a"), own=[several("eigen", "x", "y")])
    score = _small(HEAVY, Weights("eigen", (("x", 1), ("y", 1)), several=True))
    program = lower(replace(made, scores=(score,)), source_only=True)
    assert [node for _, node in program.scores["som"][-2:]] == [NEVER, NEVER]


BORROWED = _small(Weights("a", (("nee", 0), ("ja", 4))), Weights("u", (("nee", 0), ("ja", 3))))


@pytest.mark.parametrize(
    ("bounds", "answers", "expected"),
    [
        ((4, None), {"a": "ja"}, Truth.TRUE),
        ((4, None), {"a": "nee"}, Truth.FALSE),
        ((3, None), {"a": "nee", "u": "ja"}, Truth.TRUE),
        ((None, 2), {"a": "nee"}, Truth.FALSE),
        ((None, 2), {"a": "nee", "u": "nee"}, Truth.TRUE),
        ((None, 3), {"a": "nee"}, Truth.TRUE),
        ((3, 4), {"a": "ja"}, Truth.FALSE),
    ],
)
def test_a_score_of_another_instrument_counts_where_it_must_hold_whatever_is_answered_there(
    bounds: tuple[int | None, int | None], answers: dict[str, Answer], expected: Truth
) -> None:
    taken = replace(rule("r", BORROWED.between(*bounds), Raise("midden")), minimum_of="ander")
    unasked = one("u", ask_when=c.Known("u", wanted=True, in_part=True))
    made = replace(an_instrument(one("a"), rules=[taken]), unasked=(unasked,))
    assert dict(evaluate(lower(made), Answers(answers)).truths)["r"] is expected


def test_a_trigger_names_the_scores_that_it_looks_at() -> None:
    asked = BORROWED.between(1, None)
    nested = c.All((c.Not(asked), c.AnyOf((c.OneIn("a", ("ja",)), c.AtLeastOf(1, (asked,))))))
    assert list(c.scores_of(nested)) == ["som", "som"]
    assert list(c.scores_of(c.Otherwise())) == []
    assert {leaf.question for leaf in c.leaves_of(nested)} == {"a", "u"}


def test_a_danger_may_hang_on_a_score_in_a_table_too() -> None:
    danger = replace(rule("bel", BORROWED.between(6, None), Act("bel")))
    calm = replace(rule("later", BORROWED.between(3, None), Raise("midden")))
    made = an_instrument(one("a"), one("u"), rules=[danger, calm], actions=["bel"])
    urgent = replace(made.actions[0], urgent=Urgency.DANGER, call=("112",))
    program = lower(replace(made, actions=(urgent,)))
    (found,) = table_dangers(program)
    assert questions_in(found.nodes[0], program) == {"a", "u"}


def test_a_trace_ends_at_a_score_with_what_it_is_worth() -> None:
    evaluation = Evaluation(LIST, Answers(_said(3, 3, 3, 3, 3, 3, 3)))
    traced = trace(evaluation, LIST.instrument.rule("ernstige-klachten"))
    assert traced is not None
    score, _ = traced.parts
    assert isinstance(score.condition, c.InScore)
    assert (score.truth, score.parts) == (Truth.TRUE, ())
