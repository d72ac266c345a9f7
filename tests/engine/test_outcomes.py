"""Routes under both hit policies, with rows that are not known yet."""

import pytest

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Act, OutcomePolicy, Route, Rule
from integraal.model.results.advice import Outcome
from tests.engine.builders import an_instrument, one, rule

ROWS = [
    rule("gevaar", c.OneIn("gevaar", ("ja",)), Route("crisisdienst")),
    rule("praat", c.OneIn("wil_praten", ("ja",)), Act("luister")),
    rule("zorg", c.OneIn("in_zorg", ("ja",)), Route("behandelaar")),
    rule("anders", c.Otherwise(), Route("onthaal")),
]


def routes(policy: OutcomePolicy, answers: dict[str, str]) -> list[tuple[str, bool]]:
    """Give the routes with whether they are certain."""
    instrument = an_instrument(
        *(one(name) for name in ("gevaar", "wil_praten", "in_zorg")),
        rules=ROWS,
        scale=None,
        outcome_policy=policy,
        outcomes=["crisisdienst", "behandelaar", "onthaal"],
        actions=["luister"],
    )
    advice = evaluate(lower(instrument), Answers(answers))
    return [(outcome.id, outcome.certain) for outcome in advice.outcomes]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"gevaar": "ja", "in_zorg": "ja"}, [("crisisdienst", True)]),
        ({"gevaar": "nee", "in_zorg": "ja"}, [("behandelaar", True)]),
        ({"gevaar": "nee", "in_zorg": "nee"}, [("onthaal", True)]),
        ({"in_zorg": "ja"}, [("crisisdienst", False), ("behandelaar", False)]),
        ({"gevaar": "ja"}, [("crisisdienst", True)]),
        ({"gevaar": "nee"}, [("behandelaar", False), ("onthaal", False)]),
    ],
)
def test_first_ends_at_the_first_row_that_certainly_holds(
    answers: dict[str, str], expected: list[tuple[str, bool]]
) -> None:
    assert routes(OutcomePolicy.FIRST, answers) == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"gevaar": "ja", "in_zorg": "ja"}, [("crisisdienst", True), ("behandelaar", True)]),
        ({"in_zorg": "ja"}, [("crisisdienst", False), ("behandelaar", True)]),
        ({"gevaar": "nee", "in_zorg": "nee"}, [("onthaal", True)]),
        ({"gevaar": "nee"}, [("behandelaar", False), ("onthaal", False)]),
    ],
)
def test_collect_lets_every_row_count_by_itself(
    answers: dict[str, str], expected: list[tuple[str, bool]]
) -> None:
    assert routes(OutcomePolicy.COLLECT, answers) == expected


@pytest.mark.parametrize("policy", list(OutcomePolicy))
def test_a_route_is_certain_when_one_of_its_rows_is_and_nothing_else_can_come_first(
    policy: OutcomePolicy,
) -> None:
    # Whatever `a` turns out to be, the route is the same: the row above it leads there as well.
    instrument = an_instrument(
        one("a"),
        one("b"),
        rules=[
            rule("eerst", c.OneIn("a", ("ja",)), Route("huisarts")),
            rule("ook", c.OneIn("b", ("ja",)), Route("huisarts")),
        ],
        outcome_policy=policy,
        outcomes=["huisarts"],
    )
    advice = evaluate(lower(instrument), Answers({"b": "ja"}))
    assert [(outcome.id, outcome.certain) for outcome in advice.outcomes] == [("huisarts", True)]


def as_long_as_nobody_knows(*rows: Rule) -> tuple[Outcome, ...]:
    """Give the routes of a table that begins by asking, when nothing is known."""
    asks = rule("vraag", c.Known("land", wanted=False), Route("vraag"))
    instrument = an_instrument(
        one("land", "nl", "be"),
        rules=[asks, *rows],
        scale=None,
        outcome_policy=OutcomePolicy.FIRST,
        outcomes=["vraag", "loket", "balie"],
    )
    return evaluate(lower(instrument), Answers()).outcomes


