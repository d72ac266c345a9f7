"""One number that is an answer stands for each way in which rules can tell numbers apart."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.reach.numbers import representatives, told_apart
from integraal.model.answers import Answers
from integraal.model.condition import Between
from integraal.model.instrument import Numbers, Raise
from integraal.model.truth import Truth
from tests.engine.builders import an_instrument, number, rule

WHOLE = Numbers(whole=True)
BOUNDS = st.lists(st.integers(-3, 8), max_size=4, unique=True).map(sorted)
NUMBERS = st.builds(
    Numbers,
    st.booleans(),
    st.none() | st.integers(-3, 2),
    st.none() | st.integers(2, 8),
)


def test_of_whole_numbers_none_stands_between_two_and_three() -> None:
    assert told_apart([2, 3], Numbers()) == [1, 2, 2.5, 3, 4]
    assert told_apart([2, 3], WHOLE) == [1, 2, 3, 4]
    assert told_apart([2, 4], WHOLE) == [1, 2, 3, 4, 5]


def test_nothing_stands_beyond_the_lowest_and_the_highest_answer() -> None:
    assert told_apart([0, 9], Numbers(whole=True, least=0, most=9)) == [0, 1, 9]
    assert told_apart([], Numbers(least=5)) == [5]


def test_a_bound_between_whole_numbers_has_one_on_either_side() -> None:
    assert told_apart([2.5], WHOLE) == [1, 3]


@given(BOUNDS, NUMBERS)
def test_every_answer_has_one_that_stands_for_it(bounds: list[int], numbers: Numbers) -> None:
    def seen(answer: float) -> list[tuple[bool, bool]]:
        return [(answer >= bound, answer <= bound) for bound in bounds]

    every = (half / 2 for half in range(-10, 21))
    there_are = {str(seen(each)) for each in every if numbers.misfit(each) is None}
    found = told_apart(bounds, numbers)
    assert {str(seen(each)) for each in found} == there_are
    assert [each for each in found if numbers.misfit(each)] == []
    assert len(found) == len(there_are)


def test_an_answer_that_does_not_fit_is_not_known_and_never_the_nearest_one() -> None:
    children = replace(number("n"), numbers=Numbers(whole=True, least=0, most=9))
    raised = rule("r", Between("n", 3, None), Raise("hoog"))
    program = lower(an_instrument(children, rules=[raised]))
    node = program.raising[0].node
    found = [Evaluation(program, Answers({"n": said})).of(node) for said in (2, 2.5, 3, 10, -1)]
    assert found == [Truth.FALSE, Truth.UNKNOWN, Truth.TRUE, Truth.UNKNOWN, Truth.UNKNOWN]
    assert representatives(program, "n") == [2, 3, 4]
