"""Go through files and folders, and say everything that can be found or proven about them.

Each file is read as what it says it is. An instrument is proven, and its texts and translations are
looked at; whatever else there is must at least be readable.
"""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from integraal.model.finding import Faulty, Finding, Place
from integraal.model.instrument import Instrument
from integraal.model.results.proof import Proof
from integraal.privacy.desks import desk_faults, help_line_texts
from integraal.privacy.discreet import discreetly
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.examples import instrument_of, read_examples
from integraal.reading.folders import distinct, yaml_files
from integraal.reading.instruments import Shelf, read_sources
from integraal.reading.library import Library, data_folder, header
from integraal.reading.overlay import Whole
from integraal.reading.panel.criteria import check_criteria
from integraal.reading.panel.ruled_out import check_ruled_out
from integraal.reading.panel.stories import check_stories
from integraal.reading.panel.study import read_study_file
from integraal.reading.services.help_lines import read_help_lines
from integraal.reading.services.holidays import read_holidays
from integraal.reading.services.regions import instrument_of_region
from integraal.reading.thresholds import check_thresholds
from integraal.solving.solver import BOUND
from integraal.verify.cross_references import cross_reference_findings
from integraal.verify.help_lines import help_line_findings, number_findings
from integraal.verify.libraries import Libraries
from integraal.verify.locator import Locator
from integraal.verify.proof.between import settling_findings
from integraal.verify.proof.prove import Tell, prove
from integraal.verify.service_files import network_findings, region_findings
from integraal.verify.unused_definitions import unused_definitions
from integraal.verify.wording import (
    own_unknown_findings,
    unsaid_findings,
    unspoken_findings,
    wording_findings,
    yes_or_no_findings,
)
from integraal.words.words import LANGUAGES

_TRANSLATABLE = ("instrument", "scale", "hulplijnen")
ReadCase = Callable[[Path, Library], Iterable[Finding]]
"""Reads a case file beside the instruments of a library, and gives what is remarkable about it."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What came of it."""

    findings: tuple[Finding, ...]
    """Everything that was found, file by file, each finding once."""
    proofs: tuple[Proof, ...]
    """One for each instrument that could be read."""
    files: tuple[tuple[str, int], ...]
    """How many files of each kind there were."""


def inspect(
    named: Iterable[Path],
    read_case: ReadCase,
    bound: int = BOUND,
    tell: Tell = lambda *_: None,
) -> Inspection:
    """Go through files and folders.

    Args:
        named: Files of any kind that integraal reads; of a folder every YAML file in it, however
            deep, save what is hidden.
        read_case: Reads a case file.
        bound: How many conflicts of the solver each check of an instrument may take.
        tell: Hears how far the proofs are.
    """
    run = _Run(read_case, bound, tell)
    roots = {file: one for one in named for file in run.files(one)}
    for path in distinct(roots):
        root = roots[path]
        try:
            run.findings += run.file(path, root if root != path else path.parent)
        except Faulty as faulty:
            run.findings += faulty.findings
    findings = tuple(dict.fromkeys(run.findings))
    return Inspection(findings, tuple(run.proofs), tuple(run.kinds.items()))


