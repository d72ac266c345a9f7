"""Tests that share one server run in one process."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.groups import group_of, scope_of

MARK = "xdist_" + "group("
GROUPED = [
    path for path in sorted((ROOT / "tests").rglob("test_*.py")) if MARK in path.read_text("utf-8")
]


@pytest.mark.parametrize("path", GROUPED, ids=lambda path: path.stem)
def test_a_module_with_a_group_is_found_to_have_it(path: Path) -> None:
    assert group_of(str(path.relative_to(ROOT)))


def test_all_tests_of_spark_are_in_one_group() -> None:
    modules = ("engine/sql/test_spark", "batch/spark/test_run", "cli/commands/test_batch_spark")
    assert {group_of(f"tests/{name}.py") for name in modules} == {"spark"}


def test_cases_of_one_test_go_to_one_place_and_other_tests_wherever_there_is_room() -> None:
    one, two = (f"tests/words/test_words.py::{name}" for name in ("test_one", "test_two"))
    assert scope_of(f"{one}[nl]") == scope_of(f"{one}[a::b[c]]") == scope_of(one) != scope_of(two)
    in_a_group = "tests/test_everything.py::test_one"
    assert scope_of(f"{in_a_group}[nl]") == "everything"
