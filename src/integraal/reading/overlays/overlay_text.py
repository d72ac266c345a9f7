"""Write an overlay as YAML: the same bytes for the same texts, whoever wrote it before."""

import json
import re
from collections.abc import Iterator, Sequence

from integraal.model.text import Translation
from integraal.reading.overlays.draft import Draft

_HEAD = "integraal/translation/1"
_PLAIN = re.compile(r"(?!null$)[a-z][a-z0-9_]*(\.[a-z0-9_-]+)*")
_BREAKS = re.compile("[\x7f\x85\u2028\u2029\ufeff]")
"""What JSON leaves as it is and YAML reads as the end of a line, or not at all."""


def overlay_text(draft: Draft) -> str:
    """Write an overlay whole, each entry with the comments above it.

    The original stands beside what is empty or stale: whoever translates needs it there.
    """
    return "".join(f"{line}\n" for line in _lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    for key, value in {
        "schema": _HEAD,
        "translates": draft.translates,
        "language": draft.language,
    }.items():
        yield from draft.comments.get((key,), ())
        yield f"{key}: {value}"
    yield from _entries(draft, "texts", draft.texts)
    if draft.unused:
        yield from _entries(draft, "unused", draft.unused)
    else:
        yield from draft.comments.get(("unused",), ())
    yield from draft.comments.get((), ())


def _entries(draft: Draft, name: str, entries: Sequence[Translation]) -> Iterator[str]:
    yield from draft.comments.get((name,), ())
    yield f"{name}:" if entries else f"{name}: {{}}"
    for each in entries:
        yield from (f"  {line}" for line in draft.comments.get((name, each.key), ()))
        yield f"  {each.key if _PLAIN.fullmatch(each.key) else _quoted(each.key)}:"
        yield f"    of: {_quoted(each.of)}"
        is_to_do = each.is_stale or not each.text or name == "unused"
        if is_to_do and each.source:
            yield f"    source_text: {_quoted(each.source)}"
        yield f"    text: {_quoted(each.text)}"
        if each.is_stale:
            yield "    stale: true"


def _quoted(text: str) -> str:
    r"""Quote a text as JSON and YAML both read it.

    >>> _quoted('"ja" op\ntwee regels')
    '"\\"ja\\" op\\ntwee regels"'
    """
    quoted = json.dumps(text, ensure_ascii=False)
    return _BREAKS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)
