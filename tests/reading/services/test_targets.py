"""What a service can be for is remembered as it is now, or found anew."""

from pathlib import Path
from shutil import copytree

import pytest

from integraal.model.services.network import Target
from integraal.reading.cache import Cache
from integraal.reading.library import Library
from integraal.reading.services.targets import targets_of_all
from tests.reading.helpers import GOOD


@pytest.fixture
def library(tmp_path: Path) -> Library:
    copytree(GOOD / "eigen-schaal", tmp_path / "eigen")
    return Library(tmp_path / "eigen", Cache(tmp_path / "cache"))


def kept(library: Library, language: str) -> Path:
    assert library.cache
    (path,) = library.cache.folder.glob(f"*.targets.{language}.json")
    return path


def without(library: Library, language: str) -> tuple[Target, ...]:
    return targets_of_all(Library(library.folder, None), language)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_what_is_remembered_is_what_was_found(library: Library, language: str) -> None:
    first, again = (targets_of_all(library, language) for _ in range(2))
    assert first == again == without(library, language)
    assert len({each.kind for each in again}) > 2


def test_no_instrument_is_opened_for_what_is_remembered(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = targets_of_all(library, "nl")
    monkeypatch.setattr(Library, "instrument_file", None)
    assert targets_of_all(library, "nl") == first
    with pytest.raises(TypeError):
        targets_of_all(library, "en")


@pytest.mark.parametrize("file", ["questions.yaml", "translations/twee-tinten.fr.yaml"])
def test_a_changed_file_is_noticed(library: Library, file: str) -> None:
    before = targets_of_all(library, "fr")
    path = library.folder / file
    path.write_text(path.read_text("utf-8") + "\n# later\n", "utf-8")
    first = kept(library, "fr").read_text("utf-8").split("\n")[0]
    assert targets_of_all(library, "fr") == before
    assert kept(library, "fr").read_text("utf-8").split("\n")[0] != first


def test_an_instrument_that_comes_and_goes_is_noticed(library: Library) -> None:
    before = targets_of_all(library, "nl")
    path = library.folder / "klein.yaml"
    path.write_text((GOOD / "klein.yaml").read_text("utf-8"), "utf-8")
    with_it = targets_of_all(library, "nl")
    assert {each.instrument for each in with_it} > {each.instrument for each in before}
    path.unlink()
    assert targets_of_all(library, "nl") == before


@pytest.mark.parametrize("damage", ["", "x", "\n\n", "key\ndigest\n[]", "\0" * 9])
def test_a_broken_file_is_found_anew(library: Library, damage: str) -> None:
    first = targets_of_all(library, "nl")
    kept(library, "nl").write_text(damage, "utf-8")
    assert targets_of_all(library, "nl") == first
    assert kept(library, "nl").read_text("utf-8") != damage


def test_another_version_of_the_code_finds_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = targets_of_all(library, "nl")
    opened: list[Path] = []
    read = Library.instrument_file

    def noted(self: Library, path: Path, language: str = "") -> object:
        opened.append(path)
        return read(self, path, language)

    monkeypatch.setattr(Library, "instrument_file", noted)
    targets_of_all(library, "nl")
    assert opened == []
    monkeypatch.setattr("integraal.reading.cache._code_digest", lambda *_: "another")
    assert targets_of_all(library, "nl") == first
    assert opened
