"""Find what an overlay translates: an instrument, a scale or help lines, by its file or its id."""

from pathlib import Path

from integraal.model.finding import faulty
from integraal.reading.library import Library, header
from integraal.reading.overlay import Whole
from integraal.reading.services.help_lines import read_help_lines
from integraal.reading.shapes.fit import nearest

_ENDINGS = (".yaml", ".yml")
_KINDS = ("instrument", "scale", "hulplijnen")


def original(name: str) -> tuple[Whole, Path]:
    """Open what is to be translated, as it is written.

    Args:
        name: The path of a file; else the id of what ships.

    Returns: It, and its file.

    Raises:
        Faulty: if there is none, it is no such thing, or anything is wrong with it; if another
            instrument of its folder has its id, since both would have the same overlay.
    """
    path = Path(name)
    if not (is_file(name) or name.endswith(_ENDINGS)):
        path = _shipped(name)
    top = header(path)
    kind = top.kind if top else ""
    if kind in ("instrument", ""):
        whole = Library().open(str(path))
        if twice := Library().also_called(whole.id, path):
            raise faulty("id-twice", name, id=whole.id, other=twice[0].name)
        return whole, path
    if kind == "scale":
        return Library().scale_file(path), path
    if kind == "hulplijnen":
        return read_help_lines(path), path
    raise faulty("not-an-instrument", name, kind=kind)


def is_file(name: str) -> bool:
    """Whether there is a file of this name, whatever was typed."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _shipped(name: str) -> Path:
    """The file of what ships, by its id."""
    library = Library()
    found = {one.id: one.path for kind in _KINDS for one in library.headers(kind)}
    if name not in found:
        known, suggestion = ", ".join(found), nearest(name, list(found))
        raise faulty("no-such-instrument", name, known=known, suggestion=suggestion)
    return found[name]
