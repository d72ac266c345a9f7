from dataclasses import replace

from integraal.engine.assess import assess
from integraal.engine.compare.views import compare
from integraal.engine.lower import lower
from integraal.model.results.advice import RouteNow
from integraal.model.results.comparison import Difference, Standing, Swap, Turn
from tests.engine.builders import LOW_MID_HIGH, an_instrument, cases, one

LOW, MID, HIGH = LOW_MID_HIGH.levels
SETTLED = Standing(MID, MID, (), frozenset())


def test_an_advice_is_settled_when_it_can_go_nowhere() -> None:
    assert SETTLED.is_settled
    assert not replace(SETTLED, reach=HIGH).is_settled


def test_a_swap_moves_with_the_level_the_reach_or_the_routes_and_not_with_what_is_urgent() -> None:
    others = {
        "level": replace(SETTLED, level=LOW),
        "reach": replace(SETTLED, reach=HIGH),
        "routes": replace(SETTLED, outcomes=(RouteNow("loket", certain=True, holds_now=True),)),
        "urgent": replace(SETTLED, urgent=frozenset({"bel"})),
    }
    moves = {name for name, after in others.items() if Swap(0, (1,), SETTLED, after).moves}
    assert moves == {"level", "reach", "routes"}
    assert Swap(0, (1,), SETTLED, others["urgent"]).is_urgent
    assert not Swap(0, (1,), SETTLED, others["level"]).is_urgent


def test_a_difference_without_swaps_changes_no_advice() -> None:
    assert not Difference("vraag", ()).changes_advice


def test_a_comparison_is_made_with_the_instrument_of_its_views() -> None:
    program = lower(an_instrument(one("a")))
    assert compare(program, cases({"a": "ja"}, {"a": "nee"}), ()).instrument is program.instrument


def test_a_case_of_a_meeting_is_named_by_the_first_who_brings_it() -> None:
    program = lower(an_instrument(one("a")))
    views = tuple(assess(program, case, ()) for case in cases({"a": "ja"}, {"a": "nee"}))
    assert Turn(views).now is views[0]
