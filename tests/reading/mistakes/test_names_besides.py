"""Names that are wrong are told beside shapes that are wrong, and none is told that is not."""

from pathlib import Path

import pytest

from integraal.reading.library import Library
from tests.reading.helpers import GOOD, faults
from tests.reading.mistakes.author_mistakes import MISTAKES

RIGHT = (GOOD / "tellen.yaml").read_text(encoding="utf-8")
OF_SHAPE = ("missing-key", "unknown-key", "unknown-word", "not-a-list", "not-a-mapping", "bad-form")


def told(folder: Path, text: str) -> list[tuple[int, str]]:
    path = folder / "tellen.yaml"
    path.write_text(text, encoding="utf-8")
    found = faults(lambda: Library(folder, cache=None).instrument_file(path))
    return [(finding.place.line, finding.code) for finding in found]


def test_a_name_and_a_shape_are_told_in_one_go(tmp_path: Path) -> None:
    text = RIGHT.replace("draaglast: licht", "draaglasst: licht")
    text = text.replace("at_most: coordinatie", "at_most: coordinati")
    text = text.replace("action: vraag-", "action: vraga-").replace(
        "kind: number", "kind: getal", 1
    )
    assert told(tmp_path, text) == [
        (19, "unknown-word"),
        (83, "unknown-question"),
        (103, "unknown-level"),
        (112, "unknown-action"),
    ]


@pytest.mark.parametrize(
    "mistake", [m for m in MISTAKES if m[5] in OF_SHAPE], ids=lambda mistake: str(mistake[0])
)
def test_a_shape_that_is_wrong_makes_no_name_wrong(
    tmp_path: Path, mistake: tuple[str, str, str, int, int, str]
) -> None:
    codes = {code for _, code in told(tmp_path, RIGHT.replace(mistake[1], mistake[2], 1))}
    assert codes <= set(OF_SHAPE)


def test_what_cannot_be_mended_is_told_alone(tmp_path: Path) -> None:
    assert [code for _, code in told(tmp_path, "schema: integraal/instrument/1\nid: x\n")] == (
        ["missing-key"] * 4
    )
