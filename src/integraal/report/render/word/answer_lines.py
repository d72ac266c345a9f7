"""Which answers share a line in a Word file: Word sets no columns of its own width."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from integraal.report.render.word.look import Look

ALONE, _LAST, _CLOSE, UNSURE = "Choice", "Last Choice", "Close Choice", "Unsure Choice"
STARTS = {ALONE: (0.0, 0.5), _LAST: (0.0, 0.62), _CLOSE: (0.0, 0.31, 0.62), UNSURE: (0.62,)}
"""By style: where the answers on a line begin, as shares of the whole line."""
_SPARE = 1.0
"""Millimetres that stay free, since a width is an estimate."""
_HALVES = (2, 4)
"""So many answers take as few lines in twos, and are easier to find there."""


def shared(look: Look, answers: Sequence[str], *, unsure: bool) -> Iterator[tuple[str, range]]:
    """Answers divided over lines: three short ones, two, or one; in large print always one.

    Args:
        look: Of the file.
        answers: Their texts.
        unsure: Whether the last is "I don't know": it always stands at the same place of the last
            line, however many stand before it.

    Returns: For each line its style, and the numbers of the answers on it.
    """
    whole = range(len(answers))
    if look.tall > 1:
        yield from ((ALONE, whole[at : at + 1]) for at in whole)
        return
    threes = [whole[at : at + 3] for at in whole[::3]]
    is_close = len(answers) not in _HALVES and all(
        _fit(look, _CLOSE, [answers[at] for at in three]) for three in threes
    )
    lines = [(_CLOSE, three) for three in threes] if is_close else [*_paired(look, answers)]
    if unsure:
        lines[-1:] = _ended(look, answers, *lines[-1])
    yield from lines


def _paired(look: Look, answers: Sequence[str]) -> Iterator[tuple[str, range]]:
    whole, at = range(len(answers)), 0
    while at < len(answers):
        pair = whole[at : at + 2]
        styles = (ALONE, _LAST) if pair[-1] == whole[-1] else (ALONE,)
        texts = [answers[number] for number in pair]
        style = next((style for style in styles if _fit(look, style, texts)), "")
        yield (style, pair) if style else (ALONE, pair[:1])
        at += len(pair) if style else 1


def _ended(
    look: Look, answers: Sequence[str], style: str, line: range
) -> Iterator[tuple[str, range]]:
    """Put "I don't know", the last on the last line, where it always stands."""
    if not _fit(look, UNSURE, [answers[line[-1]]]):
        # Two languages are too long to stand at the end.
        yield from ((style, line[:-1]),) * (len(line) > 1)
        yield ALONE, line[-1:]
    elif len(line) == 1:
        yield UNSURE, line
    else:
        yield (style if len(line) == len(STARTS[_CLOSE]) else _LAST), line


def stops(look: Look, style: str) -> Iterator[float]:
    """Where boxes, codes and words stand, in millimetres."""
    for share in STARTS[style]:
        begin = share * look.column
        yield from (begin, begin + look.code, begin + look.label)


def _fit(look: Look, style: str, texts: Sequence[str]) -> bool:
    rooms = [(end - begin) * look.column for begin, end in pairwise((*STARTS[style], 1.0))]
    return all(
        look.label + look.length(text) + _SPARE <= room
        for text, room in zip(texts, rooms, strict=False)
    )
