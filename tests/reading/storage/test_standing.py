"""What is said to stand somewhere does."""

from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.reading.storage.standing import check_not_read_only, standing, still


def test_what_became_of_a_place_is_looked_at(tmp_path: Path) -> None:
    place = tmp_path / "x"
    before = standing(place)
    assert still(place, before) == "nothing"
    place.write_text("een")
    assert still(place, before) == "changed"
    before = standing(place)
    assert still(place, before) == "there"
    place.write_text("twee is langer")
    assert still(place, before) == "changed"
    place.unlink()
    assert still(place, before) == "changed"


def test_a_read_only_file_is_refused_and_all_else_is_not(tmp_path: Path) -> None:
    place = tmp_path / "x"
    check_not_read_only(place)
    check_not_read_only(Path("x" * 5000))
    place.touch(0o644)
    check_not_read_only(place)
    place.chmod(0o444)
    with pytest.raises(Faulty):
        check_not_read_only(place)
