"""The table, the view and the table of ids that go with a SELECT run as they are written."""

import pytest

from integraal.engine.sql.dialects import DIALECTS, DUCKDB
from integraal.engine.sql.statements import table
from tests.conftest import INSTRUMENTS
from tests.engine.sql.own_table import check_statements, program_of


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_a_view_and_its_ids_run_in_duckdb(name: str) -> None:
    import duckdb

    with duckdb.connect() as connection:
        check_statements(program_of(name), DUCKDB, lambda text: connection.execute(text).fetchall())


def test_what_has_no_column_is_a_comment_and_a_number_is_a_number() -> None:
    program = program_of("procesregie")
    text = table(program, DUCKDB, "cases", {"casus": ("Nr",), "pogingen": ("Aantal",)})
    first, second = text.splitlines()[1:3]
    assert (first, second) == ('  "Nr" TEXT, -- text', '  "Aantal" REAL -- number; whole; min 0')
    assert "  -- NULL: veiligheid -- one: geen_zorg, zorg, herhaald_of_acuut" in text


def test_a_text_stays_inside_its_quotes_in_every_dialect() -> None:
    written = [each.literal("d'accord") for each in DIALECTS.values()]
    assert written == ["'d''accord'", "'d''accord'", "'d''accord'", "'d\\'accord'"]
