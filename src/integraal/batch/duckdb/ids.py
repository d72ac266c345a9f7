"""Turn integers of bits into the ids they stand for, at the very end, in DuckDB.

The bits go eight at a time: each of the 256 ways is written out beforehand, so that a row costs a
few look-ups and no string is put together from single rules.
"""

from collections.abc import Sequence

from integraal.engine.sql.encoding import WORD, quoted

_CHUNK = 8


def ids_of(words: Sequence[str], ids: Sequence[str]) -> str:
    """Write the ids whose bits are set, with `;` between them, in their order.

    Args:
        words: Names of the columns of bits.
        ids: The id of each bit.
    """
    parts = []
    for word, name in enumerate(words):
        of_word = ids[word * WORD : (word + 1) * WORD]
        for shift in range(0, len(of_word), _CHUNK):
            here = of_word[shift : shift + _CHUNK]
            ways = (
                ";".join(one for bit, one in enumerate(here) if way >> bit & 1)
                for way in range(1, 1 << len(here))
            )
            listed = ", ".join(("NULL", *map(quoted, ways)))  # NULL takes no `;` with it
            parts.append(f"([{listed}])[1 + (({name} >> {shift}) & {(1 << len(here)) - 1})]")
    return f"concat_ws(';', {', '.join(parts)})" if parts else "''"
