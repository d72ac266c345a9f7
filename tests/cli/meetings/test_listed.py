"""Names out of a list are understood by number, id or name; what is not is never guessed."""

import pytest

from integraal.cli.meetings.listed import Listed

LIST = Listed((("caw", "CAW De Brug"), ("cawa", "CAW Aan"), ("school", "École du parc")))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("1", ("caw",)),
        ("caw, 3", ("caw", "school")),
        ("ecole", ("school",)),
        ("CAW DE BRUG;3;1", ("caw", "school")),
        ("", ()),
        ("0", None),
        ("4", None),
        ("caw, bakker", None),
        ("ca", None),
    ],
)
def test_what_is_typed_is_understood_whole_or_not_at_all(
    typed: str, ids: tuple[str, ...] | None
) -> None:
    assert LIST.several(typed) == ids


def test_a_theme_is_an_earlier_one_only_by_its_number_or_its_whole_name() -> None:
    themes = Listed((("wonen te duur", "wonen te duur"),))
    assert themes.exactly("1") == themes.exactly("Wonen te duur") == "wonen te duur"
    assert themes.exactly("wonen") is None


def test_of_several_only_the_one_that_is_not_there_is_called_strange() -> None:
    assert LIST.strange("caw, bakker; school") == "bakker"
    assert LIST.strange("bakker") == "bakker"


@pytest.mark.parametrize(
    ("typed", "near"),
    [("schol", ("École du parc",)), ("parc", ("École du parc",)), ("bakker", ()), ("", ())],
)
def test_what_looks_like_a_name_or_is_in_it_is_proposed_and_nothing_else(
    typed: str, near: tuple[str, ...]
) -> None:
    assert LIST.near(typed) == near
