"""Meetings as data hold what the pages say, by ids, and no count that may not be shown."""

import json
from datetime import date, time

import pytest

from integraal.cli.meetings.coming import coming_meeting
from integraal.model.services.gathering import Presence, Proposed
from integraal.report.meetings.agenda import ITEMS
from integraal.report.meetings.data import agenda_data, invitation_data, memory_data, plan_data
from integraal.words.words import Words
from tests.report.meetings.test_memory import ACTIONS, MEETINGS, action, memory, reported
from tests.report.meetings.test_plan import CAW, DAY, SCHOOLS, plan

COMING = coming_meeting(memory(*MEETINGS).network, (), DAY, time(14), "buurthuis")


def test_a_year_is_told_by_days_and_ids() -> None:
    made = plan(
        [Proposed(DAY, unknown_to=(SCHOOLS,))],
        there=(Presence("welzijn", "Welzijn", date(2026, 9, 15)),),
        missing=((Presence("onderwijs", "Onderwijs"), (CAW,)),),
        long_away=(Presence("ocmw", "OCMW", None, 4),),
    )
    data = plan_data(made)
    assert data["days"] == [{"day": "2027-01-12", "unknown_to": ["be"], "closed_to": []}]
    assert (data["id"], data["from"], data["calendars"]) == ("wijk", "2026-12-01", ["be"])
    assert data["missing"][0]["organisations"] == ["caw"]
    assert data["there"][0]["last"] == "2026-09-15"
    assert (data["long_away"][0]["last"], data["long_away"][0]["missed"]) == (None, 4)


def test_an_agenda_has_its_items_what_is_open_and_what_recurs() -> None:
    data = agenda_data(COMING)
    assert (data["day"], data["begin"], data["where"]) == ("2027-01-12", "14:00", "buurthuis")
    assert [(each["id"], each["minutes"]) for each in data["items"]] == list(ITEMS)
    assert data["recurring"] == ["lange wachttijden"]
    assert data["open"] == [
        {
            "on": "2026-06-09",
            "what": "een brief schrijven",
            "who": "ocmw",
            "by": "2027-01-05",
            "theme": "lange wachttijden",
        }
    ]
    assert data["next_chair"] is None


def test_what_is_not_known_of_a_meeting_is_null() -> None:
    data = agenda_data(coming_meeting(memory().network, (), None, None, ""))
    assert (data["begin"], data["where"], data["is_proposal"]) == (None, None, True)


def test_an_invitation_has_a_text_in_each_language_that_was_asked() -> None:
    data = invitation_data(COMING, [Words("nl"), Words("fr")])
    assert list(data["texts"]) == ["nl", "fr"]
    assert "le mardi 12 janvier 2027" in data["texts"]["fr"]
    assert "buurthuis" in data["texts"]["nl"]


def test_what_recurs_is_told_by_ids_with_what_nobody_serves() -> None:
    data = memory_data(memory(*MEETINGS), ())
    (one,) = data["recurring"]
    assert (one["theme"], one["brought_by"]) == ("lange wachttijden", ["caw", "ocmw"])
    assert one["meetings"] == ["2026-03-10", "2026-06-09"]
    assert one["services"] == ["hulp"]
    assert [each["id"] for each in one["unserved"]] == ["wonen"]
    assert one["agreed"][0]["done"] is False
    assert [each["theme"] for each in data["watched"]] == ["te weinig bussen"]
    assert (data["since"], data["meetings"], data["unnoted"]) == ("2026-03-10", 3, 0)


@pytest.mark.parametrize(("cases", "shown"), [(40, [40]), (None, [])])
def test_a_count_that_may_not_be_shown_is_in_no_data(cases: int | None, shown: list[int]) -> None:
    (found,) = memory_data(memory(*MEETINGS), [reported(action(ACTIONS[2], cases))])["cases"]
    assert [each["cases"] for each in found["unserved"]] == shown
    assert found["limits"] == []


def test_all_of_it_can_be_written_as_json() -> None:
    every = (agenda_data(COMING), memory_data(memory(*MEETINGS), ()), plan_data(plan()))
    assert [json.loads(json.dumps(each))["schema"] for each in every] == [
        "integraal/overlegagenda/1",
        "integraal/terugkerend/1",
        "integraal/overlegplan/1",
    ]
