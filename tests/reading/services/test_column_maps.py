"""What somebody said of the columns of a list is written once and read again."""

from pathlib import Path

import pytest
import yaml

from integraal.model.finding import Faulty
from integraal.model.services.row import COLUMNS
from integraal.reading.services.column_maps import column_map_text, read_column_map


def test_what_is_written_is_read_again_and_what_nobody_knows_is_left_to_fill_in(
    tmp_path: Path,
) -> None:
    text = column_map_text(
        {"name": "Aanbod: nu"}, ["Nr", "- x"], {"for": ["Geldzaken"], "kind": []}
    )
    assert yaml.safe_load(text)["values"] == {"for": {"Geldzaken": ""}}
    (tmp_path / "map.yaml").write_text(text, "utf-8")
    said = read_column_map(tmp_path / "map.yaml")
    assert said.columns == {"name": "Aanbod: nu"}
    assert said.left_out == ["Nr", "- x"]
    assert said.values == {"for": {"Geldzaken": ""}}


def test_each_column_of_a_list_may_stand_in_it(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(column_map_text({c: c for c in COLUMNS}, (), {}), "utf-8")
    assert tuple(read_column_map(tmp_path / "map.yaml").columns) == COLUMNS


@pytest.mark.parametrize("change", ["columns: {naam: Aanbod}", "kolommen: {}", "left_out: Nr"])
def test_what_is_no_column_and_no_key_is_refused(tmp_path: Path, change: str) -> None:
    (tmp_path / "map.yaml").write_text(f"schema: integraal/kolommen/1\n{change}\n", "utf-8")
    with pytest.raises(Faulty):
        read_column_map(tmp_path / "map.yaml")
