"""Which dangers a row can show, and which of them another says already."""

from collections.abc import Sequence
from dataclasses import replace

from integraal.engine import program as p
from integraal.engine.lower import lower
from integraal.engine.sql.conditions import Conditions
from integraal.engine.sql.dangers import DangerConditions, questions_in, table_dangers
from integraal.model.condition import AnyOf, AtLeastOf, Condition, Not, OneIn, Otherwise
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


def test_a_count_that_no_answer_can_change_has_no_cause() -> None:
    never_two = Not(AtLeastOf(2, (NOW,)))
    own, other = _alarming("een", NOW), _alarming("ander", never_two)
    assert _shown(lower(own, others=[other])) == [(False, True), (False, True), (True, True)]


def test_what_holds_otherwise_is_no_answer_and_so_no_danger() -> None:
    made = _alarming("een", NOW)
    last_resort = replace(made, rules=(*made.rules, rule("anders", Otherwise(), Act("bel"))))
    assert _told(last_resort) == ["bel"]
    assert _shown(lower(last_resort)) == _shown(lower(made))


def test_what_always_holds_is_no_cause() -> None:
    own, other = _alarming("een", NOW), _alarming("ander", NOW)
    node = p.And((p.ALWAYS, p.Test(0)))
    program = replace(lower(own), watched=(p.Watched(other, other.rules[0], node),))
    assert questions_in(p.NEVER, program) == frozenset()
    assert questions_in(node, program) == {"nu"}
    # By the same answer, so that it is said already.
    assert _shown(program) == [(False, False), (False, False), (True, False)]


def _shown(program: p.Program) -> list[tuple[bool, ...]]:
    """Say which dangers DuckDB sees where the one leaf is unknown, fails, and holds."""
    import duckdb

    tests = ", ".join(DangerConditions(program, Conditions()).shown())
    rails = "(VALUES (0, 0), (0, 1), (1, 0)) rails(t0, f0)"
    with duckdb.connect() as connection:
        return connection.execute(f"SELECT {tests} FROM {rails}").fetchall()
