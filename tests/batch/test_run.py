"""A batch by itself: what it counts, and what it leaves behind when it fails."""

from pathlib import Path

import pytest

from integraal.batch.run import Batch, run
from integraal.engine.program import Program
from integraal.model.finding import Faulty

DIRTY = "casus,draaglast\nC-1,zwaar\nC-2,enorm\n"


def _batch(
    program: Program, folder: Path, target: str = "uit.csv", rejects: str = "af.csv"
) -> Batch:
    source = folder / "in.csv"
    source.write_text(DIRTY, "utf-8")
    return Batch(program, (), ("weet ik niet",), source, folder / target, folder / rejects)


def test_records_are_answered_or_rejected_and_counted(program: Program, tmp_path: Path) -> None:
    counted = run(_batch(program, tmp_path))
    assert (counted.records, counted.answered, counted.rejected) == (2, 1, 1)
    assert counted.reasons == (("no-such-answer", 1),)


def test_what_cannot_be_written_is_said_and_leaves_nothing(
    program: Program, tmp_path: Path
) -> None:
    with pytest.raises(Faulty) as faulty:
        run(_batch(program, tmp_path, target="nergens/uit.csv"))
    assert [finding.code for finding in faulty.value.findings] == ["not-written"]
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_rejects_that_cannot_be_written_keep_the_result_back_too(
    program: Program, tmp_path: Path
) -> None:
    with pytest.raises(Faulty):
        run(_batch(program, tmp_path, rejects="nergens/af.csv"))
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]
