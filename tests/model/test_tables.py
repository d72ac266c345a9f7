"""Rows of one table compete with each other, and with no other rules."""

from dataclasses import replace

from integraal.model import condition as c
from integraal.model.instrument import Act, Instrument, OutcomePolicy, Route
from integraal.model.tables import alternatives, first_tables, rows_above, table_of
from tests.engine.builders import an_instrument, one, rule

YES = c.OneIn("a", ("ja",))
RULES = [
    rule("gevaar", YES, Route("crisisdienst")),
    rule("praat", YES, Act("luister")),
    rule("zorg", YES, Route("behandelaar")),
    rule("anders", c.Otherwise(), Route("huisarts")),
]


def _read(policy: OutcomePolicy) -> Instrument:
    outcomes = ["crisisdienst", "behandelaar", "huisarts"]
    made = an_instrument(one("a"), rules=RULES, outcomes=outcomes, actions=["luister"])
    return replace(made, tables=tuple(replace(table, policy=policy) for table in made.tables))


def _ids(rules: tuple[object, ...]) -> list[str]:
    return [getattr(rule, "id", "") for rule in rules]


def test_the_rows_above_are_those_that_a_first_table_looks_at_before() -> None:
    instrument = _read(OutcomePolicy.FIRST)
    assert _ids(rows_above(instrument, RULES[3])) == ["gevaar", "zorg"]
    assert first_tables(instrument) == list(instrument.tables)


def test_a_table_that_collects_looks_at_no_row_before_another() -> None:
    instrument = _read(OutcomePolicy.COLLECT)
    assert rows_above(instrument, RULES[3]) == ()
    assert first_tables(instrument) == []


def test_otherwise_looks_at_the_other_rows_and_at_no_action() -> None:
    instrument = _read(OutcomePolicy.FIRST)
    assert _ids(alternatives(instrument, RULES[3])) == ["gevaar", "zorg"]
    assert table_of(instrument, RULES[1]) is None
