"""A mistake is said where it was made, in words of ours, with what to write instead."""

import re
from pathlib import Path

import pytest

from integraal.model.finding import Finding
from integraal.reading.library import Library
from integraal.reading.yaml_tree import compose
from integraal.report.phrases.finding import finding_remedy, finding_text
from integraal.words.words import LANGUAGES, Words
from tests.reading.helpers import GOOD, faults
from tests.reading.mistakes.author_mistakes import MISTAKES

RIGHT = (GOOD / "tellen.yaml").read_text(encoding="utf-8")
NAMED = [mistake[0] for mistake in MISTAKES]
PARSER = re.compile(
    r"while (scanning|parsing)|did not find|allowed in this context|could not|indicator"
)
NEEDS_NONE = ("missing-key", "unknown-key", "unknown-word", "not-text", "not-a-flag")
"""Of which the sentence itself says what belongs there."""


def said(folder: Path, text: str) -> tuple[Finding, ...]:
    path = folder / "tellen.yaml"
    path.write_text(text, encoding="utf-8")
    return faults(lambda: Library(folder, cache=None).instrument_file(path))


@pytest.mark.parametrize(("what", "right", "wrong", "line", "column", "code"), MISTAKES, ids=NAMED)
def test_a_mistake_is_said_where_it_was_made_and_with_what_to_do(
    tmp_path: Path, what: str, right: str, wrong: str, line: int, column: int, code: str
) -> None:
    assert right in RIGHT, what
    findings = said(tmp_path, RIGHT.replace(right, wrong, 1))
    found = {(f.place.line, f.place.column, f.code): f for f in findings}
    assert (line, column, code) in found
    for language in LANGUAGES:
        words = Words(language)
        assert not PARSER.search(finding_text(found[line, column, code], words))
        remedy = finding_remedy(found[line, column, code], words)
        assert remedy or code in NEEDS_NONE or "expected" in dict(found[line, column, code].details)


def test_nothing_is_said_of_the_file_without_the_mistake(tmp_path: Path) -> None:
    assert said(tmp_path, RIGHT) == ()


@pytest.mark.parametrize(
    "text", ["%YAML 3.0\n---\na: b\n", "a: &x\n  - *x y\n", "a: [b,, c]\n", "%X"]
)
def test_what_yaml_cannot_read_is_said_without_the_words_of_the_parser(text: str) -> None:
    _, findings = compose(text, "x.yaml")
    assert findings
    assert not [f for f in findings if PARSER.search(finding_text(f, Words("nl")))]
