"""Every statement of the documents is in an instrument, where `docs/statements.md` says it is."""

import re

import pytest

from integraal.model.instrument import Instrument
from integraal.reading.library import Library
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "statements.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| `([a-z0-9-]+)` \| ([^|]+) \|$", PAGE, re.MULTILINE)


def _ids(instrument: Instrument) -> set[str]:
    lists = (
        instrument.sections,
        tuple(instrument.questions()),
        instrument.rules,
        instrument.actions,
        instrument.outcomes,
        instrument.tables,
        instrument.never,
    )
    return {one.id for every in lists for one in every}


@pytest.mark.parametrize(("statement", "name", "where"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_a_statement_is_where_the_page_says(statement: str, name: str, where: str) -> None:
    named = re.findall(r"`([^`]+)`", where)
    assert named, statement
    assert set(named) - _ids(Library().instrument(name)) == set()


def test_every_instrument_made_from_a_document_has_statements() -> None:
    shipped = {header.id for header in Library().headers("instrument")}
    # Of the first instrument every rule carries the number that it has in the brief.
    assert {row[1] for row in ROWS} == shipped - {"voor-wie-doen-we-wat"}


def test_every_row_of_the_page_is_read() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and "`" in line]
    assert len(rows) == len(ROWS)
    assert PAGE.index("## Left out") > PAGE.rindex(ROWS[-1][0])
