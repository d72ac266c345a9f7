"""The order in which people see the options of a question, and short codes as printed on paper:
`B3`, `B3-b`.
"""

from string import ascii_uppercase

from integraal.model.instrument import Instrument, Kind, Option, Question

NONE_CODE, UNKNOWN_CODE = "0", "?"
"""Instead of the letter of an option: none of these, and nobody knows."""
_YES, _NO = "ja", ("nee", "geen")
"""Ids of options. Which of them is more need differs from one question to the next."""


def is_yes_or_no(question: Question) -> bool:
    """Say whether a question is answered with yes or no, and with nothing else."""
    ids = set(question.option_ids)
    return question.kind is Kind.ONE and any(ids == {_YES, no} for no in _NO)


def shown_options(question: Question) -> tuple[Option, ...]:
    """The options as people see them: yes always before no, others from low to high need.

    A hand that fills in a row of yes and no does not look again which of them stands first.
    """
    if not is_yes_or_no(question):
        return question.options
    return tuple(sorted(question.options, key=lambda option: option.id != _YES))


def question_codes(instrument: Instrument) -> dict[str, str]:
    """A code for every question: the letter of its section and its number in it.

    Returns: Question id to code; sections after the twenty-sixth count on as `AA`, `AB`, …
    """
    return {
        question.id: f"{letters(index)}{number}"
        for index, section in enumerate(instrument.sections)
        for number, question in enumerate(section.questions, 1)
    }


def option_code(question_code: str, number: int) -> str:
    """The code of an option, 0 for the first.

    >>> option_code("B3", 1)
    'B3-b'
    """
    return f"{question_code}-{letters(number).lower()}"


def letters(index: int) -> str:
    """Count in letters, 0 for `A`.

    >>> letters(2), letters(26)
    ('C', 'AA')
    """
    rest, last = divmod(index, len(ascii_uppercase))
    return (letters(rest - 1) if rest else "") + ascii_uppercase[last]
