"""What was found about instruments, each thing with a case that shows it, and what was proven."""

from collections.abc import Iterator, Sequence

from integraal.model.finding import Finding
from integraal.model.results.proof import Proof
from integraal.report.blocks import Block, Document, Listing
from integraal.report.phrases.finding import finding_text, witness
from integraal.report.prose import page, paragraph, points
from integraal.report.render.visible import visible
from integraal.words.words import Words

_EXACT_BELOW = 1_000_000


def proof_page(
    findings: Sequence[Finding],
    proofs: Sequence[Proof],
    files: Sequence[tuple[str, int]],
    words: Words,
) -> Document:
    """Compose the page.

    Args:
        findings: File by file.
        proofs: One for each instrument that could be read.
        files: How many of each kind were read.
        words: In the language of the page.
    """
    blocks = [block for finding in findings for block in _finding(finding, words)]
    if proofs:
        blocks.append(points(_proven(proof, words) for proof in proofs))
    blocks.append(paragraph(_summary(findings, files, words)))
    return page(words("proof.title"), words, blocks)


def _finding(finding: Finding, words: Words) -> Iterator[Block]:
    yield Listing(tuple(finding_text(finding, words).split("\n")))
    if witness(finding):
        yield paragraph(words("proof.witness"))
        yield Listing(witness(finding))


def _proven(proof: Proof, words: Words) -> str:
    return words(
        "proof.proven",
        instrument=proof.instrument,
        version=visible(proof.version),
        count=proof.count,
        combinations=_power(proof.combinations),
    )


def _summary(findings: Sequence[Finding], files: Sequence[tuple[str, int]], words: Words) -> str:
    known = [(kind, count) for kind, count in files if f"proof.files.{kind}" in words]
    read = ", ".join(words(f"proof.files.{kind}", count=count) for kind, count in known)
    summary = words("proof.read", files=read) if read else words("proof.read_nothing")
    said = words("proof.found", count=len(findings)) if findings else words("proof.nothing")
    return f"{summary} {said}"


def _power(count: int) -> str:
    """Write a number, a large one as its first digit and a power of ten.

    >>> _power(1296), _power(34_503_839_932_027)
    ('1296', '3·10^13')
    """
    digits = str(count)
    return digits if count < _EXACT_BELOW else f"{digits[0]}·10^{len(digits) - 1}"
