"""A finding as data."""

from typing import Any

from integraal.model.finding import Finding
from integraal.report.phrases.finding import finding_sentence
from integraal.words.words import Words


def finding_data(finding: Finding, words: Words) -> dict[str, Any]:
    """A finding with its place, in characters counted from 1, and its sentence."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.place.file,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "length": finding.place.length,
        "message": finding_sentence(finding, words),
        "suggestion": finding.suggestion or None,
    }
