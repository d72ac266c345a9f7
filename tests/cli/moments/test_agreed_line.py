"""An agreement on one line: what, who and by which day, as people write it."""

from datetime import date

import pytest

from integraal.cli.moments.agreed_line import MisreadAgreement, agreement_in, day_of
from integraal.model.case import Agreement

NEXT_YEAR = date(2027, 1, 15)


@pytest.mark.parametrize(
    "line",
    [
        "Plan maken / wijkteam / 2027-01-15",
        "Plan maken / wijkteam / 15/1/2027",
        "Plan maken/wijkteam/15-01-2027",
        "Plan maken/wijkteam/15/01/2027",
        " Plan maken /wijkteam/ op 15 januari 2027 /",
    ],
)
def test_what_who_and_when_are_told_apart(line: str) -> None:
    assert agreement_in(line) == Agreement("Plan maken", "wijkteam", NEXT_YEAR, done=False)


@pytest.mark.parametrize(
    ("line", "what", "who"),
    [
        ("Samen eten / ouders/verzorgers", "Samen eten", "ouders/verzorgers"),
        ("Verslag van 12 mei 2027 sturen / school", "Verslag van 12 mei 2027 sturen", "school"),
    ],
)
def test_a_slash_or_a_day_inside_a_part_stays_in_it(line: str, what: str, who: str) -> None:
    assert agreement_in(line) == Agreement(what, who, None, done=False)


def test_a_day_that_was_given_apart_counts_where_the_line_has_none() -> None:
    one = agreement_in("Plan maken / wijkteam", NEXT_YEAR)
    other = agreement_in("Plan maken / wijkteam / 2027-02-01", NEXT_YEAR)
    assert [each.by for each in (one, other) if isinstance(each, Agreement)] == [
        NEXT_YEAR,
        date(2027, 2, 1),
    ]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("", "agreed.nothing"),
        ("/ wijkteam", "agreed.nothing"),
        ("Plan maken", "agreed.no_role"),
        ("Plan maken / 2027-01-15", "agreed.no_role"),
        ("Plan maken / / 2027-01-15", "agreed.no_role"),
        ("Plan maken / wijkteam / binnenkort", "agreed.no_day"),
        ("Plan maken / wijkteam / 31-2-2027", "agreed.no_day"),
        ("Plan maken / wijkteam / school / 2027-01-15", "agreed.no_day"),
    ],
)
def test_what_is_no_agreement_is_not_guessed_at(line: str, key: str) -> None:
    assert agreement_in(line) == MisreadAgreement(key)


@pytest.mark.parametrize(
    "text", ["", "ooit", "15 januari", "2027-01-15 of later", "15-1-2027 16-1-2027"]
)
def test_what_is_more_or_less_than_a_day_is_none(text: str) -> None:
    assert day_of(text) is None
