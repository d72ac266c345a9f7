"""What was agreed is told with who does it, and by when, or when it was agreed."""

from datetime import date

from integraal.model.services.meeting import Arrangement
from integraal.report.meetings.arranged import arranged
from integraal.words.words import Words
from tests.network.sixty import SIXTY

DAY, NL = date(2026, 10, 6), Words("nl")
OWNER = SIXTY.organisations[0]


def test_an_organisation_is_told_by_its_name_and_others_by_their_words() -> None:
    by = date(2027, 1, 12)
    told = arranged(Arrangement("bellen", OWNER.id, by), DAY, SIXTY, NL)
    assert told == f"bellen · {OWNER.name} · tegen 12 januari 2027"
    assert "de wijk" in arranged(Arrangement("bellen", "de wijk", by), DAY, SIXTY, NL)


def test_without_a_day_or_somebody_it_says_when_it_was_agreed_and_that_nobody_does_it() -> None:
    told = arranged(Arrangement("bellen", "", None), DAY, SIXTY, NL)
    assert told == "bellen · nog niemand · afgesproken op 6 oktober 2026"
