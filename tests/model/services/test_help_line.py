"""Help lines are found by id, in the order of their file: the worst first."""

import pytest

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
