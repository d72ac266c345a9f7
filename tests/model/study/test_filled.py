"""What stands on a sheet that came back."""

from integraal.model.finding import Place
from integraal.model.study.filled import FilledMark

PLACE = Place("A.csv")


def test_a_place_is_blank_only_where_nothing_at_all_was_written() -> None:
    assert FilledMark(PLACE, "K01").is_blank
    assert not FilledMark(PLACE, "K01", why="geen idee").is_blank
    assert not FilledMark(PLACE, "K01", sure=("2",)).is_blank
