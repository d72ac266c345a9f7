"""What raters said."""

from integraal.model.study.ratings import Rating


def test_none_of_the_routes_is_a_mark_and_nothing_marked_is_none() -> None:
    assert Rating("A", "K01", routes=frozenset()).says_something
    assert Rating("A", "K01", level="connectie").says_something
    assert not Rating("A", "K01", why="weet niet").says_something
