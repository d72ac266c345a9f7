"""One case is one story: what another instrument says otherwise is laid beside an advice."""

from dataclasses import replace
from typing import Any

from integraal.engine.beside import beside
from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.condition import OneIn
from integraal.model.instrument import Instrument, Raise, Route
from integraal.model.results.beside import HigherLevel, TaskBeside
from tests.engine.builders import an_instrument, one, rule

HERE = replace(
    an_instrument(one("a"), rules=[rule("laag", OneIn("a", ("ja",)), Raise("laag"))]), id="hier"
)
THERE = replace(
    an_instrument(one("b"), rules=[rule("hoog", OneIn("b", ("ja",)), Raise("hoog"))]), id="daar"
)
ASKS = replace(
    an_instrument(
        one("c"),
        scale=None,
        rules=[rule("taak", OneIn("c", ("ja",)), Route("regie"))],
        outcomes=["regie"],
    ),
    id="taken",
)
TASKS = replace(ASKS, outcomes=(replace(ASKS.outcomes[0], task_below="midden"),))


def said(here: Instrument, others: list[Instrument], **answers: Any) -> list[Any]:
    program, known = lower(here), Answers(answers)
    return list(beside(program, evaluate(program, known), map(lower, others), known))


def test_an_instrument_that_is_certain_of_more_says_so_with_its_reasons() -> None:
    (found,) = said(HERE, [THERE], a="ja", b="ja")
    assert isinstance(found, HigherLevel)
    assert (found.instrument, found.level.id, found.reach.id) == (THERE, "hoog", "hoog")
    assert found.because == ("Daarom.",)


def test_one_that_is_certain_of_no_more_says_nothing() -> None:
    assert said(THERE, [HERE], a="ja", b="ja") == []
    assert said(HERE, [THERE], a="ja", b="nee") == []


def test_one_that_has_no_answers_of_its_own_says_nothing() -> None:
    assert said(HERE, [THERE, TASKS], a="ja") == []


def test_what_another_takes_over_that_other_says() -> None:
    taker = replace(THERE, id="neemt", minimum_from=("daar",))
    assert [one.instrument.id for one in said(HERE, [THERE, taker], a="ja", b="ja")] == ["neemt"]


def test_a_task_above_the_level_is_said_on_both_pages() -> None:
    (found,) = said(HERE, [TASKS], a="ja", c="ja")
    assert isinstance(found, TaskBeside)
    assert (found.instrument.id, found.task.id, found.level.id) == ("taken", "regie", "laag")
    assert found.is_asked_there
    (other,) = said(TASKS, [HERE], a="ja", c="ja")
    assert (other.instrument.id, other.task.id, other.is_asked_there) == ("hier", "regie", False)


def test_a_task_at_the_level_of_the_advice_is_no_difference() -> None:
    assert said(THERE, [TASKS], b="ja", c="ja") == []
    assert said(HERE, [TASKS], a="ja", c="nee") == []


def test_on_the_source_alone_the_others_are_looked_at_so_too() -> None:
    program, known = lower(HERE, source_only=True), Answers({"a": "ja", "b": "ja"})
    own = replace(THERE.questions().__next__(), own_addition=True)
    added = replace(THERE, sections=(replace(THERE.sections[0], questions=(own,)),))
    advice = evaluate(program, known)
    assert [type(one) for one in beside(program, advice, [lower(THERE)], known)] == [HigherLevel]
    assert list(beside(program, advice, [lower(added)], known)) == []
