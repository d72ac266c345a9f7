"""A walk through a folder finds every YAML file that is not hidden, each once."""

from pathlib import Path

from integraal.reading.folders import distinct, yaml_files


def test_a_walk_goes_deep_in_order_and_passes_over_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", ".d.yaml", "in/e.yaml", ".git/f.yaml", "in/in/g.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [path.relative_to(tmp_path).as_posix() for path in yaml_files(tmp_path)]
    assert found == ["a.yml", "b.yaml", "in/e.yaml", "in/in/g.yaml"]


def test_a_link_to_the_folder_above_does_not_make_a_walk_endless(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    (tmp_path / "rond").symlink_to(tmp_path)
    assert list(yaml_files(tmp_path)) == [tmp_path / "a.yaml"]


def test_a_walk_goes_deeper_than_a_function_can_call_itself(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 1_500)
    for folder in (*reversed(deep.parents), deep):
        folder.mkdir(exist_ok=True)
    (deep / "a.yaml").touch()
    assert list(yaml_files(tmp_path)) == [deep / "a.yaml"]
    for folder in (deep, *deep.parents[:1_500]):
        for path in (folder / "a.yaml", folder / "d"):
            if path.is_dir():
                path.rmdir()
            path.unlink(missing_ok=True)


def test_a_link_in_a_circle_or_to_a_folder_is_no_folder_to_walk(tmp_path: Path) -> None:
    (tmp_path / "kring.yaml").symlink_to("kring.yaml")
    (tmp_path / "map.yaml").symlink_to(tmp_path)
    assert list(yaml_files(tmp_path)) == [tmp_path / "kring.yaml"]


def test_a_folder_that_cannot_be_walked_is_told(tmp_path: Path) -> None:
    minded: list[OSError] = []
    assert list(yaml_files(tmp_path / "er-niet", minded.append)) == []
    assert [error.filename for error in minded] == [str(tmp_path / "er-niet")]


def test_two_ways_to_one_file_are_one_file(tmp_path: Path) -> None:
    file, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    file.touch()
    link.symlink_to(file)
    assert distinct([link, file, tmp_path / "x" / ".." / "a.yaml"]) == [link]


def test_a_name_that_no_file_can_have_is_kept() -> None:
    assert distinct([Path("a\0b")]) == [Path("a\0b")]
