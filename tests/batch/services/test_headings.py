"""Columns are found by what people call them, and what is nearly one is not passed over."""

import pytest

from integraal.batch.services.headings import Chosen, called, head_of, headings
from integraal.batch.services.vocabulary import letters
from integraal.model.services.row import COLUMNS
from integraal.words.words import LANGUAGES, Words

KNOWN = called()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_that_we_show_is_the_column_that_it_is_shown_for(language: str) -> None:
    for column in COLUMNS:
        shown = Words(language)(f"listing.called.{column}").split(", ")[0]
        assert KNOWN[letters(shown)] == column


def test_capitals_accents_and_signs_make_no_difference() -> None:
    found = headings(
        {1: "NAAM VAN DE DIENST", 2: "Catégorie:", 3: "wachttijd (weken)"}, KNOWN, Chosen()
    )
    assert found.columns == {1: "name", 2: "for", 3: "wait_weeks"}


def test_what_is_nearly_a_column_is_named_with_it_and_what_is_none_is_left() -> None:
    found = headings({1: "Dienst", 2: "Omschrijvng", 3: "Kleur van de deur"}, KNOWN, Chosen())
    assert found.near == {"Omschrijvng": "about"}
    assert found.unknown == ("Kleur van de deur",)


def test_of_two_columns_for_one_thing_the_second_is_named() -> None:
    found = headings({1: "Thema", 2: "Rubriek"}, KNOWN, Chosen())
    assert (found.columns, found.unknown) == ({1: "for"}, ("Rubriek",))


def test_what_somebody_said_of_a_column_goes_first() -> None:
    said = Chosen({"kleurvandedeur": "about", "rubriek": "for"}, frozenset({"omschrijving"}))
    names = {1: "Thema", 2: "Rubriek", 3: "Kleur van de deur", 4: "Omschrijving"}
    found = headings(names, KNOWN, said)
    assert found.columns == {2: "for", 3: "about"}
    assert found.unknown == ("Thema",)


def test_the_head_is_the_row_with_the_most_names_and_a_title_is_none() -> None:
    rows = [(1, {1: "Dienst"}), (3, {1: "Dienst", 2: "Thema"}), (4, {1: "Loket", 2: "wonen"})]
    found = head_of(rows, KNOWN, Chosen())
    assert found is not None
    assert found[0] == 3
    assert head_of(rows[:1], KNOWN, Chosen()) is None
