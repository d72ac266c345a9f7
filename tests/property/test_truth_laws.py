"""The three truths obey the laws of Kleene's strong logic."""

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.model.truth import Truth, all_of, any_of, at_least, negate
from tests.counts import times

truths = st.lists(st.sampled_from(Truth), max_size=6)
counts = st.integers(-1, 7)
quick = settings(max_examples=times(200), deadline=None)


def may_become(known: Truth, better_known: Truth) -> bool:
    """Say whether the second is what the first may turn out to be when more is known."""
    return known in (better_known, Truth.UNKNOWN)


@quick
@given(truths.flatmap(lambda values: st.tuples(st.just(values), st.permutations(values))), counts)
def test_order_does_not_matter(both: tuple[list[Truth], list[Truth]], needed: int) -> None:
    values, shuffled = both
    assert all_of(values) is all_of(shuffled)
    assert any_of(values) is any_of(shuffled)
    assert at_least(needed, values) is at_least(needed, shuffled)


@quick
@given(truths, truths)
def test_grouping_does_not_matter(left: list[Truth], right: list[Truth]) -> None:
    assert all_of([all_of(left), all_of(right)]) is all_of(left + right)
    assert any_of([any_of(left), any_of(right)]) is any_of(left + right)


@quick
@given(truths, counts)
def test_not_turns_all_into_any_and_a_count_into_its_complement(
    values: list[Truth], needed: int
) -> None:
    negated = [negate(value) for value in values]
    assert negate(all_of(values)) is any_of(negated)
    assert negate(any_of(values)) is all_of(negated)
    assert negate(at_least(needed, values)) is at_least(len(values) - needed + 1, negated)


@given(st.sampled_from(Truth))
def test_not_not_is_what_it_was(value: Truth) -> None:
    assert negate(negate(value)) is value


@quick
@given(truths)
def test_all_and_any_are_counts_of_everything_and_of_one(values: list[Truth]) -> None:
    assert at_least(len(values), values) is all_of(values)
    assert at_least(1, values) is any_of(values)


@quick
@given(st.lists(st.tuples(st.sampled_from(Truth), st.sampled_from(Truth)), max_size=6), counts)
def test_knowing_more_never_overturns_what_was_known(
    pairs: list[tuple[Truth, Truth]], needed: int
) -> None:
    before = [known for known, _ in pairs]
    after = [later if known is Truth.UNKNOWN else known for known, later in pairs]
    assert may_become(all_of(before), all_of(after))
    assert may_become(any_of(before), any_of(after))
    assert may_become(at_least(needed, before), at_least(needed, after))
    assert all(may_become(negate(b), negate(a)) for b, a in zip(before, after, strict=True))


@quick
@given(truths, st.sampled_from(Truth), counts)
def test_more_that_holds_never_makes_less_hold(
    values: list[Truth], extra: Truth, needed: int
) -> None:
    for place, value in enumerate(values):
        raised = [*values[:place], max(value, extra), *values[place + 1 :]]
        assert all_of(values) <= all_of(raised)
        assert any_of(values) <= any_of(raised)
        assert at_least(needed, values) <= at_least(needed, raised)
        assert at_least(needed + 1, values) <= at_least(needed, values)
