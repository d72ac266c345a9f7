"""A walk names what it passes over, follows no link, and sees each file once."""

import os
from pathlib import Path

from integraal.reading.kept.walk import Walk, place_of_left


def test_hidden_files_are_seen_links_are_named_and_each_file_comes_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.yaml", ".b.yaml.0123abcd.tmp", "in/a.yaml"):
        (tmp_path / name).touch()
    os.link(tmp_path / "b.yaml", tmp_path / "in" / "ook.yaml")
    (tmp_path / "in" / "terug").symlink_to(tmp_path)
    (tmp_path / "link.yaml").symlink_to("b.yaml")
    os.mkfifo(tmp_path / "pijp.yaml")
    walk = Walk([str(tmp_path), str(tmp_path / "b.yaml"), str(tmp_path / "link.yaml")])
    assert [path.name for path in walk.files()] == [".b.yaml.0123abcd.tmp", "b.yaml", "a.yaml"]
    assert {Path(name).name for name in walk.links} == {"terug", "link.yaml"}


def test_what_is_gone_by_then_is_said(tmp_path: Path) -> None:
    walk = Walk([str(tmp_path / "weg.yaml")])
    assert list(walk.files()) == []
    assert len(walk.shut) == 1


def test_only_our_own_names_are_taken_for_what_was_left() -> None:
    for name in (".a.yaml.tmp", "a.yaml.0123abcd.tmp", ".a.yaml.0123ABCD.tmp", ".a.0123abcd.bak"):
        assert place_of_left(Path(name)) is None
    assert place_of_left(Path(".a.yaml.0123abcd.old")) == Path("a.yaml")
