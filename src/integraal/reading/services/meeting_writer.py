"""Write a meeting in the file of a network: it is added, and nothing else in the file changes."""

from pathlib import Path
from typing import Any

from integraal.model.finding import faulty
from integraal.model.services.meeting import Meeting
from integraal.reading.cases.case_document import digest_of, dumped, loaded
from integraal.reading.services.network_text import meeting_lines
from integraal.reading.storage.atomic_write import write_atomically


class MeetingWriter:
    """Adds to one file, which is somebody's alone meanwhile. It is written whole, or not at all."""

    def __init__(self, path: Path) -> None:
        """Begin with what the file holds.

        Args:
            path: Of the file, no link.

        Raises:
            Faulty: if it cannot be read.
        """
        self.path = path
        self._digest = digest_of(path)
        self._document = loaded(path)

    def add(self, meeting: Meeting, next_chair: str = "") -> None:
        """Add a meeting; one that was only planned for that day is filled in.

        Args:
            meeting: What was noted of it.
            next_chair: The id of the organisation that can take over the chair; where nobody
                said, what the file has stays.

        Raises:
            Faulty: if the file could not be written, or somebody else changed it meanwhile; what
                was in it is untouched.
        """
        lines = _laid_out(meeting_lines(meeting))
        planned = next(
            (one for one in self._meetings() if str(one.get("on")) == str(meeting.on)), None
        )
        if planned is None:
            self._meetings().append(lines)
        elif any(value for key, value in planned.items() if key != "on"):
            raise faulty("changed-on-disk", self.path, became="changed")  # somebody noted it too
        else:
            planned.update(lines)
        if next_chair:
            self._put_before_meetings("next_chair", next_chair)
        if digest_of(self.path) != self._digest:
            change = "changed" if self.path.exists() else "gone"
            raise faulty("changed-on-disk", self.path, became=change)
        self._digest = write_atomically(self.path, dumped(self._document), overwrite=True)

    def _put_before_meetings(self, key: str, value: str) -> None:
        """Say something of the network itself, above what may be a long list."""
        if key in self._document:
            self._document[key] = value
        else:
            self._document.insert(list(self._document).index("meetings"), key, value)

    def _meetings(self) -> Any:
        from ruamel.yaml.comments import CommentedSeq

        if not self._document.get("meetings"):
            self._document["meetings"] = CommentedSeq()
        return self._document["meetings"]


def _laid_out(lines: Any) -> Any:
    """Lay lines out as people write them: names behind each other, and all else below."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(lines, dict):
        return CommentedMap((key, _laid_out(value)) for key, value in lines.items())
    if not isinstance(lines, list):
        return lines
    listed = CommentedSeq(map(_laid_out, lines))
    if not any(isinstance(each, dict) for each in lines):
        listed.fa.set_flow_style()
    return listed
