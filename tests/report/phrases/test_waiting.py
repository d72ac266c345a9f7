"""How long people wait for a service, and when somebody asked, in the language of the page."""

from datetime import date

import pytest

from integraal.model.services.region import Service, Wait
from integraal.report.phrases.waiting import waited
from integraal.words.words import Words


@pytest.mark.parametrize(
    ("language", "weeks", "said"),
    [
        ("nl", 1, "wachttijd 1 week (gevraagd op 12 oktober 2026)"),
        ("nl", 6, "wachttijd 6 weken (gevraagd op 12 oktober 2026)"),
        ("fr", 6, "délai d'attente 6 semaines (demandé le 12 octobre 2026)"),
        ("en", 0, "waiting time 0 weeks (asked on 12 October 2026)"),
    ],
)
def test_a_wait_is_told_with_the_day_on_which_somebody_asked(
    language: str, weeks: int, said: str
) -> None:
    desk = Service("loket", "Loket", ("wonen",), wait=Wait(weeks, date(2026, 10, 12)))
    assert waited(desk, Words(language)) == said


def test_nothing_is_said_where_nobody_asked() -> None:
    assert waited(Service("loket", "Loket", ("wonen",)), Words("nl")) == ""
