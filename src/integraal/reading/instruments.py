"""Read one instrument whole: its file, its scale, its sources and its translation."""

import contextlib
import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from integraal.model.finding import Faulty, Finding, Place, Severity
from integraal.model.instrument import Instrument
from integraal.model.scale import Scale
from integraal.model.services.help_line import HelpLines
from integraal.model.source import Source
from integraal.reading.mistakes.lookalikes import named
from integraal.reading.overlay import Whole, translated, translation_findings
from integraal.reading.resolve.checks import Checks
from integraal.reading.resolve.instrument import resolve_instrument
from integraal.reading.resolve.minimum import with_minimum
from integraal.reading.resolve.scale import resolve_scale
from integraal.reading.resolve.shared import with_shared
from integraal.reading.services.help_lines import read_help_lines
from integraal.reading.shapes import instrument as s
from integraal.reading.shapes.fit import nearest
from integraal.reading.shapes.scale import ScaleShape
from integraal.reading.shapes.sources import SourcesShape
from integraal.reading.shapes.translation import TranslationShape
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
    instruments: dict[str, Path] = field(default_factory=dict)
    """Files of the instruments with which questions may be shared, by id."""
    help_lines: Path | None = None
    """The file of help lines."""


def read_instrument(path: Path, shelf: Shelf, language: str = "") -> Instrument:
    """Read an instrument from a file, in a language; an empty one is that of its author.

    Raises:
        Faulty: with every fault in the file, in the scale it names and in the instruments whose
            rules it takes over. Faults of a translation are no reason to refuse: those texts stay
            as their author wrote them.
    """
    return _read(path, shelf, language, ())


def _read(path: Path, shelf: Shelf, language: str, within: tuple[str, ...]) -> Instrument:
    """Read an instrument; `within` are the ids of those that it is read for."""

    def resolved(shape: s.InstrumentShape, tree: Node) -> tuple[Finding, ...]:
        scale, findings = _named_scale(shape, tree, shelf, language)
        told = resolve_instrument(shape, tree, scale, read_sources(shelf), named_help_lines(shelf))
        return (*told[1], *findings)

    shared = partial(with_shared, shelf.instruments)
    shape, tree = read_shape(s.InstrumentShape, path, shared, resolved)
    wanted = language or shape.language
    scale, findings = _named_scale(shape, tree, shelf, wanted)
    sources, lines = read_sources(shelf), named_help_lines(shelf, wanted)
    instrument, more = resolve_instrument(shape, tree, scale, sources, lines)
    cited = _scale_citation(shape, scale, shelf, {source.id for source in instrument.sources})
    lenders, unread = _lenders(shape, tree, shelf, (*within, shape.id))
    faults = [f for f in (*more, *findings, *cited, *unread) if f.severity is Severity.ERROR]
    if faults:
        raise Faulty(named(faults))
    instrument, unfit = with_minimum(instrument, lenders)
    if unfit:
        raise Faulty(unfit)
    told = [plain(tree), *(lender.fingerprint for lender, _ in lenders)]
    instrument = replace(instrument, fingerprint=_fingerprint(told, shelf, shape.scale))
    overlays = _overlays(instrument, shelf, wanted)
    shown_in = wanted if instrument.id in overlays else shape.language
    return replace(translated(instrument, overlays), language=shown_in)


def _lenders(
    shape: s.InstrumentShape, tree: Node, shelf: Shelf, within: tuple[str, ...]
) -> tuple[list[tuple[Instrument, Place]], list[Finding]]:
    """Read the instruments of which an instrument takes rules over, each with where it names them.

    Returns: Those that could be read; and what is wrong with the others.
    """
    read: list[tuple[Instrument, Place]] = []
    findings: list[Finding] = []
    for number, name in enumerate(shape.minimum_from):
        place = find(tree, ("minimum_from", number)).place
        if name in within:
            findings.append(Finding.at("minimum-in-a-circle", place, instrument=name))
        elif name not in shelf.instruments:
            near = nearest(name, list(shelf.instruments))
            findings.append(Finding.at("minimum-unknown", place, instrument=name, suggestion=near))
        else:
            try:
                read.append((_read(shelf.instruments[name], shelf, "", within), place))
            except Faulty as faulty:
                findings += faulty.findings
    return read, findings


def instrument_tree(path: Path, shelf: Shelf) -> Node:
    """Read an instrument's file into a tree, with the questions it shares written out.

    Raises:
        Faulty: with everything that is wrong with it as YAML.
    """
    return with_shared(shelf.instruments, read_tree(path))[0]


def _overlays(instrument: Instrument, shelf: Shelf, language: str) -> dict[str, TranslationShape]:
    """Read the overlays of an instrument and of those it shares questions with.

    None of its own in the language in which it is written.
    """
    shared = (question.same_as.partition("/")[0] for question in instrument.every_question())
    others = (*(name for name in shared if name), *instrument.minimum_from)
    own = () if language == instrument.written_in else (instrument.id,)
    names = dict.fromkeys((*own, *others))
    found = {name: _overlay_near(name, shelf, language) for name in names}
    return {name: overlay for name, overlay in found.items() if overlay is not None}


