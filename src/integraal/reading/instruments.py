"""Read one instrument whole: its file, its scale, its sources and its translation."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path

from integraal.model.finding import Faulty, Finding, Place, Severity
from integraal.model.instrument import Instrument
from integraal.model.scale import Scale
from integraal.model.source import Source
from integraal.reading import shapes as s
from integraal.reading.overlay import translated, translation_findings
from integraal.reading.resolve import resolve_instrument
from integraal.reading.resolve_scale import resolve_scale
from integraal.reading.shape_check import nearest
from integraal.reading.trees import read_shape, read_tree
from integraal.reading.yaml_tree import Node, find, plain


@dataclass(frozen=True, slots=True)
class Shelf:
    """The files that an instrument may use besides its own."""

    translations: Path
    """The folder of overlays."""
    scales: dict[str, Path]
    """Scale files by id."""
    sources: tuple[Path, ...]
    """Files of sources; the first to name a source wins."""


def read_instrument(path: Path, shelf: Shelf, language: str = "nl") -> Instrument:
    """Read an instrument from a file, in a language.

    Raises:
        Faulty: with every fault in the file and in the scale it names. Faults of a translation
            are no reason to refuse: those texts stay Dutch.
    """
    shape, tree = read_shape(s.InstrumentShape, path)
    scale, findings = _named_scale(shape, tree, shelf, language)
    instrument, more = resolve_instrument(shape, tree, scale, read_sources(shelf))
    faults = [f for f in (*findings, *more) if f.severity is Severity.ERROR]
    if faults:
        raise Faulty(faults)
    instrument = replace(instrument, fingerprint=_fingerprint(tree, shelf, shape.scale))
    overlay = _overlay(shape.id, shelf, language)
    if overlay is None:
        return instrument
    return replace(translated(instrument, overlay[0]), language=language)


def _named_scale(
    shape: s.InstrumentShape, tree: Node, shelf: Shelf, language: str
) -> tuple[Scale | None, tuple[Finding, ...]]:
    """Read the scale that an instrument names; say so when there is none."""
    if shape.scale is None:
        return None, ()
    if shape.scale in shelf.scales:
        return read_scale(shelf.scales[shape.scale], shelf, language), ()
    place = find(tree, ("scale",)).place
    suggestion = nearest(shape.scale, list(shelf.scales))
    return None, (Finding("unknown-scale", place, (("scale", shape.scale),), suggestion),)


def read_scale(path: Path, shelf: Shelf, language: str = "nl") -> Scale:
    """Read a scale from a file, in a language.

    Raises:
        Faulty: with every fault in the file.
    """
    shape, tree = read_shape(s.ScaleShape, path)
    scale, findings = resolve_scale(shape, tree)
    if findings:
        raise Faulty(findings)
    overlay = _overlay(shape.id, shelf, language)
    return translated(scale, overlay[0]) if overlay else scale


def read_sources(shelf: Shelf) -> tuple[Source, ...]:
    """Read the sources that may be cited.

    Raises:
        Faulty: with every fault in a file of sources.
    """
    found: dict[str, Source] = {}
    for path in shelf.sources:
        shape, _ = read_shape(s.SourcesShape, path)
        for source in shape.sources:
            found.setdefault(source.id, Source(source.id, source.title, source.where))
    return tuple(found.values())


def overlay_findings(whole: Instrument | Scale, shelf: Shelf, language: str) -> tuple[Finding, ...]:
    """Say what is wrong with the overlay of an instrument or scale, itself in Dutch.

    Raises:
        Faulty: if the overlay cannot be read at all.
    """
    overlay = _overlay(whole.id, shelf, language)
    if overlay is None:
        place = Place(str(_overlay_path(whole.id, shelf, language)))
        return (Finding("translation-absent", place, severity=Severity.WARNING),)
    return translation_findings(whole, *overlay)


def _overlay_path(name: str, shelf: Shelf, language: str) -> Path:
    return shelf.translations / f"{name}.{language}.yaml"


def _overlay(name: str, shelf: Shelf, language: str) -> tuple[s.TranslationShape, Node] | None:
    path = _overlay_path(name, shelf, language)
    return read_shape(s.TranslationShape, path) if path.is_file() else None


def _fingerprint(tree: Node, shelf: Shelf, scale: str | None) -> str:
    """Fingerprint what the files of an instrument and its scale say, not how they look."""
    said = [plain(tree), *([plain(read_tree(shelf.scales[scale]))] if scale else [])]
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"
