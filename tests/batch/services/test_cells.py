"""What stands in the cells of a row of a list of services."""

import pytest

from integraal.batch.services.cells import cleaned, free, text_in, texts_in, yes_or_no


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("wonen; werk", ("wonen", "werk")),
        ("wonen, werk", ("wonen", "werk")),
        ("wonen\nwerk, of dagbesteding", ("wonen", "werk, of dagbesteding")),
        ("wonen; ;wonen", ("wonen",)),
        ("een, met komma;", ("een, met komma",)),
        ("", ()),
        (("wonen", "werk"), ("wonen", "werk")),
    ],
)
def test_several_texts_stand_in_one_cell(cell: str | tuple[str, ...], texts: object) -> None:
    assert texts_in({"for": cell}, "for") == texts


def test_only_languages_are_parted_by_a_stroke() -> None:
    cells = {"languages": "nl/fr", "for": "procesregie/x"}
    assert texts_in(cells, "languages") == ("nl", "fr")
    assert texts_in(cells, "for") == ("procesregie/x",)


def test_of_several_texts_one_can_be_made_and_of_none_an_empty_one() -> None:
    assert text_in({"about": ("a", "b")}, "about") == "a; b"
    assert text_in({}, "about") == ""


@pytest.mark.parametrize("said", ["misschien", "?", "ja en nee"])
def test_what_is_neither_yes_nor_no_is_not_taken_for_one(said: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        yes_or_no(said)


def test_what_no_file_can_hold_is_marked_and_empty_parts_go() -> None:
    assert cleaned(" lo\x00ket\x85 ") == "lo\ufffdket"
    assert cleaned(("", " a ")) == ("a",)


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert free("loket", {"loket", "loket-2"}) == "loket-3"
    assert free("loket", ()) == "loket"