def now(*rows: Rule) -> list[tuple[str, bool, bool]]:
    """Give the routes of that table, each with whether it is certain, and whether it holds now."""
    outcomes = as_long_as_nobody_knows(*rows)
    return [(outcome.id, outcome.certain, outcome.holds_now) for outcome in outcomes]


ASKS, COUNTER = ("vraag", False, True), ("loket", False, False)


def test_a_route_is_not_certain_above_a_row_that_will_hold_and_leads_elsewhere() -> None:
    # Once somebody says the country, the row that asks for it is gone, and this one is left.
    always = c.All(())
    assert now(rule("altijd", always, Route("loket"))) == [ASKS, COUNTER]
    assert now(rule("altijd", always, Route("vraag"))) == [("vraag", True, True)]


def test_a_route_is_not_certain_above_a_last_resort_that_leads_elsewhere() -> None:
    assert now(rule("rest", c.Otherwise(), Route("loket"))) == [ASKS, COUNTER]


def test_a_row_below_the_one_that_holds_might_hold_once_an_answer_ends_that_one() -> None:
    belgium = rule("belgie", c.OneIn("land", ("be",)), Route("balie"))
    always = rule("altijd", c.All(()), Route("loket"))
    below = rule("daaronder", c.OneIn("land", ("nl",)), Route("balie"))
    assert now(belgium, always) == [ASKS, ("balie", False, False), COUNTER]
    # Below the row that will hold whatever comes, nothing is reached.
    assert now(always, below) == [ASKS, COUNTER]


def test_a_row_that_will_hold_once_it_is_reached_hangs_on_what_is_above_it() -> None:
    asks, counter = as_long_as_nobody_knows(rule("altijd", c.All(()), Route("loket")))
    assert (asks.hangs_on, counter.hangs_on) == (("land",), ("land",))


def test_a_route_is_not_certain_where_an_answer_may_leave_no_route_at_all() -> None:
    assert now() == [ASKS]


def test_where_every_row_that_may_come_leads_to_one_route_nothing_is_open() -> None:
    rows = [
        rule("eerst", c.OneIn("a", ("ja",)), Route("huisarts")),
        rule("ook", c.OneIn("b", ("ja",)), Route("huisarts")),
    ]
    instrument = an_instrument(
        one("a"),
        one("b"),
        rules=rows,
        outcome_policy=OutcomePolicy.FIRST,
        outcomes=["huisarts"],
    )
    advice = evaluate(lower(instrument), Answers({"b": "ja"}))
    assert [(outcome.certain, outcome.hangs_on) for outcome in advice.outcomes] == [(True, ())]
    assert advice.open_routes == ()


def test_a_route_that_several_rows_lead_to_is_named_once() -> None:
    instrument = an_instrument(
        one("a"),
        one("b"),
        rules=[
            rule("eerst", c.OneIn("a", ("ja",)), Route("huisarts")),
            rule("ook", c.OneIn("b", ("ja",)), Route("huisarts")),
        ],
        outcomes=["huisarts"],
    )
    advice = evaluate(lower(instrument), Answers({"a": "ja", "b": "ja"}))
    assert [outcome.reason.rule.id for outcome in advice.outcomes] == ["eerst"]


def test_an_instrument_without_a_scale_gives_routes_and_no_level() -> None:
    instrument = an_instrument(
        one("a"), rules=[rule("r", c.OneIn("a", ("ja",)), Route("x"))], scale=None, outcomes=["x"]
    )
    advice = evaluate(lower(instrument), Answers({"a": "ja"}))
    assert (advice.level, advice.reach, advice.feasible, advice.current) == (None,) * 4
    assert (advice.direction, advice.open_questions) == (c.Direction.UNKNOWN, ())
