"""The files in folders that somebody named, each once whatever name it goes by."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

_SUFFIXES = (".yaml", ".yml")


def yaml_files(folder: Path, minded: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """The YAML files in a folder and in the folders inside it, in order.

    Args:
        folder: Where to begin.
        minded: Is told of every folder that may not be read.
    """
    return (path for path in files(folder, minded) if path.name.lower().endswith(_SUFFIXES))


def files(folder: Path, minded: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """The files in a folder and in the folders inside it, in order.

    What is hidden (its name begins with a full stop) is passed over; a link to a folder is not
    followed, so that a walk always ends.

    Args:
        folder: Where to begin.
        minded: Is told of every folder that may not be read.
    """
    waiting = [folder]  # a walk that calls itself would end at a thousand folders
    while waiting:
        try:
            with os.scandir(os.fspath(waiting.pop())) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            if minded is not None:
                minded(error)
            continue
        folders = []
        for entry in found:
            if entry.name.startswith("."):
                continue
            if not _is_folder(entry):
                yield Path(entry.path)
            elif not entry.is_symlink():
                folders.append(Path(entry.path))
        waiting += reversed(folders)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # links in a circle, or a name that is too long
        return False


def distinct(files: Iterable[Path]) -> list[Path]:
    """Keep the first name of each file: two ways to one file are still one file.

    >>> [str(path) for path in distinct([Path("a.yaml"), Path("b/../a.yaml"), Path("c.yaml")])]
    ['a.yaml', 'c.yaml']
    """
    kept: dict[str, Path] = {}
    for file in files:
        kept.setdefault(_one_name(file), file)
    return list(kept.values())


def labels(names: Sequence[str]) -> list[str]:
    """Name files without their ending, each with as many folders as tell it from the others.

    >>> labels(["a.yaml", "jan/b.yaml", "els/b.yaml"])
    ['a', 'jan/b', 'els/b']
    """
    parts = [Path(name).absolute().with_suffix("").parts for name in names]
    return [_label(own, [other for other in parts if other != own]) for own in parts]


def _label(own: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> str:
    for count in range(1, len(own)):
        if all(other[-count:] != own[-count:] for other in others):
            return "/".join(own[-count:])
    return own[-1] if own else ""


def _one_name(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # a NUL in the name, or links in a circle
        return str(path)
