"""Every file that was looked at is known again, whatever name leads to it."""

from collections.abc import Iterator
from contextvars import Context
from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.reading.cache import Cache
from integraal.reading.files import read_text
from integraal.reading.ledger import ledger, note_path, was_read
from integraal.reading.library import Library, header
from tests.conftest import ROOT

GOOD = ROOT / "tests" / "instruments" / "good" / "tafels.yaml"


@pytest.fixture(autouse=True)
def kept() -> Iterator[None]:
    """Keep a ledger during each test, as a command does."""
    with ledger():
        yield


def copied(folder: Path, name: str = "tafels.yaml") -> Path:
    """Put an instrument that nobody has read yet in a folder, with a translation beside it."""
    path = folder / name
    path.write_bytes(GOOD.read_bytes())
    (folder / "translations").mkdir(exist_ok=True)
    (folder / "translations" / "tafels.fr.yaml").write_text("schema: integraal/translation/1\n")
    return path


def test_a_file_nobody_looked_at_was_not_read(tmp_path: Path) -> None:
    assert not was_read(copied(tmp_path))


def test_a_text_was_read_under_every_name_of_its_file(tmp_path: Path) -> None:
    path = copied(tmp_path)
    (tmp_path / "link.yaml").symlink_to(path)
    (tmp_path / "hard.yaml").hardlink_to(path)
    read_text(tmp_path / "link.yaml")
    assert all(was_read(tmp_path / name) for name in (path.name, "link.yaml", "hard.yaml"))


def test_a_file_that_cannot_be_read_as_text_was_looked_at_too(tmp_path: Path) -> None:
    path = tmp_path / "vreemd.yaml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(Faulty):
        read_text(path)
    assert was_read(path)


def test_only_a_file_of_ours_is_remembered_after_a_glance(tmp_path: Path) -> None:
    path, other = copied(tmp_path), tmp_path / "notities.yaml"
    other.write_text("boodschappen: [melk]\n")
    header(path), header(other)
    assert (was_read(path), was_read(other)) == (True, False)


@pytest.mark.parametrize("remembered", [False, True])
def test_an_instrument_is_read_with_its_translations_also_out_of_the_cache(
    tmp_path: Path, remembered: bool
) -> None:
    cache = Cache(tmp_path / "cache")
    path = copied(tmp_path)
    if remembered:
        Library(cache=cache).instrument_file(path)
        text = path.read_bytes()
        path.unlink()
        (tmp_path / "other").write_bytes(b"")  # takes the old number on the disk
        path.write_bytes(text)
    Library(cache=cache).instrument_file(path)
    assert was_read(path)
    assert was_read(tmp_path / "translations" / "tafels.fr.yaml")


def test_a_link_to_nowhere_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("er-niet")
    note_path(tmp_path / "link")


def test_a_ledger_ends_with_the_work_it_was_kept_for(tmp_path: Path) -> None:
    path = copied(tmp_path)
    with ledger():
        read_text(path)
        assert was_read(path)
    assert not was_read(path)


def test_a_ledger_begins_empty_and_gives_way_to_the_one_before_it(tmp_path: Path) -> None:
    path = copied(tmp_path)
    read_text(path)
    with ledger():
        assert not was_read(path)
    assert was_read(path)


def test_where_nobody_keeps_a_ledger_nothing_was_read(tmp_path: Path) -> None:
    def read_without() -> bool:
        read_text(path)
        return was_read(path)

    path = copied(tmp_path)
    assert not Context().run(read_without)
