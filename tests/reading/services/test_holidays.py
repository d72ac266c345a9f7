"""The school calendars that we ship can be read, and what cannot be in one is refused."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from integraal.model.finding import Faulty
from integraal.reading.services.holidays import read_holidays, shipped_holidays

ONE = """\
schema: integraal/schoolvakanties/1
id: een
calendars:
  - id: hier
    name: Hier
    from: 2026-09-01
    until: 2027-08-31
    source: https://example.org
    checked: 2026-11-30
    closed:
      - {name: Herfst, from: 2026-11-02, until: 2026-11-08}
"""


def test_both_communities_and_the_three_dutch_regions_have_a_calendar() -> None:
    calendars = read_holidays(shipped_holidays())
    assert [each.id for each in calendars] == [
        "be-vlaams",
        "be-frans",
        "nl-noord",
        "nl-midden",
        "nl-zuid",
    ]
    for each in calendars:
        assert each.source
        assert all(one.end < other.begin for one, other in pairwise(each.closed))


def test_the_flemish_holidays_follow_the_rules_of_the_decree() -> None:
    """Source: besluit van de Vlaamse regering van 17 april 1991."""
    flemish = read_holidays(shipped_holidays())[0]
    for year, easter in ((2027, date(2027, 3, 28)), (2028, date(2028, 4, 16))):
        carnival = date.fromordinal(easter.toordinal() - 48)  # the seventh Monday before Easter
        assert flemish.is_closed(carnival)
        assert not flemish.is_closed(date.fromordinal(carnival.toordinal() - 1))
        assert flemish.is_closed(date(year, 7, 1))
        assert flemish.is_closed(date(year, 8, 31))


def test_outside_its_days_a_calendar_knows_nothing() -> None:
    french = read_holidays(shipped_holidays())[1]
    assert french.knows(date(2027, 3, 3))
    assert not french.knows(date(2027, 9, 1))


@pytest.mark.parametrize(
    ("now", "then", "code"),
    [
        ("until: 2026-11-08", "until: 2026-10-08", "ends-before-it-begins"),
        ("until: 2027-08-31", "until: 2025-08-31", "ends-before-it-begins"),
        ("until: 2026-11-08", "until: 2027-11-08", "outside-the-calendar"),
        ("from: 2026-11-02", "from: 2026-08-02", "outside-the-calendar"),
    ],
)
def test_days_that_cannot_be_are_refused_with_their_place(
    tmp_path: Path, now: str, then: str, code: str
) -> None:
    path = tmp_path / "vakanties.yaml"
    path.write_text(ONE.replace(now, then), encoding="utf-8")
    with pytest.raises(Faulty) as caught:
        read_holidays(path)
    assert code in [finding.code for finding in caught.value.findings]
    assert caught.value.findings[0].place.line
