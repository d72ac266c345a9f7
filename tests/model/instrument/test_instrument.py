"""An instrument finds its parts by id, and says so when there is none."""

from collections.abc import Callable

import pytest

from integraal.model.condition import Otherwise, WhenDirection
from integraal.model.instrument import Act, Instrument, Kind, Limit, Provisional, Raise
from integraal.reading.library import Library


def test_parts_are_found_by_their_id(instrument: Instrument) -> None:
    question = instrument.question("draaglast")
    assert (question.kind, question.option_ids) == (Kind.ONE, ("licht", "matig", "zwaar"))
    assert question.option("zwaar").label == "Zwaar"
    assert instrument.action("veiligheidsroute").urgent
    assert instrument.rule("brede-problemen").grounds.code == "R6"


def test_so_is_an_outcome() -> None:
    meldcode = Library().instrument("meldcode")
    for outcome in meldcode.outcomes:
        assert meldcode.outcome(outcome.id) is outcome
    with pytest.raises(KeyError):
        meldcode.outcome("onbekend")


def test_a_rule_knows_the_action_it_calls_for(instrument: Instrument) -> None:
    called = instrument.action_of(instrument.rule("volg-de-veiligheidsroute"))
    assert called.id == "veiligheidsroute"
    with pytest.raises(KeyError):
        instrument.action_of(instrument.rule("brede-problemen"))


def test_a_rule_of_danger_knows_what_it_says(instrument: Instrument) -> None:
    said = {instrument.danger_of(rule).id for rule in instrument.danger_rules}
    assert said == {"bel-eerst-112", "veiligheidsroute"}
    with pytest.raises(KeyError):
        instrument.danger_of(instrument.rule("brede-problemen"))


def test_it_knows_whether_any_question_is_our_own_addition(instrument: Instrument) -> None:
    assert instrument.has_own_additions
    assert not Library().instrument("kruispunt-kernprincipes").has_own_additions


@pytest.mark.parametrize(
    "look_up",
    [
        lambda instrument: instrument.question("onbekend"),
        lambda instrument: instrument.question("draaglast").option("onbekend"),
        lambda instrument: instrument.action("onbekend"),
        lambda instrument: instrument.rule("onbekend"),
        lambda instrument: instrument.scale.rank("onbekend"),
    ],
    ids=["question", "option", "action", "rule", "level"],
)
def test_a_name_that_leads_nowhere_is_an_error(
    instrument: Instrument, look_up: Callable[[Instrument], object]
) -> None:
    with pytest.raises(KeyError, match="onbekend"):
        look_up(instrument)


def test_questions_come_in_the_order_of_the_sections(instrument: Instrument) -> None:
    ids = [question.id for question in instrument.questions()]
    assert ids[:3] == ["direct_gevaar", "veiligheid", "aantal_professionals"]
    assert ids.index("delen_met_naam") == len(ids) - 1


def test_a_rule_knows_what_it_leads_to(instrument: Instrument) -> None:
    targets = {type(rule.effect): rule.target for rule in instrument.rules}
    assert targets[Raise] in instrument.level_ids
    assert targets[Limit] in instrument.level_ids
    assert targets[Act] in {action.id for action in instrument.actions}
    assert targets[Provisional] == ""


def test_a_rule_that_looks_at_other_rules_has_no_condition(instrument: Instrument) -> None:
    without = [rule.when for rule in instrument.rules if rule.condition is None]
    assert {type(when) for when in without} <= {Otherwise, WhenDirection}
    assert without


def test_it_knows_which_routes_follow_an_answer_that_says_danger() -> None:
    routes = Library().instrument("kruispunt-onthaal").danger_routes
    assert "crisisdienst" in routes
    assert "frontoffice" not in routes  # which asks that there is none
