"""Write in a case what people agreed, did and decided, and until when it may be kept.

Nothing else in it changes.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from integraal.model.case import Agreement, Decision
from integraal.model.finding import faulty
from integraal.reading.cases.case_document import digest_of, dumped, loaded
from integraal.reading.cases.moment_writer import add_moment, moment_in
from integraal.reading.storage.atomic_write import write_atomically


class NoteWriter:
    """Adds to one case file, at the moment of one day, which may be a new one.

    The file is somebody's alone meanwhile. It is written whole at each addition, or not at all.
    """

    def __init__(self, path: Path, day: date | None) -> None:
        """Begin with what the file holds.

        Args:
            path: Of the file, no link.
            day: Of the moment; None for the only one, where that has no day.

        Raises:
            Faulty: if the file cannot be read.
        """
        self.path = path
        self._day = day
        self._digest = digest_of(path)
        self._document = loaded(path)

    def agree(self, agreements: Iterable[Agreement]) -> None:
        """Add agreements.

        Raises:
            Faulty: if the file could not be written, or somebody else changed it meanwhile;
                what was in it is untouched. So for the others.
        """
        add_agreements(self._moment(), agreements)
        self._write()

    def decide(self, decision: Decision) -> None:
        """Add a decision."""
        given: dict[str, Any] = {"instrument": decision.instrument}
        given |= {"level": decision.level} if decision.level else {"outcome": decision.outcome}
        given["because"] = decision.because
        given |= {"who": decision.who} if decision.who else {}
        given |= {"for_others": True} if decision.for_others else {}
        _list_in(self._moment(), "decisions").append(_lines(given))
        self._write()

    def close(self, day: date | None, number: int, done_on: date, *, dropped: bool = False) -> None:
        """Say that an agreement was done.

        Args:
            day: Of the moment at which it stands; None where that has none.
            number: Of the agreement at that moment, counted from 1.
            done_on: When.
            dropped: Whether it was given up, and not done.
        """
        given: dict[str, Any] = {} if day is None else {"moment": day}
        given |= {"n": number, "on": done_on}
        given |= {"dropped": True} if dropped else {}
        _list_in(self._document, "closed").append(_lines(given))
        self._write()

    def keep_until(self, day: date) -> None:
        """Say until when the case may be kept, in the line where a new case has it."""
        if "keep_until" in self._document:
            self._document["keep_until"] = day
        else:
            before = [key for key in ("schema", "casus", "land") if key in self._document]
            place = max((list(self._document).index(key) + 1 for key in before), default=0)
            self._document.insert(place, "keep_until", day)
        self._write()

    def _moment(self) -> Any:
        found = moment_in(self._document, self._day)
        return add_moment(self._document, self._day) if found is None else found

    def _write(self) -> None:
        if digest_of(self.path) != self._digest:
            change = "changed" if self.path.exists() else "gone"
            raise faulty("changed-on-disk", self.path, became=change)
        self._digest = write_atomically(self.path, dumped(self._document), overwrite=True)


def add_agreements(moment: Any, agreements: Iterable[Agreement]) -> None:
    """Add agreements to a moment in a document.

    Args:
        moment: As ruamel reads it.
        agreements: What was agreed then.
    """
    for one in agreements:
        given: dict[str, Any] = {"what": one.what, "who": one.who}
        given |= {} if one.by is None else {"by": one.by}
        given |= {"for_others": True} if one.for_others else {}
        _list_in(moment, "agreements").append(_lines(given))


def _list_in(mapping: Any, key: str) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    if not mapping.get(key):
        mapping[key] = CommentedSeq()
    return mapping[key]


def _lines(given: dict[str, Any]) -> Any:
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap(given)
