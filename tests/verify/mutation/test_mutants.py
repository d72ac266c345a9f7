"""Every level and every boundary in an instrument is moved, one at a time."""

from dataclasses import replace

import pytest

from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.condition import Condition
from integraal.model.definitions import named_in
from integraal.model.instrument import Act, Instrument, Limit, Raise, Rule
from integraal.model.results.trial import Change, Edit, Owner
from integraal.reading.library import Library
from integraal.verify.mutation.mutants import NEVER_HOLDS, Mutant, mutants
from integraal.verify.mutation.places import change_path
from tests.engine.builders import an_instrument, number, one, rule, several
from tests.reading.helpers import GOOD

LOAD = one("last", "licht", "matig", "zwaar")
AREAS = several("gebieden", "wonen", "werk", "school")
TIMES = number("keren")
HEAVY = c.OneIn("last", ("zwaar",))
ONE, TWO, THREE = (c.SomeChosen("gebieden", AREAS.option_ids, count) for count in (1, 2, 3))


TALK = Act("praat")


def _with_rule(when: c.Trigger, effect: Raise | Limit | Act = TALK) -> Instrument:
    made = rule("regel", when, effect)
    return an_instrument(LOAD, AREAS, TIMES, rules=[made], actions=["praat"])


def _changed(mutant: Mutant) -> Rule:
    return mutant.instrument.rule("regel")


def _conditions(condition: Condition) -> list[c.Trigger]:
    """The other conditions that a mutant of this one has."""
    every = mutants(_with_rule(condition))
    return [_changed(mutant).when for mutant in every if mutant.change.edit is not Edit.DROPPED]


@pytest.mark.parametrize(
    ("condition", "changed"),
    [
        (HEAVY, [c.OneIn("last", ("matig", "zwaar"))]),
        (
            c.OneIn("last", ("licht", "zwaar")),
            [
                c.OneIn("last", ("zwaar",)),
                c.OneIn("last", ("licht",)),
                c.OneIn("last", LOAD.option_ids),
            ],
        ),
        (
            c.OneIn("last", ("matig", "zwaar")),
            [c.OneIn("last", LOAD.option_ids), c.OneIn("last", ("zwaar",))],
        ),
        (
            c.OneIn("last", ("licht", "matig")),
            [c.OneIn("last", ("licht",)), c.OneIn("last", LOAD.option_ids)],
        ),
        (c.OneIn("last", ("licht",)), [c.OneIn("last", ("licht", "matig"))]),
        (
            c.SomeChosen("gebieden", ("wonen", "school"), 1),
            [
                c.SomeChosen("gebieden", ("school",), 1),
                c.SomeChosen("gebieden", ("wonen",), 1),
                c.SomeChosen("gebieden", AREAS.option_ids, 1),
            ],
        ),
        (TWO, [ONE, THREE]),
        (THREE, [TWO]),
        (
            c.Between("keren", 2, 7.5),
            [
                c.Between("keren", 1, 7.5),
                c.Between("keren", 3, 7.5),
                c.Between("keren", 2, 6.5),
                c.Between("keren", 2, 8.5),
            ],
        ),
        (c.Known("last", wanted=False), []),
    ],
)
def test_a_boundary_moves_one_step_and_no_further(
    condition: Condition, changed: list[Condition]
) -> None:
    assert _conditions(condition) == changed


def test_all_becomes_any_and_any_becomes_all() -> None:
    assert c.AnyOf((HEAVY, TWO)) in _conditions(c.All((HEAVY, TWO)))
    assert c.All((HEAVY, TWO)) in _conditions(c.AnyOf((HEAVY, TWO)))


def test_all_of_one_part_says_the_same_as_any_of_it() -> None:
    assert c.AnyOf((HEAVY,)) not in _conditions(c.All((HEAVY,)))


def test_a_count_of_parts_stays_a_count_that_can_be_reached() -> None:
    of_two = _conditions(c.AtLeastOf(2, (HEAVY, TWO)))
    counts = [part.count for part in of_two if isinstance(part, c.AtLeastOf)]
    assert sorted(set(counts)) == [1, 2]


def test_one_thing_changes_at_a_time_however_deep_it_stands() -> None:
    condition = c.All((TWO, c.AnyOf((c.Not(HEAVY), c.OneIn("last", ("licht",))))))
    wider = c.Not(c.OneIn("last", ("matig", "zwaar")))
    assert c.All((TWO, c.AnyOf((wider, c.OneIn("last", ("licht",)))))) in _conditions(condition)


def test_a_change_says_which_part_it_is_in() -> None:
    condition = c.All((TWO, c.AnyOf((c.Not(HEAVY), TWO))))
    found = [m.change for m in mutants(_with_rule(condition)) if m.change.edit is Edit.WIDENED]
    assert found == [Change(Edit.WIDENED, "regel", part="2.1.1", question="last", after="matig")]


