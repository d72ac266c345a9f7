"""What was found knows what is ours, and what is to be said of its day."""

from datetime import date

from integraal.model.keeping.kept import Found, Kept, Sort, State


def test_what_people_made_or_filled_in_is_not_ours_and_all_else_is() -> None:
    made = [Kept("x", sort, (), 0, None, State.NO_DAY) for sort in Sort]
    assert [one.sort for one in made if not one.is_ours] == [Sort.FORM, Sort.TABLE]


def test_files_are_gathered_by_what_is_to_be_said_of_their_day() -> None:
    kept = [Kept(state.value, Sort.CASE, (), 1, None, state) for state in State]
    found = Found(date(2026, 11, 30), kept)
    assert [found.in_state(state)[0].path for state in State] == [state.value for state in State]
