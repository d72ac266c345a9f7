"""Say what was found and proven about instruments: for people, and as data."""

import json
from collections.abc import Sequence
from typing import Any

from integraal.model.finding import Finding
from integraal.model.results.proof import Proof
from integraal.report.phrases.finding import finding_json, finding_text
from integraal.report.render.visible import visible
from integraal.words.words import Words

_EXACT_BELOW = 1_000_000


def proof_text(
    findings: Sequence[Finding],
    proofs: Sequence[Proof],
    files: Sequence[tuple[str, int]],
    words: Words,
) -> str:
    """Write every finding, each with the case that shows it; then what was proven and read."""
    blocks = [_finding(finding, words) for finding in findings]
    proven = [_proven(proof, words) for proof in proofs]
    known = [(kind, count) for kind, count in files if f"proof.files.{kind}" in words]
    read = ", ".join(words(f"proof.files.{kind}", count=count) for kind, count in known)
    summary = words("proof.read", files=read) if read else words("proof.read_nothing")
    said = words("proof.found", count=len(findings)) if findings else words("proof.nothing")
    return "\n".join([*blocks, *proven, f"{summary} {said}"]) + "\n"


def _finding(finding: Finding, words: Words) -> str:
    text = finding_text(finding, words)
    witness = _witness(finding)
    return f"{text}\n{words('proof.witness')}\n{witness}\n" if witness else f"{text}\n"


def _witness(finding: Finding) -> str:
    """Give the cases that show a finding, ready to paste; empty when there are none."""
    lines = dict(finding.details).get("witness", "").split("\n")
    return "\n".join(visible(line) for line in lines)


def _proven(proof: Proof, words: Words) -> str:
    return words(
        "proof.proven",
        instrument=proof.instrument,
        version=visible(proof.version),
        count=proof.count,
        combinations=_power(proof.combinations),
    )


def _power(count: int) -> str:
    """Write a number, a large one as its first digit and a power of ten.

    >>> _power(1296), _power(34_503_839_932_027)
    ('1296', '3·10^13')
    """
    digits = str(count)
    return digits if count < _EXACT_BELOW else f"{digits[0]}·10^{len(digits) - 1}"


def proof_json(
    findings: Sequence[Finding],
    proofs: Sequence[Proof],
    files: Sequence[tuple[str, int]],
    words: Words,
) -> str:
    """Give all of it as one JSON object."""
    data = {
        "schema": "integraal/controle/1",
        "findings": [_finding_data(finding, words) for finding in findings],
        "instruments": [_proof_data(proof) for proof in proofs],
        "files": dict(files),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _finding_data(finding: Finding, words: Words) -> dict[str, Any]:
    return {**finding_json(finding, words), "witness": _witness(finding) or None}


def _proof_data(proof: Proof) -> dict[str, Any]:
    return {
        "instrument": proof.instrument,
        "version": proof.version,
        "file": proof.file,
        "combinations": proof.combinations,
        "proven": dict(proof.proven),
    }
