"""A surname or a town in the name of a case is told; a first name and plain words are not."""

import pytest

from integraal.privacy.case_names import kinds_of_name, kinds_of_names


@pytest.mark.parametrize(
    "name", ["Jansen", "jan-de-bakker", "gezin-de-vries", "familie.Peeters", "Mohamed_El-Amrani"]
)
def test_a_surname_is_found_however_it_is_written(name: str) -> None:
    assert kinds_of_name(name) == "naam"


@pytest.mark.parametrize(
    "name",
    ["marina", "stien-en-aad", "gezin-school", "casus-wonen", "wijk-noord", "geweld-in-huis"],
)
def test_a_first_name_and_an_ordinary_word_are_nothing(name: str) -> None:
    assert kinds_of_name(name) == ""


def test_each_kind_of_many_names_is_told_once() -> None:
    assert kinds_of_names(["Jansen", "schuld-aalst", "Peeters", "C-1"]) == "naam, plaats"
