from integraal.model.results.advice import RouteNow
from integraal.reading.library import Library
from integraal.report.phrases.level import (
    certain_text,
    possible_text,
    range_text,
    route_name,
    routes_text,
)
from integraal.words.words import Words
from tests.engine.builders import LOW_MID_HIGH

NL = Words("nl")
ONTHAAL = Library().instrument("kruispunt-onthaal")
LOW, MID, HIGH = LOW_MID_HIGH.levels


def test_a_settled_level_is_said_as_it_is() -> None:
    assert {say(MID, MID, NL) for say in (certain_text, possible_text, range_text)} == {"midden"}


def test_an_open_level_is_said_with_what_is_certain_and_what_it_could_become() -> None:
    assert certain_text(LOW, HIGH, NL) == "minstens laag"
    assert possible_text(LOW, HIGH, NL) == "misschien hoog"
    assert range_text(LOW, HIGH, NL) == "minstens laag, misschien hoog"


def said(*routes: tuple[str, bool, bool], most: int = 2) -> str:
    return routes_text(ONTHAAL, [RouteNow(*route) for route in routes], NL, most)


def test_a_route_that_may_still_change_and_one_that_might_come_are_two_things() -> None:
    told = said(("frontoffice-vraagt-na", True, True))
    assert told.startswith("«de frontoffice vraagt eerst na")
    assert told.endswith("»")
    assert said(("frontoffice-vraagt-na", False, True)).endswith("» (dit kan nog veranderen)")
    assert said(("frontoffice-vraagt-na", False, False)).startswith("misschien «de frontoffice")


def test_routes_that_might_come_are_counted_where_there_is_no_room_for_them() -> None:
    every = [(one.id, False, False) for one in ONTHAAL.outcomes]
    told = said(*every, most=1)
    assert told.startswith("misschien «bel nu de crisisdienst")
    assert told.endswith(f", misschien nog {len(every) - 1} andere")


def test_no_route_is_nothing() -> None:
    assert said() == ""


REGIE = Library().instrument("procesregie")


def route(name: str, **options: bool) -> str:
    return route_name(REGIE, name, NL, **options)


def test_a_route_is_named_by_as_few_sentences_as_are_its_own() -> None:
    assert route("lokaal-team") == "«de professional van het lokale team»"
    # Another route of another question is not to be said yet either.
    told = route("eerst-nagaan")
    assert told.startswith("«dat is nog niet te zeggen. Ga na hoe de samenwerking loopt")
    assert "Loopt het vast?" not in told


def test_beside_its_question_a_route_may_begin_as_one_of_another_question() -> None:
    assert route("coordinatie-aan", has_title=True) == "«ja»"
    assert route("eerst-nagaan", has_title=True) == "«dat is nog niet te zeggen»"
    # Several ways to go higher up begin with yes.
    told = route("beiden-naar-leidinggevende", has_title=True)
    assert told.startswith("«ja. De procesregisseur en de behandelaar schalen allebei op")