def _overlay_near(name: str, shelf: Shelf, language: str) -> TranslationShape | None:
    """Read the overlay of an instrument, which may stand in another folder than this one."""
    near = _overlay(name, shelf, language)
    if near is not None or name not in shelf.instruments:
        return near
    beside = shelf.instruments[name].parent / "translations"
    return _overlay(name, replace(shelf, translations=beside), language)


def _named_scale(
    shape: s.InstrumentShape, tree: Node, shelf: Shelf, language: str
) -> tuple[Scale | None, tuple[Finding, ...]]:
    """Read the scale that an instrument names; say so when there is none."""
    if shape.scale is None:
        return None, ()
    if shape.scale in shelf.scales:
        try:
            return read_scale(shelf.scales[shape.scale], shelf, language), ()
        except Faulty as faulty:  # to be said together with the instrument's own faults
            return None, faulty.findings
    place = find(tree, ("scale",)).place
    suggestion = nearest(shape.scale, list(shelf.scales))
    return None, (Finding.at("unknown-scale", place, scale=shape.scale, suggestion=suggestion),)


def _scale_citation(
    shape: s.InstrumentShape, scale: Scale | None, shelf: Shelf, known: set[str]
) -> tuple[Finding, ...]:
    """Say so when the scale cites a source that leads nowhere."""
    if shape.scale is None or scale is None or scale.citation.document in known:
        return ()
    place = find(read_tree(shelf.scales[shape.scale]), ("source", "document")).place
    return (Finding.at("unknown-source", place, source=scale.citation.document),)


def read_scale(path: Path, shelf: Shelf, language: str = "") -> Scale:
    """Read a scale from a file, in a language; an empty one is that of its author.

    Raises:
        Faulty: with every fault in the file.
    """
    shape, tree = read_shape(ScaleShape, path)
    scale, findings = resolve_scale(shape, tree)
    if findings:
        raise Faulty(findings)
    if language in ("", scale.written_in):
        return scale
    # The scale may come from another folder than the instrument, with its translation beside it.
    own = replace(shelf, translations=path.parent / "translations")
    overlay = _overlay(shape.id, shelf, language) or _overlay(shape.id, own, language)
    if overlay is None:
        return scale
    return replace(translated(scale, {scale.id: overlay}), language=language)


def named_help_lines(shelf: Shelf, language: str = "") -> HelpLines:
    """Read the help lines, in a language or as they are written; none where there is no file.

    Raises:
        Faulty: with every fault in the file.
    """
    if shelf.help_lines is None:
        return HelpLines("", ())
    lines = read_help_lines(shelf.help_lines)
    if language in ("", lines.written_in):
        return lines
    own = replace(shelf, translations=shelf.help_lines.parent / "translations")
    overlay = _overlay(lines.id, own, language)
    return translated(lines, {lines.id: overlay}) if overlay else lines


def read_sources(shelf: Shelf) -> tuple[Source, ...]:
    """Read the sources that may be cited.

    Raises:
        Faulty: with every fault in a file of sources.
    """
    found: dict[str, Source] = {}
    for path in shelf.sources:
        shape, tree = read_shape(SourcesShape, path)
        checks = Checks(tree)
        checks.unique([source.id for source in shape.sources], ("sources",))
        if checks.findings:
            raise Faulty(checks.findings)
        for source in shape.sources:
            found.setdefault(source.id, Source(source.id, source.title, source.where))
    return tuple(found.values())


def overlay_findings(whole: Whole, shelf: Shelf, language: str) -> tuple[Finding, ...]:
    """What is wrong with the overlay of an instrument or scale, itself as it is written.

    Raises:
        Faulty: if the overlay cannot be read at all.
    """
    path = _overlay_path(whole.id, shelf, language)
    if not path.is_file():
        return (Finding.warning("translation-absent", path),)
    shape, tree = read_shape(TranslationShape, path)
    if language == whole.written_in:
        place = find(tree, ("language",)).place
        return (Finding.warning("translation-own", place, translates=whole.id),)
    if _is_of(shape, whole.id, language):
        return translation_findings(whole, shape, tree)
    place, details = find(tree, ("translates",)).place, {"translates": shape.translates}
    return (Finding.warning("translation-other", place, **details, language=shape.language),)


def _is_of(shape: TranslationShape, name: str, language: str) -> bool:
    return (shape.translates, shape.language) == (name, language)


def _overlay_path(name: str, shelf: Shelf, language: str) -> Path:
    return shelf.translations / f"{name}.{language}.yaml"


def _overlay(name: str, shelf: Shelf, language: str) -> TranslationShape | None:
    """Read an overlay that can be used; where there is none, the text of the author stays."""
    path = _overlay_path(name, shelf, language)
    if path.is_file():
        with contextlib.suppress(Faulty):
            overlay, _ = read_shape(TranslationShape, path)
            return overlay if _is_of(overlay, name, language) else None
    return None


def _fingerprint(told: list[Any], shelf: Shelf, scale: str | None) -> str:
    """Fingerprint what the files of an instrument and its scale say, not how they look."""
    said = [*told, *([plain(read_tree(shelf.scales[scale]))] if scale else [])]
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"
