"""Short codes for questions and options, as printed on paper: `B3`, `B3-b`."""

from string import ascii_uppercase

from integraal.model.instrument import Instrument

NONE_CODE, UNKNOWN_CODE = "0", "?"
"""Instead of the letter of an option: none of these, and nobody knows."""


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
