"""Help lines are found by id, in the order of their file: the worst first."""

import pytest

from integraal.model.services.help_line import by_country
from integraal.reading.library import Library


def test_lines_come_in_the_order_of_the_file_whatever_was_asked_first() -> None:
    lines = Library().help_lines()
    assert [line.id for line in lines.chosen(["1712", "noodnummer"])] == ["noodnummer", "1712"]
    assert lines.line("1712") in lines.lines


def test_a_line_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="999"):
        Library().help_lines().chosen(["noodnummer", "999"])


def test_a_line_has_every_number_it_can_be_called_at() -> None:
    lines = Library().help_lines()
    assert lines.line("noodnummer").numbers == ("112",)
    assert lines.line("zelfmoordlijn-113").numbers == ("113", "0800-0113")


def test_lines_of_one_country_stand_together_and_those_for_all_come_first() -> None:
    lines = by_country(Library().help_lines().lines)
    countries = [line.countries[0] if len(line.countries) == 1 else "" for line in lines]
    assert countries == sorted(countries)
    assert set(countries) == {"", "be", "nl"}
    assert lines[0].number == "112"
    belgian = [bool(line.community) for line in lines if line.countries == ("be",)]
    assert belgian == sorted(belgian)
