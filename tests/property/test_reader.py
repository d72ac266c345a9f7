"""The reader never throws at an author: whatever is in the file, it gives a value or findings."""

import contextlib
import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.finding import Faulty
from integraal.reading.cases.casefile import read_case
from integraal.reading.library import Library, data_folder
from integraal.reading.trees import read_tree
from integraal.reading.yaml_tree import plain
from integraal.report.data.finding import finding_data
from integraal.report.phrases.finding import finding_text
from integraal.report.render.visible import visible
from integraal.words.words import Words
from tests.counts import times

INSTRUMENT = data_folder() / "questions.yaml"
CASES = sorted((data_folder() / "voorbeelden").glob("*.yaml"))
LIBRARY = Library(cache=None)
OURS = LIBRARY.instrument_file(INSTRUMENT)
NASTY = [
    *("", "~", "null", "[]", "{}", "[", "}", "- ", ": ", "? ", "&a ", "*a", "!!int 1", "!x y"),
    *("---\n", "...\n", "%YAML 9.9\n", "\t", "'", '"', "|", ">", "#", "<<: *a", "\\", "@", "`"),
    *("1e999", "nan", "true", "no", "9" * 5000, "2026-13-45", "0000-00-00", "9" * 20, "-1", "1.5"),
    *("\ufeff", "\x00", "\x1b[31m", "\x85", "\u2028", "\u202e", "\U0001f600", "\r", "\x7f"),
    *("weet_niet", "geen_van_deze", "at_least", "all", "known", "otherwise", "direction", "{x}"),
    "[" * 60,
    "{a: " * 60,
    "&a [*a, *a]",
]
quick = settings(max_examples=times(200), deadline=None)
# Making a failing instrument smaller takes minutes and says little more: the slips are few.
moderate = settings(
    max_examples=times(80),
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "bestand.yaml"


T = TypeVar("T")


def read_or_findings(read: Callable[[], T]) -> T | None:
    """Read; None when there are findings, each of which can be said to people and to machines."""
    words = Words("nl")
    try:
        return read()
    except Faulty as faulty:
        findings = faulty.findings
    assert findings
    for finding in findings:
        lines = finding_text(finding, words).split("\n")
        assert len(lines) <= 3
        assert all(visible(line) == line for line in lines)
        assert json.dumps(finding_data(finding, words))
    return None


def read_as_everything(file: Path) -> None:
    """Read a file as all it could be; whatever is accepted, the engine can run."""
    read_or_findings(lambda: read_tree(file))
    instrument = read_or_findings(lambda: LIBRARY.instrument_file(file))
    if instrument is not None:
        evaluate(lower(instrument), Answers())
    case = read_or_findings(lambda: read_case(file, OURS, lambda _: None))
    if case is not None:
        evaluate(lower(OURS), case.case.latest.answers)


@quick
@given(st.binary(max_size=200))
def test_any_bytes_give_a_value_or_findings(file: Path, raw: bytes) -> None:
    file.write_bytes(raw)
    read_as_everything(file)


@quick
@given(st.lists(st.sampled_from(NASTY) | st.text(max_size=8), max_size=12))
def test_any_text_gives_a_value_or_findings(file: Path, parts: list[str]) -> None:
    file.write_bytes("".join(parts).encode("utf-8", "surrogatepass"))
    read_as_everything(file)


class Slip(NamedTuple):
    """Somebody's hand slips: at which line, at which character, what happens and what is typed."""

    at: int
    column: int
    what: int
    typed: str


slips = st.lists(
    st.builds(
        Slip,
        st.integers(0, 10_000),
        st.integers(0, 80),
        st.integers(0, 8),
        st.sampled_from(NASTY),
    ),
    min_size=1,
    max_size=4,
)


def slipped(text: str, slips: list[Slip]) -> bytes:
    """Let the slips happen to a text, one after the other."""
    lines = text.split("\n")
    for slip in slips:
        at = slip.at % len(lines)
        line, column = lines[at], slip.column
        lines[at : at + 1] = [
            ["# weg"],
            [line, line],
            [line[:column] + slip.typed + line[column:]],
            [line[:column] + slip.typed],
            [line.split(":")[0] + ": " + slip.typed],
            [" " + line],
            [line[1:]],
            [slip.typed],
            ["  " + line, line],
        ][slip.what]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


@moderate
@given(slips)
def test_a_mistyped_instrument_gives_an_instrument_or_findings(
    file: Path, slips: list[Slip]
) -> None:
    file.write_bytes(slipped(INSTRUMENT.read_text(encoding="utf-8"), slips))
    read_as_everything(file)


@quick
@given(st.sampled_from(CASES), slips)
def test_a_mistyped_case_gives_a_case_or_findings(
    file: Path, case: Path, slips: list[Slip]
) -> None:
    file.write_bytes(slipped(case.read_text(encoding="utf-8"), slips))
    read_as_everything(file)


# JSON is YAML too: it lets us put anything anywhere in the structure.

words = st.sampled_from([word for word in NASTY if word.isprintable()]) | st.text(max_size=5)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(["all", "any", "not", "at_least_of", "count", "of", "in", "id"])
            | st.sampled_from(["gezinsleden", "leefgebieden", "at_least", "known", "includes"])
            | words,
            inside,
            max_size=3,
        )
    ),
    max_leaves=6,
)


def paths_in(value: Any, here: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Walk through the places in a structure."""
    if here:
        yield here
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, (dict, list)):
        for step, inside in steps:
            yield from paths_in(inside, (*here, step))


STRUCTURE = plain(read_tree(INSTRUMENT))
PLACES = list(paths_in(STRUCTURE))


def put(structure: Any, place: tuple[Any, ...], value: Any) -> None:
    """Put a value at a place, if that place is still there."""
    for step in place[:-1]:
        inside = isinstance(structure, dict) and step in structure
        if not inside and not (isinstance(structure, list) and isinstance(step, int)):
            return
        structure = structure[step]
    if isinstance(structure, (dict, list)) and isinstance(place[-1], int) is isinstance(
        structure, list
    ):
        structure[place[-1]] = value


@moderate
@given(st.lists(st.tuples(st.sampled_from(PLACES), anything), min_size=1, max_size=3))
def test_anything_anywhere_in_an_instrument_gives_an_instrument_or_findings(
    file: Path, changes: list[tuple[tuple[Any, ...], Any]]
) -> None:
    changed = copy.deepcopy(STRUCTURE)
    for place, value in changes:
        with contextlib.suppress(IndexError):
            put(changed, place, value)
    file.write_text(json.dumps(changed), encoding="utf-8")
    read_as_everything(file)
