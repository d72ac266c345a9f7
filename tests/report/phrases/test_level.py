from integraal.report.phrases.level import certain_text, possible_text, range_text, routes_text
from integraal.words.words import Words
from tests.engine.builders import LOW_MID_HIGH

NL = Words("nl")
LOW, MID, HIGH = LOW_MID_HIGH.levels


def test_a_settled_level_is_said_as_it_is() -> None:
    assert {say(MID, MID, NL) for say in (certain_text, possible_text, range_text)} == {"midden"}


def test_an_open_level_is_said_with_what_is_certain_and_what_it_could_become() -> None:
    assert certain_text(LOW, HIGH, NL) == "minstens laag"
    assert possible_text(LOW, HIGH, NL) == "misschien hoog"
    assert range_text(LOW, HIGH, NL) == "minstens laag, misschien hoog"


def test_a_route_that_is_not_certain_is_said_so() -> None:
    routes = {"loket": "Ga naar het loket.", "huis": "Bel het Huis."}
    said = routes_text(routes, (("loket", True), ("huis", False)), NL)
    assert said == "«ga naar het loket», misschien «bel het Huis»"


def test_no_route_is_nothing() -> None:
    assert routes_text({}, (), NL) == ""