@pytest.mark.parametrize("effect", [Raise("midden"), Limit("midden")])
def test_a_level_moves_one_up_and_one_down(effect: Raise | Limit) -> None:
    found = [
        _changed(mutant).effect
        for mutant in mutants(_with_rule(HEAVY, effect))
        if mutant.change.edit is Edit.LEVEL
    ]
    assert found == [replace(effect, level="laag"), replace(effect, level="hoog")]


def test_the_highest_level_has_nothing_above_it() -> None:
    found = [m.change for m in mutants(_with_rule(HEAVY, Raise("hoog")))]
    levels = [change for change in found if change.edit is Edit.LEVEL]
    assert levels == [Change(Edit.LEVEL, "regel", before="hoog", after="midden")]


def test_a_dropped_rule_keeps_its_name_and_never_holds() -> None:
    dropped = next(mutants(_with_rule(HEAVY)))
    assert dropped.change == Change(Edit.DROPPED, "regel")
    assert _changed(dropped).when == NEVER_HOLDS


def test_the_last_resort_is_always_the_lowest_level() -> None:
    found = [mutant.change.edit for mutant in mutants(_with_rule(c.Otherwise(), Raise("laag")))]
    assert found == [Edit.DROPPED]


@pytest.mark.parametrize("when", [c.Otherwise(), c.WhenDirection(c.Direction.UP)])
def test_a_rule_without_a_condition_can_only_be_dropped(when: c.Trigger) -> None:
    assert [mutant.change.edit for mutant in mutants(_with_rule(when))] == [Edit.DROPPED]


def test_when_a_question_is_asked_is_changed_too() -> None:
    asked = replace(TIMES, ask_when=HEAVY)
    found = [mutant.change for mutant in mutants(an_instrument(LOAD, asked))]
    assert found == [Change(Edit.WIDENED, "keren", of=Owner.ASKED, question="last", after="matig")]


def test_an_instrument_without_a_scale_has_no_levels_to_move() -> None:
    made = an_instrument(LOAD, rules=[rule("regel", HEAVY, Act("praat"))], scale=None)
    assert Edit.LEVEL not in {mutant.change.edit for mutant in mutants(made)}


def test_every_mutant_of_the_shipped_instrument_has_one_change_of_its_own(
    instrument: Instrument,
) -> None:
    every = list(mutants(instrument))
    changes = {mutant.change for mutant in every}
    assert len(changes) == len(every)
    for mutant in every:
        pairs = zip(instrument.rules, mutant.instrument.rules, strict=True)
        rules = [rule.id for rule, changed in pairs if rule != changed]
        assert rules == ([mutant.change.owner] if mutant.change.of is Owner.RULE else [])
        sections = mutant.instrument.sections != instrument.sections
        assert sections is (mutant.change.of in (Owner.ASKED, Owner.QUESTION))
        assert mutant.instrument != instrument
        assert lower(mutant.instrument).instrument is mutant.instrument


NAMED = Library(cache=None).instrument_file(GOOD / "definities.yaml")
OF_NAMED = list(mutants(NAMED))


def test_a_change_of_a_definition_is_made_once_and_wherever_it_is_named() -> None:
    heavy = [m for m in OF_NAMED if m.change.owner == "zware-zorgen"]
    assert [m.change.edit for m in heavy].count(Edit.THRESHOLD) == 2  # from 2 to 1, and to 3
    assert {m.change.of for m in heavy} == {Owner.DEFINITION}
    for mutant in heavy:
        when = mutant.instrument.definition("zware-zorgen").when
        rules = mutant.instrument.rules
        named = {name for rule in rules for name in named_in(rule.when)}
        said = {
            n.part
            for n in named
            if isinstance(n, c.Defined) and n.definition == heavy[0].change.owner
        }
        assert said == {when}
        assert mutant.instrument.question("al_eerder").ask_when == c.Defined("zware-zorgen", when)


def test_a_rule_that_names_a_definition_does_not_change_what_it_says() -> None:
    edits = [m.change.edit for m in OF_NAMED if m.change.owner == "zorgen-zijn-zwaar"]
    assert set(edits) == {Edit.DROPPED, Edit.LEVEL}


def test_a_row_that_is_dropped_is_dropped_for_what_looks_at_its_table() -> None:
    dropped = next(m for m in OF_NAMED if m.change.owner == "hout-brengen")
    when = dropped.instrument.definition("houtploeg-komt").when
    assert when == c.Reached("houtploeg", NEVER_HOLDS)


def test_a_change_of_a_definition_stands_where_the_definition_does() -> None:
    change = next(m.change for m in OF_NAMED if m.change.owner == "staat-er-alleen-voor")
    assert change_path(NAMED, change) == ("definitions", 1, "id")


def test_rules_that_are_taken_over_have_their_levels_and_boundaries_moved_here_too() -> None:
    instrument = Library().instrument("voor-wie-doen-we-wat")
    taken = {rule.id for rule in instrument.rules if rule.minimum_of}
    edits = [each.change for each in mutants(instrument) if each.change.owner in taken]
    assert {change.owner for change in edits if change.edit is Edit.THRESHOLD} == taken
    assert {change.owner for change in edits if change.edit is Edit.LEVEL} == taken
