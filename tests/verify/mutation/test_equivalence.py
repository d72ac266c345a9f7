"""Whether a change can ever be noticed is proven over all answers, and shown where it can."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations, product
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.reach.numbers import representatives
from integraal.model import condition as c
from integraal.model.answers import Answer, Answers, Partly
from integraal.model.example import Example
from integraal.model.instrument import (
    Act,
    Instrument,
    Kind,
    Limit,
    Question,
    Raise,
    Route,
    Statement,
    Urgency,
)
from integraal.model.results.trial import Change, Edit, Owner
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.examples import read_examples
from integraal.solving.solver import BOUND
from integraal.verify.mutation.differences import differences_in_all
from integraal.verify.mutation.equivalence import Equivalent, Noticeable, compare
from integraal.verify.mutation.mutants import mutants
from integraal.verify.mutation.seen import Seen
from integraal.verify.mutation.suite import Programs
from tests.counts import times
from tests.engine.builders import an_instrument, number, one, rule, several
from tests.property.strategies import instruments

YES, NO = c.OneIn("vraag", ("ja",)), c.OneIn("vraag", ("nee",))
OTHER = c.OneIn("andere", ("ja",))


def _judged(instrument: Instrument, change: Change, bound: int = BOUND) -> Equivalent | Noticeable:
    mutant = next(mutant for mutant in mutants(instrument) if mutant.change == change)
    return compare(Programs(instrument), Programs(mutant.instrument), change, bound)


def _down(owner: str, before: str, after: str) -> Change:
    return Change(Edit.LEVEL, owner, before=before, after=after)


def test_a_level_that_another_rule_always_asks_for_too_cannot_be_noticed() -> None:
    rules = [
        rule("breed", YES, Raise("midden")),
        rule("los", OTHER, Raise("midden")),
        rule("smal", c.All((YES, OTHER)), Raise("midden")),
    ]
    instrument = an_instrument(one("vraag"), one("andere"), rules=rules)
    judged = _judged(instrument, _down("smal", "midden", "laag"))
    assert isinstance(judged, Equivalent)
    assert len(judged.covered_by) == 1


def test_two_rules_can_cover_a_third_together() -> None:
    """Whatever the answer to `vraag`, one of the two holds; while it is unknown, neither does."""
    rules = [
        rule("bij-ja", YES, Raise("midden")),
        rule("bij-nee", NO, Raise("midden")),
        rule("derde", OTHER, Raise("midden")),
    ]
    instrument = an_instrument(one("vraag"), one("andere"), rules=rules)
    judged = _judged(instrument, _down("derde", "midden", "laag"))
    assert judged == Equivalent(("bij-ja", "bij-nee"))


def test_a_limit_under_a_lower_one_cannot_be_noticed() -> None:
    rules = [
        rule("laag", YES, Limit("laag")),
        rule("minder-laag", c.All((YES, OTHER)), Limit("midden")),
    ]
    instrument = an_instrument(one("vraag"), one("andere"), rules=rules)
    assert _judged(instrument, _down("minder-laag", "midden", "hoog")) == Equivalent(("laag",))


def test_a_limit_is_shown_also_where_only_the_unknown_tells_two_apart() -> None:
    """While `vraag` is unknown neither lower limit holds yet, so the third one shows."""
    rules = [
        rule("bij-ja", YES, Limit("laag")),
        rule("bij-nee", NO, Limit("laag")),
        rule("derde", OTHER, Limit("midden")),
    ]
    instrument = an_instrument(one("vraag"), one("andere"), rules=rules)
    judged = _judged(instrument, _down("derde", "midden", "hoog"))
    assert isinstance(judged, Noticeable)
    assert "feasible: midden" in judged.witness


def test_a_rule_that_can_never_hold_can_be_dropped_unnoticed() -> None:
    instrument = an_instrument(
        one("vraag"),
        rules=[rule("nooit", c.All((YES, c.Not(c.OneIn("vraag", ("nee", "ja"))))), Act("a"))],
        actions=["a"],
    )
    judged = _judged(instrument, Change(Edit.DROPPED, "nooit"))
    # While nothing is known the rule may still hold, and that is said.
    assert isinstance(judged, Noticeable)
    assert "rules_open: [nooit]" in judged.witness


def test_a_number_between_two_bounds_tells_them_apart() -> None:
    instrument = an_instrument(
        number("keren"), rules=[rule("vaak", c.Between("keren", 2, None), Raise("midden"))]
    )
    change = Change(Edit.THRESHOLD, "vaak", question="keren", before="2", after="3")
    judged = _judged(instrument, change)
    assert isinstance(judged, Noticeable)
    assert "keren: 2" in judged.witness


def test_when_the_present_is_asked_shows_in_what_there_is_now() -> None:
    now = several("nu", "praten", "team", ask_when=c.OneIn("last", ("matig", "zwaar")))
    levels = {"praten": "laag", "team": "hoog"}
    options = tuple(replace(option, level=levels[option.id]) for option in now.options)
    last = one("last", "licht", "matig", "zwaar")
    instrument = an_instrument(last, replace(now, options=options), present="nu")
    change = Change(
        Edit.THRESHOLD, "nu", of=Owner.ASKED, question="last", before="matig", after="zwaar"
    )
    judged = _judged(instrument, change)
    assert isinstance(judged, Noticeable)
    assert "current: " in judged.witness


def test_a_change_that_only_shows_without_our_own_additions_is_shown_so() -> None:
    """`andere` is always known or not; where it is left out it is neither, and nothing covers."""
    either = c.AnyOf((OTHER, c.OneIn("andere", ("nee",))))
    rules = [
        rule("hoe-dan-ook", either, Raise("midden")),
        rule("bij-ja", YES, Raise("midden")),
    ]
    instrument = an_instrument(one("vraag"), own=[one("andere")], rules=rules)
    judged = _judged(instrument, _down("bij-ja", "midden", "laag"))
    assert isinstance(judged, Noticeable)
    assert "source_only: true" in judged.witness


def test_an_answer_that_is_kept_and_not_counted_shows_though_no_rule_can_see_it() -> None:
    """Without our own additions a page names it; where its question is not asked it is dropped."""
    never = c.All((YES, NO))
    own = [one("ons", ask_when=never)]
    danger = rule("gevaar", c.All((NO, c.OneIn("ons", ("ja",)))), Act("bel"))
    made = an_instrument(one("vraag"), own=own, rules=[danger])
    alarm = Statement("bel", "Bel.", urgent=Urgency.DANGER)
    change = Change(Edit.WIDENED, "ons", Owner.ASKED, "2", "vraag", after="ja")
    judged = _judged(replace(made, actions=(alarm,)), change)
    assert isinstance(judged, Noticeable)
    assert "source_only: true" in judged.witness
    assert "not_counted: [ons]" in judged.witness or "not_counted: []" in judged.witness


def test_nothing_is_called_equivalent_that_could_not_be_settled() -> None:
    """Both rules count the same answers, in another order: a solver has to try to see that."""
    said_yes = tuple(c.OneIn(f"v{number}", ("ja",)) for number in range(24))
    rules = [
        rule("heen", c.AtLeastOf(12, said_yes), Raise("midden")),
        rule("terug", c.AtLeastOf(12, said_yes[::-1]), Raise("midden")),
    ]
    instrument = an_instrument(*(one(f"v{number}") for number in range(24)), rules=rules)
    change = _down("terug", "midden", "laag")
    assert _judged(instrument, change) == Equivalent(("heen",))
    assert _judged(instrument, change, bound=1) == Noticeable()


def test_an_otherwise_that_never_holds_is_no_survivor() -> None:
    rules = [
        rule("ja", c.OneIn("a", ("ja",)), Route("wel")),
        rule("nee", c.OneIn("a", ("nee",)), Route("niet")),
        rule("anders", c.Otherwise(), Route("wel")),
    ]
    instrument = an_instrument(one("a"), rules=rules, outcomes=("wel", "niet"))
    assert _judged(instrument, Change(Edit.DROPPED, "anders")) == Equivalent()
    without = replace(instrument, rules=(rules[0], rules[2]))
    assert isinstance(_judged(without, Change(Edit.DROPPED, "anders")), Noticeable)


def test_every_case_that_is_given_notices_the_change_it_is_given_for(
    instrument: Instrument, tmp_path: Path
) -> None:
    original = Programs(instrument)
    for mutant in list(mutants(instrument))[::8]:
        mutated = Programs(mutant.instrument)
        judged = compare(original, mutated, mutant.change)
        if isinstance(judged, Noticeable):
            example = _pasted(judged.witness, instrument, tmp_path)
            assert _told(original.for_case(example), example) == []
            assert _told(mutated.for_case(example), example) != [], mutant.change


def _pasted(witness: str, instrument: Instrument, folder: Path) -> Example:
    path = folder / "casussen.yaml"
    head = f"schema: integraal/test/1\ninstrument: {instrument.id}\ncases:\n"
    path.write_text(head + witness + "\n", encoding="utf-8")
    (example,) = read_examples(path, instrument, elsewhere(instrument))
    return example


def _told(program: Program, example: Example) -> list[object]:
    return [*differences_in_all(example.expect, Seen(program, example.answers))]


@settings(
    max_examples=times(40), deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)
@given(st.data())
def test_what_is_proven_to_matter_never_differs_for_no_answers_at_all(data: st.DataObject) -> None:
    instrument = data.draw(instruments())
    every = list(mutants(instrument))
    assume(every)
    mutant = data.draw(st.sampled_from(every))
    before, after = lower(instrument), lower(mutant.instrument)
    judged = compare(Programs(instrument), Programs(mutant.instrument), mutant.change)
    if isinstance(judged, Noticeable):
        assert judged.witness
        return
    for answers in all_answers(before, after, most=600):
        assert _visible(before, answers) == _visible(after, answers)


def _visible(program: Program, answers: Answers) -> tuple[object, ...]:
    advice = evaluate(program, answers, with_open_questions=False)
    return (advice.level, advice.reach, advice.feasible, advice.direction, advice.truths)


def all_answers(before: Program, after: Program, most: int) -> Iterator[Answers]:
    """Walk through all ways of answering, unknown ones included; the first of them, if many."""
    names = [question.id for question in before.instrument.every_question()]
    every = [
        [None, *_possible(question, before, after)]
        for question in before.instrument.every_question()
    ]
    for count, answers in enumerate(product(*every)):
        if count == most:
            return
        given = {n: a for n, a in zip(names, answers, strict=True) if a is not None}
        yield Answers(given)


def _possible(question: Question, before: Program, after: Program) -> Sequence[Answer]:
    if question.kind is Kind.ONE:
        return list(question.option_ids)
    if question.kind is Kind.NUMBER:
        both = {*representatives(before, question.id), *representatives(after, question.id)}
        return sorted(both)
    ids = question.option_ids
    sets = [frozenset(s) for s in chain(*(combinations(ids, n) for n in range(len(ids) + 1)))]
    partly = [Partly(some, frozenset(ids) - some) for some in sets if len(some) < len(ids)]
    return [*sets, *partly]
