"""The document of a case file as ruamel reads it: with comments, order and lay-out."""

import contextlib
import hashlib
import re
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from integraal.reading.files import read_text
from integraal.reading.trees import read_tree

_DAYS = frozenset({"moment", "keep_until", "by", "on"})
"""Keys of which the value is a day, which stands without quotes."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def loaded(path: Path) -> Any:
    """Read a document.

    Raises:
        Faulty: with what is wrong with it, where ruamel would not say so.
    """
    read_tree(path)
    document = _yaml().load(read_text(path))
    return _block(document, "") if is_json(path) else document


def is_json(path: Path) -> bool:
    """Whether a file of a case is in JSON: at its first change it comes to stand in lines.

    A part of each would be neither, and the form in a browser opens lines alone.
    """
    return read_text(path).lstrip("\ufeff \t\r\n").startswith("{")


def dumped(document: Any) -> str:
    """Write a document."""
    out = StringIO()
    _yaml().dump(document, out)
    return out.getvalue()


def digest_of(path: Path) -> str | None:
    """What tells whether a file changed meanwhile; None where there is none."""
    with contextlib.suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return None


def _block(value: Any, key: str) -> Any:
    """The same in the form in which a case file is written: lists of words stay on one line."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(value, dict):
        return CommentedMap((str(name), _block(one, str(name))) for name, one in value.items())
    if isinstance(value, list):
        listed = CommentedSeq(_block(one, "") for one in value)
        if not any(isinstance(one, (dict, list)) for one in value):
            listed.fa.set_flow_style()
        return listed
    if isinstance(value, str):
        return date.fromisoformat(value) if key in _DAYS and _DAY.fullmatch(value) else str(value)
    return value


def _yaml() -> Any:
    # Imported here: only saving needs it, and it is slow to start.
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
