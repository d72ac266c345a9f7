"""Write a case file: whole or not at all, readable by its owner only, comments kept.

Every save goes to a new file beside the old one, is flushed to the disk and takes its place in
one step. Whoever kills the process at any moment finds the old file or the new one.
"""

import contextlib
import hashlib
import os
import secrets
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from integraal.model.answers import DONT_KNOW, Answer, Answers, DontKnow, Partly
from integraal.model.case import Case
from integraal.model.finding import Faulty, Finding, Place
from integraal.model.instrument import Instrument
from integraal.reading.files import read_text

_OWNER_ONLY = 0o600


class CaseWriter:
    """Keeps one case file up to date with the answers of one interview."""

    def __init__(self, path: Path, case: Case, instrument: Instrument) -> None:
        """Begin with what the file holds now, or with a new file.

        Raises:
            Faulty: if the file exists and cannot be read.
        """
        # A link is followed, so that the file it points to is replaced and not the link.
        self.path = Path(os.path.realpath(path))
        self._instrument = instrument
        self._version = (instrument.id, instrument.version)
        exists = self.path.exists()
        self._digest = _digest(self.path) if exists else None
        self._document = _parsed(read_text(self.path)) if exists else _new(case)

    def save(self, answers: Answers) -> None:
        """Put these answers in the file, at its last moment.

        Raises:
            Faulty: if the file could not be written, or somebody else changed it meanwhile.
                What was in it is untouched.
        """
        moment = _last_moment(self._document)
        name, version = self._version
        if moment.setdefault("instruments", {}).get(name) != version:
            moment["instruments"][name] = version
        _update(moment, answers, self._instrument)
        self._check_unchanged()
        self._digest = write_atomically(self.path, _dumped(self._document))

    def _check_unchanged(self) -> None:
        now = _digest(self.path) if self.path.exists() else None
        if now != self._digest:
            raise Faulty([Finding("changed-on-disk", Place(str(self.path)))])


def write_atomically(path: Path, text: str) -> str:
    """Write a whole text file in one step, for its owner only.

    Returns: The digest of what is now on the disk.

    Raises:
        Faulty: if it cannot be written; what stood there before still does.
    """
    raw = text.encode()
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        details = (("reason", error.strerror or str(error)),)
        raise Faulty([Finding("not-saved", Place(str(path)), details)]) from None
    return hashlib.sha256(raw).hexdigest()


def _sync_folder(folder: Path) -> None:
    # Without this a power cut may forget the new name. Windows cannot open a folder.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _digest(path: Path) -> str | None:
    with contextlib.suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return None


def _yaml() -> Any:
    # Imported here: only saving needs it, and it is slow to start.
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _parsed(text: str) -> Any:
    return _yaml().load(text)


def _dumped(document: Any) -> str:
    out = StringIO()
    _yaml().dump(document, out)
    return out.getvalue()


def _new(case: Case) -> dict[str, Any]:
    document: dict[str, Any] = {
        "schema": "integraal/casus/1",
        "casus": case.id,
        "land": case.country,
    }
    if case.keep_until:
        document["keep_until"] = case.keep_until
    document["moment"] = case.latest.day or date.today()
    return document


def _last_moment(document: Any) -> Any:
    moments = document.get("moments")
    if not moments:
        return document
    return max(moments, key=lambda moment: str(moment.get("moment", "")))


def _update(moment: Any, answers: Answers, instrument: Instrument) -> None:
    """Change only the answers that differ, so that comments stay; new ones in question order."""
    questions = {question.id: question for question in instrument.questions()}
    order = {name: number for number, name in enumerate(questions)}
    if moment.get("answers") is None:
        moment["answers"] = _map()
    written = moment["answers"]
    for name in [name for name in written if name in order and name not in answers]:
        del written[name]
    for name, answer in answers.items():
        wanted = _plain(answer, questions[name].option_ids if name in questions else ())
        if name in written:
            if written[name] != wanted:
                written[name] = _flow(wanted)
        else:
            here = order.get(name, len(order))
            before = sum(1 for other in written if order.get(other, len(order)) < here)
            written.insert(before, name, _flow(wanted))


def _plain(answer: Answer, order: tuple[str, ...]) -> str | int | float | list[str]:
    if isinstance(answer, DontKnow):
        return answer.value
    if isinstance(answer, frozenset):
        return sorted(answer, key=order.index)
    if isinstance(answer, Partly):
        return [*sorted(answer.chosen, key=order.index), DONT_KNOW.value]
    return answer


def _map() -> Any:
    from ruamel.yaml.comments import CommentedMap

    return CommentedMap()


def _flow(value: str | int | float | list[str]) -> Any:
    if not isinstance(value, list):
        return value
    from ruamel.yaml.comments import CommentedSeq

    line = CommentedSeq(value)
    line.fa.set_flow_style()
    return line
