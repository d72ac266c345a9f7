"""A form in the browser refuses in a text what a terminal refuses, and hardly anything else."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integraal.privacy.for_browsers import guard_data
from integraal.privacy.guard import blocked
from integraal.privacy.identifiers import Identifier
from integraal.privacy.known import known_of, without_known
from tests.browser.node import asked, tell, there_is_node
from tests.counts import times
from tests.privacy.labelled import DAY, HALVES, LATER, labelled

pytestmark = pytest.mark.xdist_group("browser_engine")

__all__ = ["there_is_node"]

SCRIPT = "guard.mjs"
PIECES = (
    *("geb.", "op", "wonende te", "dossier", "BSN", "bel", "via", "@", " ", "-", "/", ".", ", "),
    *("Kerkstraat", "rue de la Loi", "de weg", "9000", "Gent", "1234 AB", "mei", "in", "né le"),
    *("111222333", "85073003328", "0612345678", "+32 470 12 34 56", "NL91ABNA0417164300"),
    *("12", "3", "2011", "2027", "1-ABC-123", "jan@voorbeeld.nl", "www.voorbeeld.nl", "bus 2"),
    *("–", "O6", "tel. ", "470123456", "٠٦", "+49 30 123456", "Laan van Zonneschijn 2", "Moeder"),
    *("keer", "euro", "overleg", "ÉCOLE", "ß", "ﬁ", "６", "\u200b", "Instagram", "sterretje_2012"),
)


@cache
def _bring() -> None:
    tell(SCRIPT, {"guard": guard_data()})


def _kinds(text: str) -> tuple[set[str], set[str]]:
    """What is refused here, and what there."""
    _bring()
    here = {kind.value for kind in blocked(text, DAY)}
    return here, set(asked(SCRIPT, {"text": text, "day": DAY.isoformat()}))


def test_every_labelled_sentence_is_refused_there_as_here() -> None:
    more, every = [], [each.text for half in (*HALVES, LATER) for each in labelled(half)]
    for text in every:
        here, there = _kinds(text)
        assert here <= there, text
        assert there - here <= {Identifier.ADDRESS.value}, text
        more += [text] if there > here else []
    # Which words are towns is not known there.
    assert len(more) <= len(every) / 100, more


@settings(max_examples=times(400), deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=10).map("".join) | st.text())
def test_nothing_is_taken_there_that_is_refused_here(text: str) -> None:
    here, there = _kinds(text)
    assert here <= there


@pytest.mark.parametrize("text", ["", "Opnieuw samenkomen op 15 januari 2027", "3 keer per week"])
def test_what_people_agree_is_taken(text: str) -> None:
    assert _kinds(text) == (set(), set())


DESKS = known_of(["Loket & Co (Noord)", "053 00 00 00; info@wissel.invalid", "~ C# 'hoek', bus-2"])


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        ("bel 053 00 00 00", True),
        ("bel 053/000000 of mail INFO@wissel.invalid", True),
        ("bel loket & co (noord) op 053.00.00.00", True),
        ("bel 053 00 00 01", False),
        ("bel 1053 00 00 00 of 0470 12 34 56", False),
        ("mail mijninfo@wissel.invalid", False),
    ],
)
def test_what_desks_of_the_region_say_of_themselves_is_taken_there_as_here(
    text: str, is_taken: bool
) -> None:
    tell(SCRIPT, {"guard": guard_data(DESKS)})
    there = asked(SCRIPT, {"text": text, "day": DAY.isoformat()})
    tell(SCRIPT, {"guard": guard_data()})
    here = {kind.value for kind in blocked(without_known(text, DESKS), DAY)}
    assert set(there) == here
    assert (not here) == is_taken
    assert blocked(text, DAY)
