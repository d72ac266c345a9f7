"""What a mutant changes of what keeps people safe is said in plain words, in each language."""

import pytest

from integraal.model.example import Difference
from integraal.model.results.trial import NONE, OF_SOURCE, OWN, Change, Edit, Owner
from integraal.report.phrases.trial import change_text, difference_text
from integraal.words.words import LANGUAGES, Words

CHANGES = {
    Change(Edit.URGENCY, "bel", Owner.ACTION, before="danger", after="ask"): (
        "actie 'bel': 'urgent: danger' wordt 'ask'"
    ),
    Change(Edit.URGENCY, "bel", Owner.OUTCOME, before="ask", after=NONE): (
        "route 'bel': 'urgent: ask' valt weg"
    ),
    Change(Edit.CALL, "bel", Owner.ACTION, before="1712"): "actie 'bel': belt '1712' niet meer",
    Change(Edit.SENSITIVE, "veiligheid", Owner.QUESTION): (
        "vraag 'veiligheid': 'sensitive' valt weg, dus anderen lezen het ook"
    ),
    Change(Edit.RELEASE, "meldcode", Owner.INSTRUMENT, before="gevoerd", after=NONE): (
        "instrument 'meldcode': 'withhold_until' valt weg"
    ),
    Change(Edit.RELEASE, "meldcode", Owner.INSTRUMENT, before="gevoerd", after="nee"): (
        "instrument 'meldcode': 'withhold_until' kijkt naar 'nee' in plaats van 'gevoerd'"
    ),
    Change(Edit.ADDITION, "last", Owner.QUESTION, before=OF_SOURCE, after=OWN): (
        "vraag 'last': wordt een eigen aanvulling ('own_addition')"
    ),
    Change(Edit.ADDITION, "last", Owner.QUESTION, before=OWN, after=OF_SOURCE): (
        "vraag 'last': is geen eigen aanvulling ('own_addition') meer"
    ),
    Change(Edit.DROPPED, "nooit", Owner.PROMISE): "belofte 'nooit': staat er niet meer",
    Change(Edit.DROPPED, "regel"): "regel 'regel': geldt nooit meer",
    Change(Edit.TOGETHER, "nooit", Owner.PROMISE, before="weg"): "belofte 'nooit': mag naast 'weg'",
}


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_change_is_said_in_plain_words(change: Change) -> None:
    assert change_text(change, Words("nl")) == CHANGES[change]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_change_has_words_of_its_own(language: str) -> None:
    said = {change_text(change, Words(language)) for change in CHANGES}
    assert len(said) == len(CHANGES)


def test_a_promise_that_does_not_apply_as_expected_is_named() -> None:
    missing = Difference("promises", "nooit: TRUE", "nooit: FALSE")
    assert difference_text(missing, Words("nl")) == (
        "belofte 'nooit': geldt hier niet, en dat was wel verwacht"
    )
    wrong = Difference("promises_off", "nooit: FALSE", "nooit: TRUE")
    assert difference_text(wrong, Words("en")) == (
        "promise 'nooit': applies here, though that was not expected"
    )
