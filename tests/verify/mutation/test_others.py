"""What others read may hang on two marks: that one can go unnoticed is proven, never assumed."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import (
    Act,
    Instrument,
    Kind,
    Never,
    Raise,
    Release,
    Statement,
    Urgency,
)
from integraal.model.results.trial import Change, Edit, Owner
from integraal.reading.library import Library
from integraal.verify.mutation.differences import PAGES, SETS
from integraal.verify.mutation.equivalence import Equivalent, Noticeable, compare
from integraal.verify.mutation.mutants import mutants
from integraal.verify.mutation.seen import Seen
from integraal.verify.mutation.suite import Programs
from tests.counts import times
from tests.engine.builders import GROUNDS, an_instrument, one, rule
from tests.property.strategies import instruments
from tests.verify.mutation.test_equivalence import all_answers


def _judged(name: str, change: Change) -> Equivalent | Noticeable:
    instrument = Library().instrument(name)
    mutant = next(mutant for mutant in mutants(instrument) if mutant.change == change)
    return compare(Programs(instrument), Programs(mutant.instrument), change)


def test_where_danger_changes_the_route_its_action_is_withheld_with_the_page() -> None:
    """At the front desk danger leads to the crisis service, so there is no page for others."""
    change = Change(Edit.SENSITIVE, "bel-eerst-112", Owner.ACTION)
    assert _judged("kruispunt-onthaal", change) == Equivalent()


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        (
            "procesregie",
            Change(Edit.SENSITIVE, "volg-de-meldcode", Owner.ACTION),
            "hidden: [direct_gevaar, veiligheid, volg-de-meldcode",
        ),
        (
            "voor-wie-doen-we-wat",
            Change(Edit.SENSITIVE, "veiligheidsroute", Owner.ACTION),
            "source_only: true",  # only there the concern does not change the level
        ),
        (
            "meldcode",
            Change(Edit.SENSITIVE, "md_vermoeden", Owner.QUESTION),
            "hidden_from_child: ",  # others have talked, or have no page
        ),
        (
            "procesregie",
            Change(Edit.RELEASE, "procesregie", Owner.INSTRUMENT, before="gevoerd", after="none"),
            "md_gesprek: gevoerd",  # another instrument asks it
        ),
    ],
)
def test_where_it_shows_a_case_is_given(name: str, change: Change, said: str) -> None:
    judged = _judged(name, change)
    assert isinstance(judged, Noticeable)
    assert said in judged.witness


def test_of_an_action_and_its_rule_that_are_both_marked_nobody_misses_one() -> None:
    """Whatever else is asked: with many more questions no list of cases would settle it."""
    free = [one(f"vrij_{n}") for n in range(8)]
    asked = (replace(one("slaan"), sensitive=True), *free)
    rules = [
        replace(rule("slaat", c.OneIn("slaan", ("ja",)), Act("bel")), sensitive=True),
        *(rule(q.id, c.OneIn(q.id, ("ja",)), Raise("hoog")) for q in free),
    ]
    made = an_instrument(*asked, rules=rules)
    made = replace(made, actions=(Statement("bel", "Bel.", sensitive=True),))
    for owner, of in (("slaat", Owner.RULE), ("bel", Owner.ACTION)):
        change = Change(Edit.SENSITIVE, owner, of)
        mutant = next(mutant for mutant in mutants(made) if mutant.change == change)
        assert compare(Programs(made), Programs(mutant.instrument), change) == Equivalent()


@st.composite
def marked(draw: st.DrawFn) -> Instrument:
    """A small instrument in which anything may be urgent, sensitive or promised."""
    made = draw(instruments())
    conditions = [rule.when for rule in made.rules if rule.condition is not None]
    assume(conditions)

    def said(statements: Sequence[Statement]) -> tuple[Statement, ...]:
        return tuple(
            replace(
                statement,
                urgent=draw(st.sampled_from([None, *Urgency])),
                sensitive=draw(st.booleans()),
            )
            for statement in statements
        )

    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(q, sensitive=q.kind in (Kind.ONE, Kind.SEVERAL) and draw(st.booleans()))
                for q in section.questions
            ),
        )
        for section in made.sections
    )
    rules = tuple(replace(rule, sensitive=draw(st.booleans())) for rule in made.rules)
    asked = [q for q in made.questions() if q.kind is Kind.ONE and len(q.options) > 1]
    until = draw(st.sampled_from([None, *asked]))
    release = Release(until.id, *until.option_ids[:2]) if until else None
    never = Never("nooit", made.rules[0].effect, draw(st.sampled_from(conditions)), GROUNDS)  # type: ignore[arg-type]
    return replace(
        made,
        actions=said(made.actions),
        outcomes=said(made.outcomes),
        sections=sections,
        rules=rules,
        never=(never,),
        withhold_until=release,
    )


@settings(
    max_examples=times(40), deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)
@given(st.data())
def test_what_is_proven_to_matter_never_differs_around_no_advice_at_all(
    data: st.DataObject,
) -> None:
    instrument = data.draw(marked())
    mutant = data.draw(st.sampled_from(list(mutants(instrument))))
    judged = compare(Programs(instrument), Programs(mutant.instrument), mutant.change)
    if isinstance(judged, Noticeable):
        return
    for only in (False, True) if instrument.has_own_additions else (False,):
        before = lower(instrument, source_only=only)
        after = lower(mutant.instrument, source_only=only)
        for answers in all_answers(before, after, most=300):
            assert _around(before, answers) == _around(after, answers)


def _around(program: Program, answers: Answers) -> dict[str, object]:
    found = Seen(program, answers)
    lists = {name: set(getattr(found, name)) for name in (*SETS, "promises")}
    return {**lists, **{name: getattr(found, name) for name in (*PAGES, "calls")}}
