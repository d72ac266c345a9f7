"""A sentence that says *every*, *never* or *always* is held by a test that is named here.

`claims.yaml` lists, for each page, a piece of such a sentence and what holds it: the tests that go
over all of what it speaks of, or one of `NO_CLAIM`. A new sentence without a line there fails, and
so does a line whose sentence or test is gone. Decisions tell of the day they were taken, and code
is run by `test_docs.py`: neither is looked at.
"""

import ast
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted(set((ROOT / "docs").rglob("*.md")) - set((ROOT / "docs" / "decisions").rglob("*.md"))),
]
CLAIMS: Mapping[str, Mapping[str, list[str] | str]] = yaml.safe_load(
    (ROOT / "tests" / "claims.yaml").read_text("utf-8")
)

NO_CLAIM = {
    "people": "asks or tells something of people, which no program can see to",
    "name": "is the title of a piece, or leads in what follows it",
    "history": "tells what was measured or seen once",
    "law": "tells what a law or a document says",
}

_ALL = re.compile(r"\b(every|never|always|elke?|iedere?|nooit|altijd)\b", re.IGNORECASE)
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*|#>]|\d+\.)\s)")
_END = re.compile(r"(?<=[.?!:])\s+(?=[A-Z*`\[(])")


def _sentences(path: Path) -> list[str]:
    """The sentences of a page, a row of a table being one, without the code that stands apart."""
    text = re.sub(r"^```.*?^```", "\n", path.read_text("utf-8"), flags=re.M | re.S)
    blocks = [" ".join(block.split()) for block in _BLOCK.split(text)]
    return [
        sentence
        for block in blocks
        for sentence in ([block] if block.startswith("|") else _END.split(block))
    ]


def _claiming(path: Path) -> list[str]:
    return [each for each in _sentences(path) if _ALL.search(re.sub("`[^`]*`", "", each))]


def _pieces(path: Path) -> Mapping[str, list[str] | str]:
    return CLAIMS.get(str(path.relative_to(ROOT)), {})


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def _tests(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(
        each.name
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    )


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_sentence_about_all_of_something_is_held(path: Path) -> None:
    held = _pieces(path)
    assert [each for each in _claiming(path) if not any(piece in each for piece in held)] == []


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_what_is_held_is_still_said(path: Path) -> None:
    said = _claiming(path)
    assert [piece for piece in _pieces(path) if not any(piece in each for each in said)] == []


def test_what_holds_a_sentence_is_there() -> None:
    missing = []
    for pieces in CLAIMS.values():
        for piece, holds in pieces.items():
            if isinstance(holds, str) and holds in NO_CLAIM:
                continue
            for each in [holds] if isinstance(holds, str) else holds:
                module, _, name = each.partition("::")
                path = ROOT / "tests" / module
                if not path.is_file() or name not in _tests(path):
                    missing.append((piece, each))
    assert missing == []


def test_only_pages_that_are_there_are_listed() -> None:
    assert set(CLAIMS) <= {str(path.relative_to(ROOT)) for path in PAGES}
