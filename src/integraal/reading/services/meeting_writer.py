"""Write a meeting in the file of a network: it is added, and nothing else in the file changes."""

from pathlib import Path
from typing import Any

from integraal.model.finding import faulty
from integraal.model.services.meeting import Arrangement, Meeting, Topic
from integraal.reading.cases.case_document import digest_of, dumped, loaded
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

    def add(self, meeting: Meeting) -> None:
        """Add a meeting; one that was only planned for that day is filled in.

        Raises:
            Faulty: if the file could not be written, or somebody else changed it meanwhile; what
                was in it is untouched.
        """
        lines = _lines(meeting)
        planned = next(
            (one for one in self._meetings() if str(one.get("on")) == str(meeting.on)), None
        )
        if planned is None:
            self._meetings().append(lines)
        elif any(value for key, value in planned.items() if key != "on"):
            raise faulty("changed-on-disk", self.path, became="changed")  # somebody noted it too
        else:
            planned.update(lines)
        if digest_of(self.path) != self._digest:
            change = "changed" if self.path.exists() else "gone"
            raise faulty("changed-on-disk", self.path, became=change)
        self._digest = write_atomically(self.path, dumped(self._document), overwrite=True)

    def _meetings(self) -> Any:
        from ruamel.yaml.comments import CommentedSeq

        if not self._document.get("meetings"):
            self._document["meetings"] = CommentedSeq()
        return self._document["meetings"]


def _lines(meeting: Meeting) -> Any:
    return _map(
        on=meeting.on,
        sectors=_flow(meeting.sectors),
        present=_flow(meeting.present),
        chair=meeting.chair,
        agenda=_flow(meeting.agenda),
        themes=None if meeting.themes is None else _listed(map(_topic, meeting.themes)),
        agreements=_listed(map(_arrangement, meeting.agreements)) if meeting.agreements else None,
    )


def _topic(topic: Topic) -> Any:
    return _map(theme=topic.text, brought_by=_flow(topic.brought_by), about=_flow(topic.about))


def _arrangement(one: Arrangement) -> Any:
    return _map(what=one.what, who=one.who, by=one.by, theme=one.theme)


def _map(**given: Any) -> Any:
    """Lines of what there is; what is empty is left out, but a list with nothing in it stays."""
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap((key, value) for key, value in given.items() if value not in (None, ""))


def _listed(items: Any) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    listed = CommentedSeq(items)
    if not listed:
        listed.fa.set_flow_style()
    return listed


def _flow(names: tuple[str, ...]) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    if not names:
        return None
    line = CommentedSeq(names)
    line.fa.set_flow_style()
    return line
