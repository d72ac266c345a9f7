"""The fewest facts that make a rule hold are named, and no fewer would do."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.explain.support import smallest_support
from integraal.engine.interpreter import Evaluation
from integraal.engine.lower import lower
from integraal.engine.program import Constant, Node, Program
from integraal.model import condition as c
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Raise
from integraal.model.results.trace import Fact
from integraal.model.truth import Truth
from tests.counts import times
from tests.engine.builders import an_instrument, number, one, rule, several

A, B = c.OneIn("a", ("ja",)), c.OneIn("b", ("ja",))
G = c.SomeChosen("gebieden", ("wonen", "werk", "school"), 2)


def _program(*conditions: c.Condition) -> Program:
    rules = [rule(f"r{n}", when, Raise("midden")) for n, when in enumerate(conditions)]
    gebieden = several("gebieden", "wonen", "werk", "school")
    return lower(an_instrument(one("a"), one("b"), gebieden, number("weken"), rules=rules))


def _facts(condition: c.Condition, answers: dict[str, Answer]) -> list[tuple[str, str, bool]]:
    program = _program(condition)
    evaluation = Evaluation(program, Answers(answers))
    found = smallest_support(evaluation, program.nodes[condition])
    return [(fact.question, fact.option, fact.chosen) for fact in found]


@pytest.mark.parametrize(
    ("condition", "answers", "facts"),
    [
        (A, {"a": "ja", "b": "ja"}, [("a", "", True)]),
        (c.All((A, B)), {"a": "ja", "b": "ja"}, [("a", "", True), ("b", "", True)]),
        (c.AnyOf((c.All((A, B)), B)), {"a": "ja", "b": "ja"}, [("b", "", True)]),
        (c.Not(A), {"a": "nee"}, [("a", "", True)]),
        (c.AtLeastOf(1, (A, B)), {"a": "nee", "b": "ja"}, [("b", "", True)]),
        (c.Between("weken", 3, None), {"weken": 5}, [("weken", "", True)]),
        (c.Known("a", wanted=True), {"a": "nee"}, [("a", "", True)]),
    ],
)
def test_rule_rests_on_these_facts(
    condition: c.Condition, answers: dict[str, Answer], facts: list[tuple[str, str, bool]]
) -> None:
    assert _facts(condition, answers) == facts


def test_of_many_chosen_options_only_as_many_are_named_as_are_needed() -> None:
    everything = frozenset({"wonen", "werk", "school"})
    assert len(_facts(G, {"gebieden": everything})) == 2


def test_what_is_not_chosen_can_be_what_decides() -> None:
    none_of_two = [("gebieden", "wonen", False), ("gebieden", "werk", False)]
    assert _facts(c.Not(G), {"gebieden": Partly(frozenset(), frozenset({"school"}))}) == none_of_two


def test_what_is_false_rests_on_as_little_as_what_is_true() -> None:
    program = _program(c.All((A, B)), c.AtLeastOf(2, (A, B)))
    evaluation = Evaluation(program, Answers({"a": "nee", "b": "nee"}))
    for condition in (c.All((A, B)), c.AtLeastOf(2, (A, B))):
        assert len(smallest_support(evaluation, program.nodes[condition])) == 1


def test_what_always_holds_rests_on_nothing() -> None:
    assert smallest_support(Evaluation(_program(A), Answers()), Constant(holds=True)) == ()


CONDITIONS = st.recursive(
    st.sampled_from(
        [
            A,
            B,
            c.OneIn("a", ("nee",)),
            G,
            c.SomeChosen("gebieden", ("werk",), 1),
            c.Between("weken", 2, 4),
        ]
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: c.All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: c.AnyOf(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: c.AtLeastOf(2, tuple(parts))),
        inner.map(c.Not),
    ),
    max_leaves=5,
)
YES_NO = st.sampled_from(["ja", "nee"])
GIVEN = st.fixed_dictionaries(
    {
        "a": YES_NO,
        "b": YES_NO,
        "gebieden": st.frozensets(st.sampled_from(["wonen", "werk", "school"])),
        "weken": st.integers(1, 5),
    }
)


@settings(max_examples=times(150), deadline=None)
@given(CONDITIONS, GIVEN)
def test_no_smaller_set_of_facts_would_be_enough(
    condition: c.Condition, answers: dict[str, Answer]
) -> None:
    program = _program(condition)
    node = program.nodes[condition]
    evaluation = Evaluation(program, Answers(answers))
    found = smallest_support(evaluation, node)
    value = evaluation.of(node)
    assert _alone(program, node, answers, found) is value
    facts = [Fact(q) for q in ("a", "b", "weken")] + [
        Fact("gebieden", option, chosen=option in answers["gebieden"])  # type: ignore[operator]
        for option in ("wonen", "werk", "school")
    ]
    for fewer in combinations(facts, len(found) - 1) if found else ():
        assert _alone(program, node, answers, fewer) is Truth.UNKNOWN


def _alone(
    program: Program, node: Node, answers: dict[str, Answer], facts: tuple[Fact, ...]
) -> Truth:
    """The truth of a node when nothing is known but these facts."""
    known: dict[str, Answer] = {
        fact.question: answers[fact.question] for fact in facts if not fact.option
    }
    chosen = frozenset(fact.option for fact in facts if fact.option and fact.chosen)
    settled = frozenset(fact.option for fact in facts if fact.option)
    open_ = frozenset({"wonen", "werk", "school"}) - settled
    known["gebieden"] = (
        Partly(chosen, open_) if settled and open_ else chosen if settled else DONT_KNOW
    )
    return Evaluation(program, Answers(known)).of(node)
