"""Every mark by which danger is said or kept from others can be forgotten, one at a time."""

from dataclasses import replace

from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.example import Example, Expectation
from integraal.model.instrument import Act, Instrument, Never, Release, Route, Statement, Urgency
from integraal.model.results.trial import Change, Edit, Fate, Owner
from integraal.verify.mutation.analysis import Mutation
from integraal.verify.mutation.mutants import mutants
from integraal.verify.mutation.safety_edits import safety_edits
from tests.engine.builders import GROUNDS, an_instrument, one, rule

YES = c.OneIn("vraag", ("ja",))


def _changes(instrument: Instrument) -> list[Change]:
    return [change for change, _ in safety_edits(instrument)]


def _saying(**marks: object) -> Instrument:
    """An instrument with one action that has these marks."""
    made = an_instrument(one("vraag"), rules=[rule("regel", YES, Act("bel"))])
    return replace(made, actions=(Statement("bel", "Bel.", **marks),))  # type: ignore[arg-type]


def test_what_has_no_mark_has_none_to_lose() -> None:
    assert _changes(_saying()) == []


def test_a_danger_becomes_less_urgent_and_calls_one_line_less() -> None:
    assert _changes(_saying(urgent=Urgency.DANGER, call=("a", "b"))) == [
        Change(Edit.URGENCY, "bel", Owner.ACTION, before="danger", after="ask"),
        Change(Edit.URGENCY, "bel", Owner.ACTION, before="danger", after="none"),
        Change(Edit.CALL, "bel", Owner.ACTION, before="a"),
        Change(Edit.CALL, "bel", Owner.ACTION, before="b"),
    ]


def test_what_asks_first_no_longer_does() -> None:
    assert _changes(_saying(urgent=Urgency.ASK)) == [
        Change(Edit.URGENCY, "bel", Owner.ACTION, before="ask", after="none")
    ]


def test_what_is_sensitive_no_longer_is() -> None:
    asked = replace(one("vraag"), sensitive=True)
    made = an_instrument(
        asked, rules=[replace(rule("regel", YES, Route("weg")), sensitive=True)], outcomes=["weg"]
    )
    made = replace(made, outcomes=(replace(made.outcomes[0], sensitive=True),))
    assert _changes(made) == [
        Change(Edit.SENSITIVE, "weg", Owner.OUTCOME),
        Change(Edit.SENSITIVE, "regel", Owner.RULE),
        Change(Edit.SENSITIVE, "vraag", Owner.QUESTION),
    ]


def test_a_release_is_dropped_turned_round_or_hangs_on_another_answer() -> None:
    talk = one("gesprek", "gevoerd", "niet_veilig", "nog_niet")
    made = replace(an_instrument(talk), withhold_until=Release("gesprek", "gevoerd", "niet_veilig"))
    found = [(change.before, change.after) for change in _changes(made)]
    assert found == [
        ("gevoerd", "none"),
        ("gevoerd", "niet_veilig"),
        ("gevoerd", "nog_niet"),
        ("niet_veilig", "nog_niet"),
    ]


def test_additions_are_turned_round_only_where_there_are_any() -> None:
    both = an_instrument(one("bron"), own=[one("eigen")])
    assert [(change.owner, change.after) for change in _changes(both)] == [
        ("bron", "own"),
        ("eigen", "source"),
    ]
    assert _changes(an_instrument(one("bron"))) == []


def test_a_promise_is_dropped_moved_and_allows_one_route_more() -> None:
    made = an_instrument(one("vraag"), outcomes=["weg", "een", "twee"])
    with_both = Never("nooit", Route("weg"), YES, GROUNDS, together_with=("een", "twee"))
    assert _changes(replace(made, never=(with_both,))) == [
        Change(Edit.DROPPED, "nooit", Owner.PROMISE),
        Change(Edit.WIDENED, "nooit", Owner.PROMISE, question="vraag", after="nee"),
        Change(Edit.TOGETHER, "nooit", Owner.PROMISE, before="een"),
        Change(Edit.TOGETHER, "nooit", Owner.PROMISE, before="twee"),
    ]
    with_one = replace(with_both, when=None, together_with=("een",))
    assert _changes(replace(made, never=(with_one,))) == [
        Change(Edit.DROPPED, "nooit", Owner.PROMISE)
    ]


def _fates(instrument: Instrument, *examples: Example) -> dict[Edit, Fate]:
    mutation = Mutation(instrument, examples)
    found = [mutation.fate_of(mutant) for mutant in mutants(instrument)]
    return {result.change.edit: result.fate for result in found if result.change.of is Owner.ACTION}


def test_the_actions_alone_do_not_notice_that_a_danger_no_longer_alarms() -> None:
    danger = _saying(urgent=Urgency.DANGER)
    fields = frozenset({"actions", "urgent"})
    answers = Answers({"vraag": "ja"})
    blind = Example("blind", answers, Expectation(actions=("bel",), fields=fields - {"urgent"}))
    assert _fates(danger, blind)[Edit.URGENCY] is Fate.SURVIVED
    awake = Example("wakker", answers, Expectation(urgent=("bel",), fields=fields - {"actions"}))
    assert _fates(danger, awake)[Edit.URGENCY] is Fate.CAUGHT
