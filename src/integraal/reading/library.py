"""Find instruments, scales and sources by name, and read them whole.

A folder of instruments holds instrument files, scale files, one `sources.yaml` and a folder
`translations`. The shipped folder is `data/` of the checkout, or its copy inside the wheel.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from integraal.model.finding import Faulty, Finding, Place, Severity
from integraal.model.instrument import Instrument
from integraal.model.scale import Scale
from integraal.model.source import Source
from integraal.reading import shapes as s
from integraal.reading.files import read_text
from integraal.reading.overlay import translated, translation_findings
from integraal.reading.resolve import resolve_instrument, resolve_scale
from integraal.reading.shape_check import fit, nearest
from integraal.reading.yaml_tree import Mapping, Node, compose, find, plain

LANGUAGES = ("nl", "en", "fr")
_HEADER_BYTES = 4096
_PACKAGE = Path(__file__).resolve().parent.parent
_Shape = TypeVar("_Shape", bound=s.Shape)


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


def read_tree(path: Path) -> Node:
    """Read a YAML file into a tree.

    Raises:
        Faulty: with everything that is wrong with it as YAML.
    """
    node, findings = compose(read_text(path), str(path))
    if findings or node is None:
        raise Faulty(findings)
    return node


def read_shape(shape: type[_Shape], path: Path) -> tuple[_Shape, Node]:
    """Read a YAML file of this shape.

    Raises:
        Faulty: with everything that is wrong with it as YAML or as this shape.
    """
    tree = read_tree(path)
    if not isinstance(tree, Mapping):
        raise Faulty([Finding("not-a-mapping", tree.place, (("key", ""),))])
    fitted, findings = fit(shape, tree)
    if fitted is None:
        raise Faulty(findings)
    return fitted, tree


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says it is, at a glance; reading it whole may show otherwise."""

    path: Path
    kind: str
    """`instrument`, `scale`, `sources`, `translation`, `casus`, …"""
    id: str


def header(path: Path) -> Header | None:
    """Look at the top of a file; None when it is not one of ours."""
    try:
        with path.open("rb") as file:
            top = file.read(_HEADER_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return None
    schema = re.search(r"^schema:\s*['\"]?integraal/([a-z]+)/", top, re.MULTILINE)
    name = re.search(r"^(?:id|casus):\s*['\"]?([\w.-]+)", top, re.MULTILINE)
    return Header(path, schema[1], name[1] if name else "") if schema else None


@dataclass
class Library:
    """The instruments in a folder, besides the shipped ones."""

    folder: Path = field(default_factory=data_folder)

    def headers(self, kind: str) -> Iterator[Header]:
        """Walk through the files of a kind: this folder first, then the shipped ones."""
        seen: set[str] = set()
        for folder in dict.fromkeys((self.folder, data_folder())):
            for path in sorted(folder.glob("*.yaml")):
                found = header(path)
                if found and found.kind == kind and found.id not in seen:
                    seen.add(found.id)
                    yield found

    def instrument(self, name: str, language: str = "nl") -> Instrument:
        """Read an instrument by its id.

        Raises:
            Faulty: if there is none, or anything is wrong with it.
        """
        return self.instrument_file(self._path("instrument", name), language)

    def instrument_file(self, path: Path, language: str = "nl") -> Instrument:
        """Read an instrument from a file, in a language.

        Raises:
            Faulty: with every fault in the file and in the scale it names. Faults of a
                translation are no reason to refuse: those texts stay Dutch.
        """
        shape, tree = read_shape(s.InstrumentShape, path)
        beside = Library(path.parent)
        findings: list[Finding] = []
        scale = beside.named_scale(shape, tree, language, findings)
        instrument, more = resolve_instrument(shape, tree, scale, beside.sources())
        findings.extend(more)
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise Faulty(findings)
        instrument = replace(instrument, fingerprint=beside.fingerprint(tree, shape.scale))
        overlay = beside.overlay(shape.id, language)
        if overlay is None:
            return instrument
        return replace(translated(instrument, overlay[0]), language=language)

    def fingerprint(self, tree: Node, scale: str | None) -> str:
        """Fingerprint what the files of an instrument and its scale say, not how they look."""
        paths = [found.path for found in self.headers("scale") if found.id == scale]
        said = [plain(tree), *(plain(read_tree(path)) for path in paths)]
        canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"

    def named_scale(
        self, shape: s.InstrumentShape, tree: Node, language: str, findings: list[Finding]
    ) -> Scale | None:
        """Read the scale that an instrument names; say so in `findings` when there is none."""
        if shape.scale is None:
            return None
        found = {header.id: header.path for header in self.headers("scale")}
        if shape.scale not in found:
            place = find(tree, ("scale",)).place
            details = (("scale", shape.scale),)
            suggestion = nearest(shape.scale, list(found))
            findings.append(Finding("unknown-scale", place, details, suggestion))
            return None
        return Library(found[shape.scale].parent).scale_file(found[shape.scale], language)

    def scale_file(self, path: Path, language: str = "nl") -> Scale:
        """Read a scale from a file, in a language.

        Raises:
            Faulty: with every fault in the file.
        """
        shape, tree = read_shape(s.ScaleShape, path)
        scale, findings = resolve_scale(shape, tree)
        if findings:
            raise Faulty(findings)
        overlay = self.overlay(shape.id, language)
        return translated(scale, overlay[0]) if overlay else scale

    def overlay(self, name: str, language: str) -> tuple[s.TranslationShape, Node] | None:
        """Read the overlay of an instrument or scale; None when there is none."""
        path = self.folder / "translations" / f"{name}.{language}.yaml"
        return read_shape(s.TranslationShape, path) if path.is_file() else None

    def overlay_findings(self, whole: Instrument | Scale, language: str) -> tuple[Finding, ...]:
        """Say what is wrong with the overlay of an instrument or scale, itself in Dutch."""
        overlay = self.overlay(whole.id, language)
        if overlay is None:
            place = Place(str(self.folder / "translations" / f"{whole.id}.{language}.yaml"))
            return (Finding("translation-absent", place, severity=Severity.WARNING),)
        return translation_findings(whole, *overlay)

    def languages(self, name: str) -> tuple[str, ...]:
        """List the languages in which an instrument can be shown, Dutch first."""
        folder = self.folder / "translations"
        return tuple(
            language
            for language in LANGUAGES
            if language == "nl" or (folder / f"{name}.{language}.yaml").is_file()
        )

    def sources(self) -> tuple[Source, ...]:
        """Read the sources that may be cited: those of this folder, then the shipped ones."""
        found: dict[str, Source] = {}
        for folder in dict.fromkeys((self.folder, data_folder())):
            path = folder / "sources.yaml"
            if path.is_file():
                shape, _ = read_shape(s.SourcesShape, path)
                for source in shape.sources:
                    found.setdefault(source.id, Source(source.id, source.title, source.where))
        return tuple(found.values())

    def _path(self, kind: str, name: str) -> Path:
        found = {header.id: header.path for header in self.headers(kind)}
        if name not in found:
            raise Faulty(
                [
                    Finding(
                        "no-such-instrument",
                        Place(name),
                        (("known", ", ".join(found)),),
                        nearest(name, list(found)),
                    )
                ]
            )
        return found[name]
