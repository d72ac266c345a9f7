"""Findings in words, with the line itself and a mark under the place."""

from integraal.model.finding import Finding
from integraal.report.render.visible import visible
from integraal.words.words import Words

_LONGEST_EXCERPT = 120


def finding_text(finding: Finding, words: Words) -> str:
    """Write one finding: place, code, what is wrong, the line, the nearest remedy."""
    what = finding_sentence(finding, words)
    head = f"{visible(str(finding.place))}: {finding.severity.value}[{finding.code}] {what}"
    remedy = finding_remedy(finding, words)
    place = finding.place
    if not place.line or not place.excerpt.strip():
        return f"{head}\n       {remedy}" if remedy else head
    number = f"{place.line:>5}"
    start = max(0, place.column - 1 - _LONGEST_EXCERPT // 2)
    excerpt = visible(place.excerpt[start : start + _LONGEST_EXCERPT])
    under = " " * (place.column - 1 - start)
    carets = "^" * max(1, min(place.length, len(excerpt) - len(under)))
    lines = [head, f"{number} | {excerpt}", f"{' ' * len(number)} | {under}{carets} {remedy}"]
    return "\n".join(line.rstrip() for line in lines)


def finding_sentence(finding: Finding, words: Words) -> str:
    """What is wrong."""
    return words(f"finding.{finding.code}", **_details(finding, words))


def _details(finding: Finding, words: Words) -> dict[str, str]:
    return {name: words.detail(name, visible(value)) for name, value in finding.details}


def finding_remedy(finding: Finding, words: Words) -> str:
    """The nearest remedy; empty where there is none to tell."""
    details = _details(finding, words)
    if finding.suggestion:
        own, suggestion = f"remedy.{finding.code}", visible(finding.suggestion)
        told = words(own, **details, suggestion=suggestion) if own in words else ""
        return told if suggestion in told else words("remedy.did_you_mean", suggestion=suggestion)
    # Some findings have more than one remedy, and say which of them can help.
    ways = (f"remedy.{finding.code}.{details.get('way', '')}", f"remedy.{finding.code}")
    key = next((key for key in ways if key in words), "")
    return words(key, suggestion="", **details) if key else ""


def witness(finding: Finding) -> tuple[str, ...]:
    """Write the cases that show a finding line by line, ready to paste."""
    lines = dict(finding.details).get("witness", "").splitlines()
    return tuple(visible(line) for line in lines)
