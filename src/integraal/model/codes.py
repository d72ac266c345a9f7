"""The order in which people see the options of a question, and short codes as printed on paper:
`B3`, `B3-b`, `B3-j`.
"""

from collections.abc import Iterable
from hashlib import sha256
from string import ascii_uppercase

from integraal.model.instrument import Instrument, Kind, Option, Question

NONE_CODE, UNKNOWN_CODE = "0", "?"
"""Instead of the letter of an option: none of these, and nobody knows."""
YES_CODE, NO_CODE = "j", "n"
"""Instead of the letter of an option: ja and nee, in every language."""
YES_TYPED = (YES_CODE, "y", "o")
"""What people may type for it: ja, yes, oui."""
CHECK = "[2-9][2-9CDFHJKMNPRTVXY]{3}"
"""Pattern of the check of a form."""
MARKED_BY = ("now", "family", "we", "advice")
"""The columns of the ladder on a form, each with a cross of its own."""
LADDER_CODE = "ladder"
"""Before the number of a column and that of a level, instead of the code of a question."""
MADE_TICKED = "data-made"
"""What marks a box on a page that had its cross when the page was made."""
_DIGITS, _CONSONANTS = "23456789", "CDFHJKMNPRTVXY"
"""Of these no two look alike, and they spell no word: no B beside 8, no VV and W, no vowels."""
YES_OPTION, NO_OPTION, NONE_OPTION = "ja", "nee", "geen"
"""Ids of options. Which of them is more need differs from one question to the next."""
_YES_AND_NO = 2


def yes_and_no(question: Question) -> tuple[str, str] | None:
    """The options of a question that is answered with yes or no, and with nothing else.

    Returns: The ids of yes and of no; None where a question has other answers. Beside `nee`, any
        one option says yes; beside `geen` only `ja` does, for it may be a number of things.
    """
    ids = question.option_ids
    if question.kind is not Kind.ONE or len(ids) != _YES_AND_NO:
        return None
    if NO_OPTION in ids:
        return ids[1 - ids.index(NO_OPTION)], NO_OPTION
    return (YES_OPTION, NONE_OPTION) if set(ids) == {YES_OPTION, NONE_OPTION} else None


def shown_options(question: Question) -> tuple[Option, ...]:
    """The options as people see them: yes always before no, others from low to high need.

    A hand that fills in a row of yes and no does not look again which of them stands first.
    """
    both = yes_and_no(question)
    return question.options if both is None else tuple(map(question.option, both))


def question_codes(instrument: Instrument) -> dict[str, str]:
    """A code for every question: the letter of its section and its number in it.

    Returns: Question id to code; sections after the twenty-sixth count on as `AA`, `AB`, …
    """
    return {
        question.id: f"{letters(index)}{number}"
        for index, section in enumerate(instrument.sections)
        for number, question in enumerate(section.questions, 1)
    }


def option_signs(question: Question) -> dict[str, str]:
    """What stands behind the code of a question for each of its options, in the order shown.

    A letter of a position never stands for yes or no: a hand that has seen `a` for yes ten times
    would write it for no.

    Returns: Option id to `j` or `n` for yes and no, whatever the language; else to a letter by its
        position.
    """
    shown = [option.id for option in shown_options(question)]
    if yes_and_no(question):
        return dict(zip(shown, (YES_CODE, NO_CODE), strict=True))
    return {option: letters(number).lower() for number, option in enumerate(shown)}


def option_with(question: Question, sign: str) -> str | None:
    """Find the option that a sign stands for, as it is typed; None where it stands for none.

    Args:
        question: The one whose code stands before it.
        sign: In small letters; `y` and `o` (yes, oui) are `j`.
    """
    both = yes_and_no(question)
    if both and sign in YES_TYPED:
        return both[0]
    return {known: option for option, known in option_signs(question).items()}.get(sign)


def option_code(question_code: str, sign: str) -> str:
    """The code of an option.

    >>> option_code("B3", "b")
    'B3-b'
    """
    return f"{question_code}-{sign}"


def box_code(question_code: str, code: str) -> str:
    """The whole code of a box, also where only its sign is printed.

    >>> box_code("B3", "B3-b"), box_code("B3", "?")
    ('B3-b', 'B3-?')
    """
    return code if code.startswith(f"{question_code}-") else option_code(question_code, code)


def mark_code(column: int, level: int) -> str:
    """The code of a cross on the ladder.

    Args:
        column: 1 for the first.
        level: 1 for the lowest.

    >>> mark_code(2, 5)
    'ladder-2-5'
    """
    return f"{LADDER_CODE}-{column}-{level}"


def example_codes(instrument: Instrument) -> list[str]:
    """Codes that people could type from this very form: of each kind of answer one.

    >>> from integraal.reading.library import Library
    >>> example_codes(Library().instrument("voor-wie-doen-we-wat"))
    ['A1n', 'A2b', 'B1?', 'C3a,c']
    """
    codes, found = question_codes(instrument), dict[str, str]()
    for question in instrument.questions():
        code, signs = codes[question.id], list(option_signs(question).values())
        if yes_and_no(question):
            found.setdefault("yes_no", f"{code}{NO_CODE}")
        elif question.kind is Kind.SEVERAL and len(signs) > 2:  # noqa: PLR2004 - the first and third
            found.setdefault("several", f"{code}{signs[0]},{signs[2]}")
        elif question.kind is Kind.ONE:
            if "one" in found:
                found.setdefault("unknown", f"{code}{UNKNOWN_CODE}")
            found.setdefault("one", f"{code}{signs[1]}")
    return list(found.values())


def form_check(instrument: Instrument) -> str:
    """Four signs that tell the codes of this form from those of any other.

    They follow from which code stands for which question and option, and from nothing else: in
    another language, or with other words, they are the same. The first is a digit, so that nobody
    takes them for a code.

    Returns: In capitals; one of 85,184.
    """
    meant = []
    for name, code in question_codes(instrument).items():
        meant.append(f"{code}={name}")
        signs = option_signs(instrument.question(name))
        meant += [f"{option_code(code, sign)}={option}" for option, sign in signs.items()]
    return check_of(meant)


def check_of(meant: Iterable[str]) -> str:
    """Four signs that follow from texts; other texts hardly ever have the same."""
    rest = int.from_bytes(sha256("\n".join(meant).encode()).digest())
    check = ""
    for alphabet in (_DIGITS, *(_DIGITS + _CONSONANTS,) * 3):
        rest, at = divmod(rest, len(alphabet))
        check += alphabet[at]
    return check


def agreement_letter(instrument: Instrument) -> str:
    """What stands before the number of an agreement on a form: the letter after the last section.

    >>> from integraal.reading.library import Library
    >>> agreement_letter(Library().instrument("voor-wie-doen-we-wat"))
    'G'
    """
    return letters(len(instrument.sections))


def letters(index: int) -> str:
    """Count in letters, 0 for `A`.

    >>> letters(2), letters(26)
    ('C', 'AA')
    """
    rest, last = divmod(index, len(ascii_uppercase))
    return (letters(rest - 1) if rest else "") + ascii_uppercase[last]
