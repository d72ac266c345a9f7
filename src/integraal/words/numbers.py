"""Numbers in words: with what they count, and which ones a question takes."""

from integraal.model.instrument import Question
from integraal.words.words import Words


def counted(question: Question, number: float, words: Words) -> str:
    """A number with what it counts behind it.

    >>> from integraal.model.instrument import Kind
    >>> counted(Question("n", "N", "N?", "", Kind.NUMBER, unit="kinderen"), 3, Words("nl"))
    '3 kinderen'
    """
    unit = question.unit
    return words("number.with_unit", number=number, unit=unit) if unit else str(number)


def wanted(question: Question, words: Words) -> str:
    """Which numbers answer a question, inside a sentence.

    >>> from integraal.model.instrument import Kind, Numbers
    >>> least = Numbers(whole=True, least=0)
    >>> wanted(Question("n", "N", "N?", "", Kind.NUMBER, numbers=least), Words("nl"))
    'een heel getal, minstens 0'
    """
    numbers = question.numbers
    said = words("number.whole" if numbers.whole else "number.any")
    bounds = {"least": numbers.least, "most": numbers.most}
    given = {name: bound for name, bound in bounds.items() if bound is not None}
    if given:
        key = "between" if len(given) > 1 else next(iter(given))
        said = words(f"number.{key}", number=said, **given)
    return words("number.counts", number=said, unit=question.unit) if question.unit else said


def behind_line(question: Question, words: Words) -> str:
    """What stands behind the line for a number on paper; may be empty.

    >>> from integraal.model.instrument import Kind, Numbers
    >>> both = Numbers(least=0, most=12)
    >>> asked = Question("n", "N", "N?", "", Kind.NUMBER, numbers=both, unit="keer")
    >>> behind_line(asked, Words("nl"))
    'keer (0–12)'
    """
    least, most = question.numbers.least, question.numbers.most
    if least is None or most is None:
        return question.unit
    from_to = words("number.from_to", least=least, most=most)
    return words("number.counts", number=question.unit, unit=from_to) if question.unit else from_to
