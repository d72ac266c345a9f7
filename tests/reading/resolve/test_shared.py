"""A question that another instrument asks too comes from there, whole."""

from pathlib import Path

from integraal.model.condition import OneIn
from integraal.reading.instruments import instrument_tree
from integraal.reading.library import Library
from integraal.reading.overlay import texts
from integraal.reading.yaml_tree import find
from tests.reading.helpers import GOOD, good

THERE = Library(cache=None).instrument("voor-wie-doen-we-wat").question("veiligheid")


def test_a_shared_question_is_that_of_the_other_instrument() -> None:
    here = good("tafels.yaml").question("veiligheid")
    assert (here.ask, here.why, here.options) == (THERE.ask, THERE.why, THERE.options)
    assert here.same_as == "voor-wie-doen-we-wat/veiligheid"


def test_it_brings_its_source_along() -> None:
    assert good("tafels.yaml").question("veiligheid").citation == THERE.citation


def test_when_it_is_asked_is_said_where_it_is_shared() -> None:
    asked = good("tafels.yaml").question("langdurig").ask_when
    assert asked == OneIn("veiligheid", ("zorg", "herhaald_of_acuut"))


def test_it_speaks_the_language_in_which_the_other_is_translated() -> None:
    library = Library(GOOD, cache=None)
    french = library.instrument("tafels", "fr").question("veiligheid")
    assert french.ask == library.instrument("voor-wie-doen-we-wat", "fr").question("veiligheid").ask


def test_its_texts_are_translated_there_and_nowhere_else() -> None:
    keys = texts(good("tafels.yaml"))
    assert "questions.land.ask" in keys
    assert [key for key in keys if key.startswith("questions.veiligheid")] == []


def test_a_fault_about_it_stands_where_it_is_shared() -> None:
    library = Library(GOOD, cache=None)
    tree = instrument_tree(GOOD / "tafels.yaml", library.shelf())
    place = find(tree, ("sections", 0, "questions", 1, "id")).place
    assert Path(place.file).name == "tafels.yaml"
    assert "same_as" in place.excerpt
