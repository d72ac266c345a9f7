"""A named file becomes a tree or a shape; a file that is neither is told why."""

from pathlib import Path

import pytest

from integraal.reading.shapes.sources import SourcesShape
from integraal.reading.trees import read_shape, read_tree
from integraal.reading.yaml_tree import plain
from tests.reading.helpers import codes, faults

SOURCES = "schema: integraal/sources/1\nsources:\n  - {id: 001, title: Een boek, where: hier}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sources.yaml"
    path.write_text(SOURCES, encoding="utf-8")
    return path


def test_a_file_becomes_a_tree(path: Path) -> None:
    assert plain(read_tree(path))["sources"][0]["id"] == "001"


def test_a_file_becomes_a_shape_with_the_tree_it_came_from(path: Path) -> None:
    shape, tree = read_shape(SourcesShape, path)
    assert shape.sources[0].id == "001"
    assert tree.place.file == str(path)


def test_a_list_is_no_shape(path: Path) -> None:
    path.write_text("- een\n- twee\n", encoding="utf-8")
    assert codes(lambda: read_shape(SourcesShape, path)) == ["not-a-mapping"]


def test_every_fault_names_the_file_as_it_was_named(path: Path) -> None:
    path.write_text(SOURCES.replace("where", "waar"), encoding="utf-8")
    findings = faults(lambda: read_shape(SourcesShape, path))
    assert {finding.place.file for finding in findings} == {str(path)}
