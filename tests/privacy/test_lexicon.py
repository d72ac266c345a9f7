"""Common names are known, with or without accents; those that are words too are apart."""

import subprocess
import sys

from integraal.privacy.lexicon import folded, lexicon


def test_names_of_the_people_whom_professionals_meet_are_known() -> None:
    first, last = lexicon().first_names, lexicon().surnames
    assert [
        name for name in ("fatima", "sofie", "agnieszka", "ayse", "kees") if name not in first
    ] == []
    assert [
        name for name in ("jansen", "peeters", "yilmaz", "benali", "nowak") if name not in last
    ] == []


def test_a_name_that_is_a_word_too_is_apart() -> None:
    known = lexicon()
    assert {"roos", "storm"} <= known.first_names.words_too
    assert {"bakker", "vos"} <= known.surnames.words_too
    assert {"best", "mol"} <= known.places.words_too


def test_towns_of_both_countries_are_known_in_each_language() -> None:
    places = lexicon().places
    wanted = ("rotterdam", "gent", "gand", "sint-niklaas", "bergen op zoom", "liege", "den haag")
    assert [place for place in wanted if place not in places] == []


def test_ordinary_words_are_known_in_one_piece_or_by_their_end() -> None:
    is_ordinary = lexicon().is_ordinary
    words = ("gezin", "wijkcoach", "kinderbescherming", "together", "famille")
    assert [word for word in words if not is_ordinary(word)] == []
    assert [name for name in ("shanaya", "tjitske", "boutaleb") if is_ordinary(name)] == []


def test_letters_are_compared_without_accents() -> None:
    assert [folded(name) for name in ("Yılmaz", "MAŁGORZATA", "Zoë")] == [
        "yilmaz",
        "malgorzata",
        "zoe",
    ]


def test_it_is_read_when_a_name_is_looked_up_and_not_before() -> None:
    code = (
        "import integraal.privacy.guard, integraal.privacy.lexicon as known;"
        "print(known.lexicon.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
