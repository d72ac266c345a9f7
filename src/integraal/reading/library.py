"""Find instruments, scales and sources by name.

A folder of instruments holds instrument files, scale files, one `sources.yaml` and a folder
`translations`. The shipped folder is `data/` of the checkout, or its copy inside the wheel.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from integraal.model.finding import Finding, faulty
from integraal.reading.cache import Cache, Entry
from integraal.reading.files import whatever_decodes
from integraal.reading.ledger import note, note_path
from integraal.words.words import LANGUAGES

if TYPE_CHECKING:
    from integraal.model.instrument import Instrument
    from integraal.model.scale import Scale
    from integraal.model.services.help_line import HelpLines
    from integraal.reading.instruments import Shelf
    from integraal.reading.overlay import Whole

FIRST_INSTRUMENT = "voor-wie-doen-we-wat"
"""The one that is taken where nobody names any."""
_HEADER_BYTES = 4096
_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder(package: Path = _PACKAGE) -> Path:
    """Find the shipped data.

    A checkout's own `data/` wins over a copy inside the package, which may be stale.

    Args:
        package: The folder of the package `integraal`.

    Raises:
        FileNotFoundError: if neither the checkout nor the wheel has `data/`.
    """
    checkout = package.parent.parent
    if package.parent.name == "src" and (checkout / "data" / "questions.yaml").is_file():
        return checkout / "data"
    if (package / "data" / "questions.yaml").is_file():
        return package / "data"
    raise FileNotFoundError(f"no data/ beside {package}")


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says it is, at a glance; reading it whole may show otherwise."""

    path: Path
    kind: str
    """`instrument`, `scale`, `sources`, `translation`, `casus`, …"""
    id: str


