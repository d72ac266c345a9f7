"""Which dangers a row can show, and which of them another says already."""

from collections.abc import Sequence
from dataclasses import replace

from integraal.engine import program as p
from integraal.engine.lower import lower
from integraal.engine.sql.conditions import Conditions
from integraal.engine.sql.dangers import DangerConditions, questions_in, table_dangers
from integraal.engine.sql.dialects import DUCKDB
from integraal.model.condition import All, AnyOf, Condition, OneIn
from integraal.model.instrument import Act, Instrument, Statement, Urgency
from tests.engine.builders import an_instrument, one, rule

NOW, HURT = OneIn("nu", ("ja",)), OneIn("pijn", ("ja",))
LINES = ("noodnummer", "veilig-thuis")


def _alarming(name: str, *when: Condition, call: Sequence[str] = LINES) -> Instrument:
    """Make an instrument that says one danger, for any of these reasons."""
    rules = [rule(f"gevaar-{number}", each, Act("bel")) for number, each in enumerate(when)]
    made = an_instrument(one("nu"), one("pijn"), rules=rules, actions=["bel"])
    action = Statement("bel", "Bel.", urgent=Urgency.DANGER, call=tuple(call))
    return replace(made, id=name, actions=(action,))


def _told(own: Instrument, *others: Instrument) -> list[str]:
    return [danger.id for danger in table_dangers(lower(own, others=others))]


def test_a_danger_of_another_instrument_is_named_with_it() -> None:
    assert _told(_alarming("een", NOW), _alarming("ander", HURT)) == ["bel", "ander/bel"]


def test_the_very_same_rule_is_said_once_and_with_more_lines_twice() -> None:
    own = _alarming("een", NOW, call=LINES[:1])
    assert _told(own, _alarming("ander", NOW, call=LINES[:1])) == ["bel"]
    assert _told(own, _alarming("ander", NOW)) == ["bel", "ander/bel"]


def test_an_instrument_beside_itself_says_nothing_more() -> None:
    own = _alarming("een", NOW)
    assert _told(own, own) == ["bel"]


def test_a_danger_with_a_reason_besides_is_kept() -> None:
    assert _told(_alarming("een", NOW), _alarming("ander", NOW, HURT)) == ["bel", "ander/bel"]
    assert _told(_alarming("een", NOW), _alarming("ander", AnyOf((NOW, HURT)))) == [
        "bel",
        "ander/bel",
    ]


def test_what_always_holds_is_no_cause() -> None:
    import duckdb

    own, other = _alarming("een", All((NOW, HURT))), _alarming("ander", NOW)
    node = p.And((p.ALWAYS, p.Test(0), p.Test(1)))
    watched = (p.Watched(other, other.rules[0], node),)
    program = replace(lower(own), watched=watched)
    assert questions_in(p.NEVER, program) == frozenset()
    assert questions_in(node, program) == {"nu", "pijn"}
    shown = ", ".join(DangerConditions(program, Conditions(DUCKDB)).shown())
    rails = "SELECT t0, 3 - t0 AS f0 FROM range(4) rows(t0)"
    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT {shown} FROM ({rails}) ORDER BY t0").fetchall()
    # By the same answers, so that it is said already.
    assert found == [(False, False)] * 3 + [(True, False)]
