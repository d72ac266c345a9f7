"""Findings as SARIF 2.1.0, which editors and code hosts show beside the lines they are about.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from integraal.model.finding import Finding, Place
from integraal.report.phrases.finding import finding_sentence
from integraal.words.words import Words

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Sequence[Finding], words: Words, version: str) -> dict[str, Any]:
    """One run of integraal with these findings."""
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "integraal", "version": version, "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        # Our columns count characters, as Python does.
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes, words) for finding in findings],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, codes: list[str], words: Words) -> dict[str, Any]:
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": finding_sentence(finding, words)},
        "locations": [{"physicalLocation": _location(finding.place)}],
    }


def _location(place: Place) -> dict[str, Any]:
    artifact = {"artifactLocation": {"uri": quote(place.file.replace("\\", "/"))}}
    if not place.line:
        return artifact
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endColumn": place.column + max(place.length, 1),
    }
    return {**artifact, "region": region}
