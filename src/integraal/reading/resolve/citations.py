"""Turn the shapes of grounds into model values, and keep the sources that are cited."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from integraal.model.scale import Scale
from integraal.model.source import Citation, Grounds, Source, Support
from integraal.reading.resolve.checks import Checks, Path, citation_of
from integraal.reading.shapes import instrument as s
from integraal.reading.shapes.base import CitationShape, GroundsShape
from integraal.reading.shapes.instrument import DefinitionShape


@dataclass
class Citations:
    """Notes what is cited, and where."""

    checks: Checks
    shape: s.InstrumentShape
    noted: list[tuple[str, Path]] = field(default_factory=list)

    def grounds(self, shape: GroundsShape | DefinitionShape, path: Path) -> Grounds:
        """Make the grounds of what says something."""
        citations = [
            self.cite(citation, (*path, "source", index))
            for index, citation in enumerate(shape.source)
        ]
        told = shape if isinstance(shape, GroundsShape) else None
        return Grounds(
            because=shape.because,
            support=Support(shape.support),
            citations=tuple(citation for citation in citations if citation),
            code=shape.code,
            for_family=told.for_family if told else "",
            for_professionals=told.for_professionals if told else "",
        )

    def cite(self, shape: CitationShape | None, path: Path) -> Citation | None:
        """Make a citation; None where there is none."""
        if shape is None:
            return None
        self.noted.append((shape.document, (*path, "document")))
        return citation_of(shape)

    def cited(self, sources: Sequence[Source], scale: Scale | None) -> tuple[Source, ...]:
        """Keep the sources that are cited; name the citations that lead nowhere."""
        self.checks.unique([source.id for source in self.shape.sources], ("sources",))
        by_id = {source.id: source for source in reversed(sources)}  # the first one wins
        for document, path in self.noted:
            self.checks.known("source", document, list(by_id), path)
        used = {document for document, _ in self.noted}
        if scale is not None:
            used.add(scale.citation.document)
        return tuple(source for source in reversed(by_id.values()) if source.id in used)
