"""Find what people wrote in a case file behind a `#`: it stays there when the file is saved."""

import re
from collections.abc import Iterator

import yaml

from integraal.reading.overlays.comments import behind_tokens

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where lines end in YAML."""


def remarks_in(text: str) -> tuple[tuple[int, str], ...]:
    r"""The remarks in a case file, each with its line.

    Lines of nothing else that stand below each other are one text: people write on.

    Args:
        text: Of the whole file. Of one that cannot be read as YAML nothing is found.

    >>> remarks_in("# dan\n# dit\na: 1 # eerst\nb: 'geen # hier'")
    ((1, 'dan\ndit'), (3, 'eerst'))
    """
    if "#" not in text:
        return ()
    try:
        return tuple(_together(_lines(text)))
    except yaml.YAMLError:
        return ()


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each line with a remark: its number, the remark, and whether nothing else is on it."""
    lines = _BREAK.split(text)
    ends, inside = behind_tokens(text, lines)
    for number, line in enumerate(lines):
        behind = line[ends.get(number, 0) :].strip()
        if number not in inside and behind.startswith("#"):
            yield number + 1, behind.lstrip("# "), number not in ends


def _together(lines: Iterator[tuple[int, str, bool]]) -> Iterator[tuple[int, str]]:
    block: list[str] = []
    begin = 0
    for number, remark, is_alone in lines:
        if block and is_alone and number == begin + len(block):
            block.append(remark)
            continue
        if block:
            yield begin, "\n".join(block)
        begin, block = number, [remark]
    if block:
        yield begin, "\n".join(block)
