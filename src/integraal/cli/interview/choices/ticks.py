"""What is ticked in a menu of several answers, and what it says together with what is typed."""

from collections.abc import Collection

from integraal.cli.interview.reply_parser import Given, Misread
from integraal.model.answers import DONT_KNOW, Answer, Partly, several
from integraal.model.instrument import Question

DONT_KNOW_ROW, NONE_ROW = ":dont_know", ":none"
"""What the rows hold that are no option; no id of an option has a colon."""


def ticked(given: Answer | None) -> list[str]:
    """Which rows are ticked for an answer that was given before."""
    if given is None:
        return []
    if given is DONT_KNOW:
        return [DONT_KNOW_ROW]
    if isinstance(given, Partly):
        return [*given.chosen, DONT_KNOW_ROW]
    if isinstance(given, frozenset):
        return list(given) or [NONE_ROW]
    return [str(given)]


def toggled(rows: Collection[str], row: str) -> list[str]:
    """The ticks after the space bar on a row; "none of these" never stands beside others.

    >>> toggled(["wonen"], "werk"), toggled(["wonen"], "wonen"), toggled(["wonen"], NONE_ROW)
    (['wonen', 'werk'], [], [':none'])
    """
    if row in rows:
        return [other for other in rows if other != row]
    return [row] if row == NONE_ROW else [*(other for other in rows if other != NONE_ROW), row]


def answer_of(question: Question, rows: Collection[str]) -> Given:
    """What the ticks say."""
    options = [option for option in question.option_ids if option in rows]
    return Given(several(options, question.option_ids, unsure=DONT_KNOW_ROW in rows))


def together(
    question: Question, rows: Collection[str], typed: Given, before: Collection[str] = ()
) -> Given | Misread:
    """What the ticks and a typed answer say together: typing an answer ticks its row too.

    Args:
        question: One with several answers.
        rows: Those that are ticked.
        typed: What was typed, understood on its own.
        before: The rows that were ticked before anybody touched them: an earlier answer, of which
            "none of these" is the opposite.

    Returns: A misreading where somebody typed "none of these" and ticked something.
    """
    also = ticked(typed.answer)
    kept = [row for row in rows if row != NONE_ROW]
    if also == [NONE_ROW]:
        is_as_before = set(rows) == set(before)
        return typed if is_as_before or not kept else Misread("menu.none_and_ticks")
    return answer_of(question, [*kept, *also])
