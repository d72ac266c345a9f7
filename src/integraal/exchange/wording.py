"""The sentences of a template, in one language; whoever asks for a template brings them along."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """What a template says besides the texts of the instrument."""

    cases: str
    """Name of the sheet to fill in."""
    guide: str
    """Name of the sheet that explains it."""
    lists: str
    """Name of the hidden sheet with the answers to choose from."""
    yes: str
    no: str
    dont_know: str
    first_band: str
    """Above the columns that are no question."""
    case: str
    case_about: str
    case_wrong: str
    region: str
    period: str
    team: str
    grouping_about: str
    choose_about: str
    option_about: str
    """How to fill in one of the columns of a choose-several question."""
    number_about: str
    only_when: str
    """Of which `{questions}` it depends whether a question is asked."""
    not_in_list: str
    not_a_number: str
    wrong_title: str
    """Title of the window that says that a cell cannot hold this."""
    header_locked: str
    guide_title: str
    """With the `{title}` of the instrument."""
    guide_steps: str
    """How to fill in the sheet, a line for each step."""
    guide_columns: str
    """Headings of the list of questions: name, question, why, when, answers; a line each."""
    guide_number: str
    guide_texts: str
    """That these `{questions}` are left out, and why."""
    made_for: str
    """Which `{instrument}` and `{version}` this was made for."""
    disclaimer: str