@dataclass
class _Run:
    read_case: ReadCase
    bound: int
    tell: Tell
    findings: list[Finding] = field(default_factory=list)
    proofs: list[Proof] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    overlays: set[Path] = field(default_factory=set)
    """Translations that were looked at with what they translate."""
    libraries: Libraries = field(default_factory=Libraries)

    def files(self, named: Path) -> list[Path]:
        """List what there is to read; say what may not be looked into, and where nothing is."""
        if not named.is_dir():
            return [named]
        shut: list[Finding] = []
        found = list(yaml_files(named, lambda error: shut.append(_shut(error))))
        if not found and not shut:
            shut.append(Finding.warning("nothing-to-read", named))
        self.findings += shut
        return found

    def file(self, path: Path, root: Path) -> Iterable[Finding]:
        """Read one file as what it says it is.

        Args:
            path: The file.
            root: The folder that somebody named, or that holds the file that they named.

        Raises:
            Faulty: with what is wrong with it.
        """
        found = header(path)
        kind = found.kind if found else ""
        library = Library(path.parent)
        self.kinds[kind or "instrument"] += 1
        match kind:
            case "scale":
                return self._whole(path, library.scale_file(path), library)
            case "hulplijnen":
                return self._help_lines(path, library)
            case "translation":
                return self._translation(path)
            case _ if kind in _READ:
                _READ[kind](path)
                return ()
            case "region" | "netwerk":
                return self._services(path, root, kind)
            case "casus":
                return self.read_case(path, self.libraries.of(path, root))
            case "test":
                return _examples(path, self.libraries.of(path, root, instrument_of(path)))
            case _:  # what says nothing of itself is told so as an instrument
                return self._instrument(path, library)

    def _services(self, path: Path, root: Path, kind: str) -> Iterable[Finding]:
        if kind == "netwerk":
            return network_findings(path, Library(path.parent))
        with discreetly():
            named = instrument_of_region(path)
        return region_findings(path, self.libraries.of(path, root, named))

    def _instrument(self, path: Path, library: Library) -> Iterator[Finding]:
        instrument = library.instrument_file(path)
        proof = prove(instrument, str(path), Locator(path).at, self.bound, self.tell)
        self.proofs.append(proof)
        yield from proof.findings
        yield from unused_definitions(instrument, Locator(path).at)
        yield from unsaid_findings(instrument, Locator(path).at(("id",)))
        yield from unspoken_findings(instrument, Locator(path).text)
        yield from _of_one_id(path, instrument, library)
        yield from _beside_others(path, instrument, library, self.bound)
        yield from self._whole(path, instrument, library)

    def _help_lines(self, path: Path, library: Library) -> Iterator[Finding]:
        lines = read_help_lines(path)
        yield from desk_faults(help_line_texts(lines), Locator(path).at)
        called_by = _readable(library)
        yield from help_line_findings(lines, called_by, date.today(), Locator(path).at)
        yield from self._whole(path, lines, library)

    def _whole(self, path: Path, whole: Whole, library: Library) -> Iterator[Finding]:
        """Look at the texts, in every language that this folder translates into."""
        yield from _texts(whole, library, Locator(path).text)
        for language in LANGUAGES:
            if language != whole.written_in and any(
                (library.folder / "translations").glob(f"*.{language}.yaml")
            ):
                yield from self._overlay(path, whole, language, library)

    def _overlay(
        self, path: Path, whole: Whole, language: str, library: Library
    ) -> Iterator[Finding]:
        """Look at the overlay in a library's folder of what stands in a file, once."""
        overlay = library.folder / "translations" / f"{whole.id}.{language}.yaml"
        if overlay in self.overlays:
            return
        self.overlays.add(overlay)
        yield from library.overlay_findings(whole, language)
        # What stands in another folder is shown with the overlay of that folder.
        if overlay.is_file() and library.folder == path.parent:
            translated, locate = _in(path, language, library), Locator(overlay).translation
            yield from _texts(translated, library, locate, whole)

    def _translation(self, path: Path) -> Iterator[Finding]:
        """Look at an overlay together with what it translates, unless that was done already."""
        inside = path.parent.name == "translations"
        library = Library(path.parent.parent if inside else path.parent)
        wholes = [found for kind in _TRANSLATABLE for found in library.headers(kind)]
        named = {
            f"{found.id}.{language}.yaml": (found.path, language)
            for found in wholes
            for language in LANGUAGES
        }
        if path.name in named:
            file, language = named[path.name]
            yield from self._overlay(file, _in(file, "", library), language, library)
        else:
            place = Place(str(path))
            yield Finding.warning("translates-nothing", place)


def _texts(
    whole: Whole,
    library: Library,
    locate: Callable[[str], Place],
    author: Whole | None = None,
) -> Iterator[Finding]:
    """Look at the texts in one language, beside those of their author if that is another."""
    yield from wording_findings(whole, locate)
    if isinstance(whole, Instrument):
        yield from yes_or_no_findings(whole, locate)
        yield from own_unknown_findings(whole, locate)
    yield from number_findings(whole, library.help_lines(), locate, author)


def _sources(path: Path) -> None:
    read_sources(Shelf(path.parent, {}, (path,)))


_READ: dict[str, Callable[[Path], object]] = {
    "sources": _sources,
    "drempels": check_thresholds,
    "schoolvakanties": read_holidays,
    "panel": read_study_file,
    "samen": check_ruled_out,
    "panel-criteria": check_criteria,
    "verhalen": check_stories,
}
"""Files of which there is nothing more to say than whether they can be read."""


def _of_one_id(path: Path, instrument: Instrument, library: Library) -> Iterator[Finding]:
    """Another instrument that a case or a test could mean by the same id."""
    place = Locator(path).at(("id",))
    for other in library.also_called(instrument.id, path):
        yield Finding.at("id-twice", place, id=instrument.id, other=other.name)
    shipped = {one.id: one.path for one in Library().headers("instrument")}
    if instrument.id not in shipped or path.resolve().parent == data_folder().resolve():
        return
    ours = Library().instrument_file(shipped[instrument.id])
    if ours.version == instrument.version and ours.fingerprint != instrument.fingerprint:
        yield Finding.at("id-shipped", place, id=ours.id, version=ours.version)


def _beside_others(
    path: Path, instrument: Instrument, library: Library, bound: int
) -> Iterator[Finding]:
    """Hold an instrument against the others that people may use on the same case."""
    names = [other.id for other in library.headers("instrument")]
    others = _readable(library, instrument.written_in)
    yield from cross_reference_findings(instrument, others, names, Locator(path).at)
    yield from settling_findings(instrument, others, Locator(path).at, bound)


def _readable(library: Library, language: str = "") -> list[Instrument]:
    """The instruments of a library that can be read, in a language or as they are written."""
    others = []
    for other in library.headers("instrument"):
        # A faulty neighbour has findings of its own.
        with contextlib.suppress(Faulty):
            others.append(library.instrument_file(other.path, language))
    return others


def _in(path: Path, language: str, library: Library) -> Whole:
    found = header(path)
    if found and found.kind == "scale":
        return library.scale_file(path, language)
    if found and found.kind == "hulplijnen":
        return library.help_lines(language)
    return library.instrument_file(path, language)


def _shut(error: OSError) -> Finding:
    return Finding.at("unreadable-file", error.filename, reason=error.strerror or "")


def _examples(path: Path, library: Library) -> Iterable[Finding]:
    instrument = library.instrument(instrument_of(path))
    read_examples(path, instrument, elsewhere(instrument))
    return ()
