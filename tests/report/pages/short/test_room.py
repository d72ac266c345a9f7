"""Rooms become smaller, one after the other."""

from integraal.report.pages.short.room import ROOMS, Room, Said, said


def test_every_room_says_less_than_the_first_and_none_says_it_twice() -> None:
    assert ROOMS[0] == Room()
    assert len(set(ROOMS)) == len(ROOMS)
    first = ROOMS[0]
    for room in ROOMS[1:]:
        assert (room.reasons, room.actions, room.points) <= (3, 3, 2)
        assert room.routes <= first.routes
        assert room.because <= first.because


def test_how_a_text_begins_has_a_sign_that_there_is_more() -> None:
    assert said("Ja. Maak samen één plan.", Said.BEGIN) == "Ja. …"
    assert said("Ja. Maak samen één plan.", Said.WHOLE) == "Ja. Maak samen één plan."
    assert said("Ja.", Said.BEGIN) == "Ja."
