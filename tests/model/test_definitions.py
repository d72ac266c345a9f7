"""What a name stands for follows what it names, and written out it says the same."""

from dataclasses import replace

import pytest

from integraal.model import condition as c
from integraal.model import instrument as m
from integraal.model.definitions import (
    Row,
    leading_to,
    linked,
    named_in,
    owned_by,
    rebuilt,
    written_out,
)
from integraal.reading.library import Library
from tests.reading.helpers import GOOD

A, B, X = (c.OneIn(name, ("ja",)) for name in "abx")
LAST: Row = ("rest", c.Otherwise())


@pytest.mark.parametrize(
    ("outcome", "table", "condition"),
    [
        ("een", [("een", A), ("twee", B), LAST], A),
        ("twee", [("een", A), ("twee", B), LAST], c.All((B, c.Not(A)))),
        ("rest", [("een", A), ("twee", B), LAST], c.Not(c.AnyOf((A, B)))),
        ("een", [("een", A), ("een", B)], c.AnyOf((A, B))),
        ("een", [("twee", X), ("een", A), ("een", B)], None),
        ("nergens", [("een", A)], c.AnyOf(())),
    ],
)
def test_a_first_table_leads_where_the_first_row_that_holds_does(
    outcome: str, table: list[Row], condition: c.Condition | None
) -> None:
    after_x = c.AnyOf((c.All((A, c.Not(X))), c.All((B, c.Not(X)))))
    assert leading_to(outcome, table, first=True) == (condition or after_x)


def test_every_row_of_a_collect_table_leads_by_itself() -> None:
    assert leading_to("twee", [("een", A), ("twee", B)], first=False) == B
    rest = leading_to("rest", [("een", A), LAST], first=False)
    assert rest == c.Not(c.AnyOf((A,)))


NAMED = c.Defined("zorgen", c.All((A, c.Reached("weg", B))))


def test_written_out_every_name_is_what_it_stands_for() -> None:
    whole = c.AtLeastOf(1, (c.AnyOf((NAMED,)), c.Not(NAMED), X))
    said = c.All((A, B))
    assert written_out(whole) == c.AtLeastOf(1, (c.AnyOf((said,)), c.Not(said), X))


def test_the_leaves_of_a_name_are_those_of_what_it_stands_for() -> None:
    assert list(c.leaves_of(c.Not(NAMED))) == [A, B]


def test_names_are_found_within_names() -> None:
    assert list(named_in(c.AnyOf((c.Not(NAMED), X)))) == [NAMED, c.Reached("weg", B)]
    assert list(named_in(c.Otherwise())) == []


def test_elsewhere_a_definition_says_whose_it_is_and_an_outcome_is_written_out() -> None:
    inner = c.Defined("daar/eerder", X)
    ours = owned_by("hier", c.All((NAMED, inner)))
    assert ours == c.All((c.Defined("hier/zorgen", c.All((A, B))), inner))


def test_what_is_rebuilt_keeps_all_but_its_names() -> None:
    assert rebuilt(c.Not(c.AnyOf((A, NAMED))), lambda _: X) == c.Not(c.AnyOf((A, X)))


def _instrument() -> m.Instrument:
    return Library(cache=None).instrument_file(GOOD / "definities.yaml")


def test_what_was_just_read_is_linked_already() -> None:
    instrument = _instrument()
    assert linked(instrument) == instrument


def test_a_changed_definition_is_changed_wherever_it_is_named() -> None:
    instrument = _instrument()
    heavy = instrument.definition("zware-zorgen")
    changed = linked(
        replace(instrument, definitions=(replace(heavy, when=A), *instrument.definitions[1:]))
    )
    assert changed.question("al_eerder").ask_when == c.Defined("zware-zorgen", A)
    assert changed.rule("zorgen-zijn-zwaar").when == c.Defined("zware-zorgen", A)
    (promise,) = changed.never
    every = [named_in(rule.when) for rule in changed.rules]
    every += [named_in(one.when) for one in changed.definitions]
    every += [named_in(promise.when)] if promise.when else []
    found = {name for names in every for name in names if name.part != A}
    assert {n.definition for n in found if isinstance(n, c.Defined)} == {
        "staat-er-alleen-voor",
        "houtploeg-komt",
    }
    assert all(heavy.when not in _parts(name) for name in found)


def test_a_changed_row_changes_what_looks_at_its_table() -> None:
    instrument = _instrument()
    rules = tuple(
        replace(rule, when=A) if rule.id == "hout-brengen" else rule for rule in instrument.rules
    )
    changed = linked(replace(instrument, rules=rules))
    assert changed.definition("houtploeg-komt").when == c.Reached("houtploeg", A)


def test_an_instrument_without_definitions_stays_the_same_thing() -> None:
    instrument = Library().instrument("buurtoverleg")
    assert linked(instrument) is instrument


def _parts(condition: c.Condition) -> list[c.Condition]:
    inside = (condition.part,) if hasattr(condition, "part") else getattr(condition, "parts", ())
    return [condition, *(each for part in inside for each in _parts(part))]
