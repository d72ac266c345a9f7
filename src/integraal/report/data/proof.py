"""What was found and proven about instruments as data, in the schema `integraal/controle/1`."""

from collections.abc import Sequence
from typing import Any

from integraal.model.finding import Finding
from integraal.model.results.proof import Proof
from integraal.report.data.finding import finding_data
from integraal.report.data.plain import fields
from integraal.report.phrases.finding import witness
from integraal.words.words import Words


def proof_data(
    findings: Sequence[Finding],
    proofs: Sequence[Proof],
    files: Sequence[tuple[str, int]],
    words: Words,
) -> dict[str, Any]:
    """Everything that was found, what was proven of each instrument, and what was read."""
    return {
        "schema": "integraal/controle/1",
        "findings": [
            finding_data(finding, words) | {"witness": "\n".join(witness(finding)) or None}
            for finding in findings
        ],
        "instruments": [
            fields(proof, "instrument", "version", "file", "combinations")
            | {"proven": dict(proof.proven)}
            for proof in proofs
        ],
        "files": dict(files),
    }
