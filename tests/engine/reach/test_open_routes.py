"""The questions that keep a route open, in the order in which the tables are read."""

from integraal.engine.evaluate import evaluate
from integraal.engine.interview import Interview
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from tests.reading.helpers import good

PROGRAM = lower(good("tafels.yaml"))


def open_now(**answers: str) -> dict[str, tuple[str, ...]]:
    advice = evaluate(PROGRAM, Answers(answers))
    return {found.question: found.outcomes for found in advice.open_routes}


def test_a_question_names_every_route_that_hangs_on_it() -> None:
    # Whether somebody asks how long it lasts hangs on whether there is any concern.
    assert open_now(veiligheid="zorg", land="nl") == {"langdurig": ("loket", "balie")}


def test_rows_below_the_first_that_holds_are_not_looked_at() -> None:
    advice = evaluate(PROGRAM, Answers({"langdurig": "ja", "land": "nl"}))
    assert [outcome.id for outcome in advice.outcomes if outcome.holds_now] == ["collega"]


def test_nothing_is_open_when_every_route_is_certain() -> None:
    assert open_now(veiligheid="zorg", langdurig="ja", land="nl") == {}
    assert open_now(veiligheid="geen_zorg") == {}


def test_a_short_sitting_asks_what_can_still_change_a_route_and_then_stops() -> None:
    interview = Interview.start(PROGRAM, short=True)
    asked = []
    for answer in ("zorg", "ja", "nl"):
        assert interview.position is not None
        asked.append(interview.position)
        interview = interview.answer(
            {"langdurig": "ja", "veiligheid": "zorg", "land": "nl"}[interview.position]
        )
        del answer
    assert interview.position is None
    assert sorted(asked) == ["land", "langdurig", "veiligheid"]


def test_a_short_sitting_asks_nothing_more_once_every_route_is_certain() -> None:
    interview = Interview.start(PROGRAM, Answers({"veiligheid": "geen_zorg"}), short=True)
    assert interview.position is None
    assert {question.id for question in interview.left_unasked} == {"land"}
