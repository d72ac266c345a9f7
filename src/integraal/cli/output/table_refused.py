"""Say what danger a table shows although it is refused as a whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.cli import terminal as screen
from integraal.cli.danger import some, sound
from integraal.cli.language import words
from integraal.model.finding import Faulty

if TYPE_CHECKING:
    from integraal.batch.columns import Request

_OF_A_ROW = ("row-has-faults", "no-such-row", "row-on-sheets")
"""What is wrong with the row that somebody asked about, and not with the table."""


class Refusal:
    """Says the dangers of a table once, with whom to call and in which rows, where it is refused.

    What stands at an address is not looked at: nobody could say how long that would take.
    """

    def __init__(self, request: "Request") -> None:
        self.request = request
        self._is_heard = False

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Say it before the findings of what is done inside.

        Raises:
            Faulty: as what is done inside.
        """
        try:
            yield
        except Faulty as refused:
            source = Path(self.request.source)
            is_it = (
                each.place.file.startswith(str(source)) and each.code not in _OF_A_ROW
                for each in refused.findings
            )
            if any(is_it) and source.exists() and not self._is_heard:
                self._is_heard = True
                _sound(self.request, source)
            raise


def _sound(request: "Request", source: Path) -> None:
    from integraal.batch.duckdb.refused import heard_in

    say, found = words(), heard_in(request, source)
    within, before = request.program.instrument.id, say("danger.refused_table")
    sound(found.dangers, "", within=within, before=before)
    if found.rows:
        screen.tell(say("danger.refused_rows", count=len(found.rows), rows=some(found.rows)))
