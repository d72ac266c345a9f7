"""A remembered instrument is the one that is there now, or it is read again."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from integraal.model.instrument import Instrument
from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service, Wait
from integraal.model.services.remembered import Remembered
from integraal.reading.cache import Cache, Entry
from integraal.reading.library import Library
from tests.reading.helpers import GOOD, codes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(GOOD / "eigen-schaal", tmp_path / "eigen-schaal"))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def read(folder: Path, cache: Cache | None, language: str = "nl") -> Instrument:
    return Library(folder, cache).instrument_file(folder / "questions.yaml", language)


def remembered(cache: Cache) -> Path:
    (path,) = cache.folder.iterdir()
    return path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", ["klein.yaml", "tellen.yaml", "definities.yaml"])
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_what_is_remembered_is_what_was_read(cache: Cache, name: str, language: str) -> None:
    library = Library(GOOD, cache)
    first = library.instrument_file(GOOD / name, language)
    assert remembered(cache).is_file()
    assert library.instrument_file(GOOD / name, language) == first
    assert Library(GOOD, None).instrument_file(GOOD / name, language) == first


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("questions.yaml", "title: Twee tinten", "title: Drie tinten"),
        ("tinten.yaml", "name: Licht", "name: Lichter"),
        ("sources.yaml", "Een verzonnen boek", "Een ander boek"),
        ("translations/twee-tinten.fr.yaml", "Deux teintes", "Deux tons"),
        ("translations/tinten.fr.yaml", 'text: "Clair"', 'text: "Pâle"'),
    ],
)
def test_every_file_it_was_read_from_counts(
    folder: Path, cache: Cache, file: str, old: str, new: str
) -> None:
    before = read(folder, cache, "fr")
    change(folder / file, old, new)
    after = read(folder, cache, "fr")
    assert after == read(folder, None, "fr")
    assert after != before or file == "tinten.yaml"  # its French has become stale: Dutch again


def test_a_file_that_comes_beside_it_counts_too(folder: Path, cache: Cache) -> None:
    overlay = folder / "translations" / "twee-tinten.fr.yaml"
    text = overlay.read_text(encoding="utf-8")
    overlay.unlink()
    assert read(folder, cache, "fr").title == "Twee tinten"
    overlay.write_text(text, encoding="utf-8")
    assert read(folder, cache, "fr").title == "Deux teintes"


def test_a_fault_is_never_remembered_away(folder: Path, cache: Cache) -> None:
    read(folder, cache)
    change(folder / "questions.yaml", "at_least: licht", "at_least: lichter")
    assert codes(lambda: read(folder, cache)) == ["unknown-level"]
    assert codes(lambda: read(folder, cache)) == ["unknown-level"]


@pytest.mark.parametrize("damage", ["", "x", "\n\n\n", "key\ndigest\n{}", "\0" * 100])
def test_damage_is_read_over(folder: Path, cache: Cache, damage: str) -> None:
    first = read(folder, cache)
    remembered(cache).write_text(damage, encoding="utf-8")
    assert read(folder, cache) == first


def test_what_somebody_put_in_it_is_not_believed(folder: Path, cache: Cache) -> None:
    read(folder, cache)
    key, digest, text = remembered(cache).read_text(encoding="utf-8").split("\n", 2)
    forged = json.dumps({**json.loads(text), "title": "Vals"})
    remembered(cache).write_text(f"{key}\n{digest}\n{forged}", encoding="utf-8")
    assert read(folder, cache).title == "Twee tinten"


@pytest.mark.parametrize("mode", [0o777, 0o720])
def test_a_folder_that_others_can_write_to_is_not_used(
    folder: Path, cache: Cache, mode: int
) -> None:
    cache.folder.mkdir()
    cache.folder.chmod(mode)
    read(folder, cache)
    assert list(cache.folder.iterdir()) == []


def test_what_is_remembered_is_for_its_owner_only(folder: Path, cache: Cache) -> None:
    read(folder, cache)
    assert remembered(cache).stat().st_mode & 0o777 == 0o600
    assert cache.folder.stat().st_mode & 0o777 == 0o700


def test_a_cache_that_cannot_be_made_is_done_without(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    assert read(folder, Cache(tmp_path / "bestand" / "cache")).title == "Twee tinten"


@pytest.mark.parametrize(
    ("chosen", "found"), [("off", None), ("/ergens/cache", Cache(Path("/ergens/cache")))]
)
def test_a_user_chooses_where_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, chosen: str, found: Cache | None
) -> None:
    monkeypatch.setenv("INTEGRAAL_CACHE", chosen)
    assert Cache.of_user() == found


def test_a_cache_stands_where_this_user_keeps_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INTEGRAAL_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/ergens")
    assert Cache.of_user() == Cache(Path("/ergens/integraal"))


def entry(cache: Cache, path: Path) -> Entry:
    path.write_text("a network", "utf-8")
    found = cache.listing(path, ())
    assert found is not None
    return found


def test_values_that_are_equal_and_not_the_same_stay_apart(cache: Cache, tmp_path: Path) -> None:
    desk = Service("a", "A", ("wonen",), wait=Wait(1, date(2026, 10, 12)), checked=None)
    services = (desk, replace(desk, id="b", key_point=True, wait=None, places=("Aalst", "9300")))
    firms = tuple(Organisation(f"o{said}", "O", committed=said) for said in (True, False, None))
    kept = Remembered(Network("n", "N", services, firms), ())
    entry(cache, tmp_path / "n.yaml").write(kept)
    read = entry(cache, tmp_path / "n.yaml").read(Remembered)
    assert read == kept
    assert read is not None
    assert repr(read) == repr(kept)  # True is equal to 1


def test_what_many_say_is_kept_once(cache: Cache, tmp_path: Path) -> None:
    desks = tuple(Service(f"d{n}", f"D {n}", ("wonen",), access="op afspraak") for n in range(50))
    entry(cache, tmp_path / "n.yaml").write(Remembered(Network("n", "N", desks), ()))
    assert remembered(cache).read_text("utf-8").count("op afspraak") == 1


@pytest.mark.parametrize("strange", ["Popen", "Path", "Cache", "import_module", "date"])
def test_nothing_is_made_but_what_can_be_remembered(
    cache: Cache, tmp_path: Path, strange: str
) -> None:
    kept = entry(cache, tmp_path / "n.yaml")
    kept.write(Remembered(Network("n", "N", ()), ()))
    key, _, text = remembered(cache).read_text("utf-8").split("\n", 2)
    for forged in (text.replace("Remembered", strange), json.dumps({"": strange})):
        digest = hashlib.sha256(forged.encode()).hexdigest()
        remembered(cache).write_text(f"{key}\n{digest}\n{forged}", "utf-8")
        assert kept.read(object) is None
