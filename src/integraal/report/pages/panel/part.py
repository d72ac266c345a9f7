"""What every part of the report of a panel is told out of."""

from dataclasses import dataclass

from integraal.model.instrument import Instrument
from integraal.model.study.findings import PanelReport
from integraal.words.words import Words


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A part of the report: what was found, of which instrument, in the words of the reader."""

    report: PanelReport
    instrument: Instrument
    words: Words

    def text(self, key: str, **values: object) -> str:
        """A sentence of the report."""
        return self.words(f"panel.report.{key}", **values)
