"""The document of a case file as ruamel reads it: with comments, order and lay-out."""

import contextlib
import hashlib
from io import StringIO
from pathlib import Path
from typing import Any

from integraal.reading.files import read_text
from integraal.reading.trees import read_tree


def loaded(path: Path) -> Any:
    """Read a document.

    Raises:
        Faulty: with what is wrong with it, where ruamel would not say so.
    """
    read_tree(path)
    return _yaml().load(read_text(path))


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


def _yaml() -> Any:
    # Imported here: only saving needs it, and it is slow to start.
    from ruamel.yaml import YAML

    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
