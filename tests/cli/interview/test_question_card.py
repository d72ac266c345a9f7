"""What stands on the card of a question."""

from integraal.cli.interview.question_card import card_document, card_of
from integraal.engine.interview import Interview
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.reading.library import Library
from integraal.words.words import Words
from tests.report.shipped_pages import all_text


def test_the_first_sensitive_question_says_for_whom_it_is() -> None:
    words = Words("nl")
    interview = Interview.start(lower(Library().instrument("voor-wie-doen-we-wat")), Answers())
    shown = []
    while interview.question is not None:
        card = card_of(interview, "")
        is_told = words("card.only_you") in all_text(card_document(card, words))
        shown.append((card.question.sensitive, is_told))
        interview = interview.skip()
    sensitive = [is_told for is_sensitive, is_told in shown if is_sensitive]
    assert sensitive[0]
    assert sum(is_told for _, is_told in shown) == 1
