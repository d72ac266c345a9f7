"""What can be noted of a meeting, and what cannot."""

from typing import Any

import pytest
from pydantic import ValidationError

from integraal.reading.shapes.meetings.meeting import ArrangementShape, MeetingShape, TopicShape

DAY = "2026-03-10"
TOPIC = {"theme": "wachten", "brought_by": ["caw"]}


def test_that_nobody_noted_a_theme_is_not_that_there_was_none() -> None:
    assert MeetingShape.model_validate({"on": DAY}).themes is None
    assert MeetingShape.model_validate({"on": DAY, "themes": []}).themes == []


def test_a_whole_meeting_is_taken_as_it_stands() -> None:
    meeting = MeetingShape.model_validate(
        {
            "on": DAY,
            "sectors": ["welzijn"],
            "present": ["caw"],
            "themes": [{**TOPIC, "about": ["wonen", "meldcode/bel-112"]}],
            "agreements": [{"what": "bellen", "who": "caw", "by": "2026-04-01", "done": "true"}],
            "chair": "caw",
            "agenda": ["kaart"],
        }
    )
    assert meeting.on.isoformat() == DAY
    assert meeting.themes
    assert meeting.themes[0].about == ("wonen", "meldcode/bel-112")
    assert (meeting.agreements[0].done, meeting.agreements[0].theme) == (True, "")


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"on": "vorige week"},
        {"on": "2026-02-30"},
        {"on": DAY, "naam": "Jan"},
        {"on": DAY, "sectors": ["Welzijn & zorg"]},
        {"on": DAY, "themes": "wachten"},
        {"on": DAY, "themes": [{"theme": "wachten", "brought_by": []}]},
        {"on": DAY, "themes": [{"theme": " ", "brought_by": ["caw"]}]},
        {"on": DAY, "themes": [{**TOPIC, "about": ["een/twee/drie"]}]},
        {"on": DAY, "themes": [{**TOPIC, "client": "x"}]},
        {"on": DAY, "agreements": [{"who": "caw"}]},
        {"on": DAY, "agreements": [{"what": "bellen", "by": "ooit"}]},
        {"on": DAY, "agreements": [{"what": "bellen", "done": "misschien"}]},
    ],
)
def test_what_is_no_meeting_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        MeetingShape.model_validate(wrong)


def test_nobody_can_be_named_as_a_person() -> None:
    """There is no field for one: organisations and roles only."""
    shapes = (MeetingShape, TopicShape, ArrangementShape)
    names = {name for shape in shapes for name in shape.model_fields}
    assert names == {
        *("on", "sectors", "present", "themes", "agreements", "chair", "agenda"),
        *("theme", "brought_by", "about", "what", "who", "by", "done"),
    }
