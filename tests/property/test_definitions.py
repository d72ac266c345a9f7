"""No body can tell a definition from what it says: the program is the one written out in full."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.engine.sql.dialects import DUCKDB
from integraal.engine.sql.select import select
from integraal.model.definitions import changed, named_in, written_out
from integraal.model.instrument import Instrument
from integraal.model.results.advice import Advice
from integraal.reading.library import Library
from integraal.solving.prover import Prover
from tests.counts import times
from tests.property import strategies
from tests.reading.helpers import GOOD
from tests.verify.encoded import rich_instruments


def _written_out(instrument: Instrument) -> Instrument:
    without = replace(changed(instrument, written_out), definitions=())
    assert not any(list(named_in(rule.when)) for rule in without.rules)
    return without


def _same(named: Program, without: Program) -> None:
    assert named.leaves == without.leaves
    assert named.asked == without.asked
    nodes = [
        [program.node_of(rule) for rule in program.instrument.rules] for program in (named, without)
    ]
    assert nodes[0] == nodes[1]
    assert [(r.node, r.rank) for r in named.raising] == [(r.node, r.rank) for r in without.raising]
    assert select(named, DUCKDB) == select(without, DUCKDB)


@settings(max_examples=times(60), deadline=None)
@given(rich_instruments(), st.booleans())
def test_every_body_gets_the_program_that_is_written_out(
    instrument: Instrument, source_only: bool
) -> None:
    _same(
        lower(instrument, source_only=source_only),
        lower(_written_out(instrument), source_only=source_only),
    )


@settings(max_examples=times(40), deadline=None)
@given(st.data())
def test_the_advice_is_that_of_the_instrument_written_out(data: st.DataObject) -> None:
    instrument = data.draw(rich_instruments())
    answers = data.draw(strategies.some_answers(instrument))
    one, other = (evaluate(lower(each), answers) for each in (instrument, _written_out(instrument)))
    assert _bare(one) == _bare(other)
    assert _ids(one) == _ids(other)


def _bare(advice: Advice) -> Advice:
    """An advice without its reasons: they hold their rules, which are written in another way."""
    return replace(advice, reasons=(), first=(), limits=(), actions=(), outcomes=())


def _ids(advice: Advice) -> list[tuple[object, ...]]:
    routes = (outcome.reason for outcome in advice.outcomes)
    told = (*advice.reasons, *advice.first, *advice.limits, *advice.actions, *routes)
    return [(reason.rule.id, reason.certain, reason.answers) for reason in told]


def test_the_good_instrument_with_definitions_is_the_one_written_out() -> None:
    instrument = Library(cache=None).instrument_file(GOOD / "definities.yaml")
    _same(lower(instrument), lower(_written_out(instrument)))
    with Prover(lower(instrument)) as one, Prover(lower(_written_out(instrument))) as other:
        assert one.rails == other.rails