def header(path: Path) -> Header | None:
    """Look at the top of a file, also of one in another encoding; None when it is not ours."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            top = whatever_decodes(file.read(_HEADER_BYTES))
    except OSError:
        return None
    schema = re.search(r"^schema:\s*['\"]?integraal/([a-z-]+)/", top, re.MULTILINE)
    if schema:
        note(found)
    name = re.search(r"^(?:id|casus):\s*['\"]?([\w.-]+)", top, re.MULTILINE)
    return Header(path, schema[1], name[1] if name else "") if schema else None


@dataclass
class Library:
    """The instruments in a folder, besides the shipped ones."""

    folder: Path = field(default_factory=data_folder)
    cache: Cache | None = field(default_factory=Cache.of_user)

    def headers(self, kind: str) -> Iterator[Header]:
        """The files of a kind: this folder first, then the shipped ones."""
        seen: set[str] = set()
        for folder in dict.fromkeys((self.folder, data_folder())):
            for path in sorted(folder.glob("*.yaml")):
                found = header(path)
                if found and found.kind == kind and found.id not in seen:
                    seen.add(found.id)
                    yield found

    def also_called(self, name: str, path: Path) -> list[Path]:
        """The other files in the folder of an instrument that have its id."""
        others = (header(file) for file in sorted(path.parent.glob("*.yaml")) if file != path)
        return [one.path for one in others if one and (one.kind, one.id) == ("instrument", name)]

    def shelf(self) -> "Shelf":
        """Which files an instrument in this folder may use."""
        from integraal.reading.instruments import Shelf

        return Shelf(
            self.folder / "translations",
            self._files("scale"),
            self._sources(),
            self._files("instrument"),
            self.help_lines_file(),
        )

    def instrument(self, name: str, language: str = "") -> "Instrument":
        """Read an instrument by its id.

        Raises:
            Faulty: if there is none, or anything is wrong with it.
        """
        return self.instrument_file(self.file_of(name), language)

    def file_of(self, name: str, asked_by: str | Path = "") -> Path:
        """Find the file of an instrument by its id.

        Args:
            name: The id.
            asked_by: The file that names it, to be named where there is none.

        Raises:
            Faulty: if there is none, or two in one folder.
        """
        found = self._files("instrument")
        if name not in found:
            from integraal.reading.shapes.fit import nearest

            known, suggestion = ", ".join(found), nearest(name, list(found))
            raise faulty("no-such-instrument", asked_by or name, known=known, suggestion=suggestion)
        if twice := self.also_called(name, found[name]):
            raise faulty("id-twice", found[name], id=name, other=twice[0].name)
        return found[name]

    def open(self, name: str, language: str = "") -> "Instrument":
        """Open an instrument: a path if it looks like one, else the id of one.

        Raises:
            Faulty: if there is none, or anything is wrong with it.
        """
        is_file = os.path.isfile(name)  # noqa: PTH113 - any name
        top = header(Path(name)) if is_file else None
        if top is not None and top.kind not in ("instrument", ""):
            raise faulty("not-an-instrument", name, kind=top.kind)
        if is_file or name.endswith((".yaml", ".yml")):
            return self.instrument_file(Path(name), language)
        return self.instrument(name, language)

    def instrument_file(self, path: Path, language: str = "") -> "Instrument":
        """Read an instrument from a file, in a language; an empty one is that of its author.

        An instrument that was read before, from the same bytes by the same code, comes out of
        the cache.

        Raises:
            Faulty: with every fault in the file and in the scale it names.
        """
        from integraal.model.instrument import Instrument

        beside = Library(path.parent, self.cache)
        for overlay in beside.folder.glob("translations/*.yaml"):
            note_path(overlay)  # in whatever language: they belong to what is read here
        entry = (
            self.cache.entry(path, language, [path, *beside._inputs(language)])
            if self.cache
            else None
        )
        if entry is not None and (known := entry.read(Instrument)) is not None:
            return known
        from integraal.reading.instruments import read_instrument

        instrument = read_instrument(path, beside.shelf(), language)
        if entry is not None:
            entry.write(instrument)
        return instrument

    def remembered_targets(self, language: str) -> "Entry | None":
        """Where it is remembered what a service can be for, in every instrument of this library."""
        # Overlays in all languages: they belong to what is read here.
        return self.cache.targets(self.folder, language, self._inputs()) if self.cache else None

    def scale_file(self, path: Path, language: str = "") -> "Scale":
        """Read a scale from a file, in a language; an empty one is that of its author.

        Raises:
            Faulty: with every fault in the file.
        """
        from integraal.reading.instruments import read_scale

        return read_scale(path, Library(path.parent, self.cache).shelf(), language)

    def help_lines(self, language: str = "") -> "HelpLines":
        """Read the help lines, in a language; an empty one is that of their author.

        Raises:
            Faulty: with every fault in the file.
        """
        from integraal.reading.instruments import named_help_lines

        return named_help_lines(self.shelf(), language)

    def help_lines_file(self) -> Path | None:
        """The file of help lines: that of this folder, else the shipped one."""
        return next(iter(self._files("hulplijnen").values()), None)

    def overlay_findings(self, whole: "Whole", language: str) -> tuple[Finding, ...]:
        """What is wrong with the overlay of what stands whole in a file, as it is written."""
        from integraal.reading.instruments import overlay_findings

        return overlay_findings(whole, self.shelf(), language)

    def languages(self, whole: "Whole") -> tuple[str, ...]:
        """List the languages in which something can be shown, that of its author first."""
        folder, own = self.folder / "translations", whole.written_in
        files = {language: folder / f"{whole.id}.{language}.yaml" for language in LANGUAGES}
        others = (language for language, file in files.items() if file.is_file())
        return tuple(dict.fromkeys((own, *others)))

    def _files(self, kind: str) -> dict[str, Path]:
        return {header.id: header.path for header in self.headers(kind)}

    def _sources(self) -> tuple[Path, ...]:
        folders = dict.fromkeys((self.folder, data_folder()))
        paths = (folder / "sources.yaml" for folder in folders)
        return tuple(path for path in paths if path.is_file())

    def _inputs(self, language: str = "") -> list[Path]:
        """List every file that reading an instrument may look at, besides its own."""
        folders = dict.fromkeys((self.folder, data_folder()))
        named = f"translations/*.{language or '*'}.yaml"
        translations = (file for folder in folders for file in folder.glob(named))
        found = (self._files("scale"), self._files("instrument"))
        files = (file for kind in found for file in kind.values())
        lines = self.help_lines_file()
        return [*([lines] if lines else []), *files, *self._sources(), *sorted(translations)]
