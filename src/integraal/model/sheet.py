"""How the parts of tables and templates are called, for who makes them and who reads them back."""

from dataclasses import dataclass

CASE = "casus"
"""The column with the pseudonyms of the cases."""
GROUPING = ("regio", "periode", "team")
"""Columns to count by. They are no question, and hold whatever people put there."""
KEEP_UNTIL = "keep_until"
"""The last column of a result and of its rejects: the day until which they may be kept."""
DECIDED = "decided"
"""The column of a folder of cases with what people chose instead of the advice, to count by."""
URGENT = "urgent"
"""The column with the dangers that the answers make true, of whatever instrument."""
RESULT = (
    CASE,
    "level",
    "reach",
    "settled",
    "provisional",
    "current",
    "feasible",
    "direction",
    "rules",
    "rules_open",
    "outcomes",
    "outcomes_open",
    "actions",
    URGENT,
    "version",
    "fingerprint",
)
"""The columns of a result. None is a question: a result may be read as a table again."""
MADE_FOR = "integraal_sjabloon"
"""Name of three cells below each other: an instrument, its version and its fingerprint."""
HEAD = "integraal_kop"
"""Name of the rows above the cases; the first of them holds the ids of the columns."""

CELL_LENGTH = 32_767
"""Characters that a cell of a workbook holds at most."""


@dataclass(frozen=True, slots=True)
class MadeFor:
    """Which instrument a template was made for."""

    instrument: str
    version: str
    fingerprint: str
