"""What kept people safe does not go away between two versions in silence."""

from dataclasses import replace

import pytest

from integraal.engine.compare.safeguards import weakened
from integraal.model.condition import OneIn
from integraal.model.instrument import (
    Act,
    Instrument,
    Never,
    Release,
    Renamed,
    Route,
    Statement,
    Urgency,
)
from integraal.model.results.trial import Change, Edit, Owner
from tests.engine.builders import GROUNDS, an_instrument, one, rule

BEATEN = OneIn("slaan", ("ja",))
ALARM = Statement("bel", "Bel.", urgent=Urgency.DANGER, call=("noodnummer", "crisisdienst"))
TALKED = Release("gesprek", "ja", "nee")
PROMISE = Never("nooit", Route("weg"), BEATEN, GROUNDS)


def _safe() -> Instrument:
    asked = (replace(one("slaan"), sensitive=True), one("gesprek"))
    rules = [replace(rule("geslagen", BEATEN, Act("bel")), sensitive=True)]
    made = an_instrument(*asked, rules=rules)
    return replace(
        made,
        actions=(ALARM,),
        outcomes=(Statement("weg", "Weg.", urgent=Urgency.ASK, sensitive=True),),
        withhold_until=TALKED,
        never=(PROMISE,),
    )


OLD = _safe()


def _asking(*, sensitive: bool, name: str = "slaan") -> Instrument:
    (section, *_) = OLD.sections
    asked = (replace(one(name), sensitive=sensitive), one("gesprek"))
    return replace(OLD, sections=(replace(section, questions=asked),))


def _alarm(urgent: Urgency | None, *call: str) -> Instrument:
    return replace(OLD, actions=(replace(ALARM, urgent=urgent, call=call or ALARM.call),))


def test_a_version_that_keeps_everything_has_lost_nothing() -> None:
    safer = replace(OLD, actions=(replace(ALARM, sensitive=True, call=("112", *ALARM.call)),))
    assert list(weakened(OLD, OLD)) == list(weakened(OLD, safer)) == []


def test_what_was_not_urgent_may_go() -> None:
    more = replace(OLD, actions=(ALARM, Statement("praat", "Praat erover.")))
    assert list(weakened(more, OLD)) == []


def test_of_another_instrument_nothing_is_said() -> None:
    assert list(weakened(OLD, replace(OLD, id="ander", actions=(), never=()))) == []


@pytest.mark.parametrize(
    ("new", "change"),
    [
        (_alarm(None), Change(Edit.URGENCY, "bel", Owner.ACTION, "", "", "danger", "none")),
        (
            _alarm(Urgency.ASK),
            Change(Edit.URGENCY, "bel", Owner.ACTION, "", "", "danger", "ask"),
        ),
        (
            replace(OLD, actions=()),
            Change(Edit.URGENCY, "bel", Owner.ACTION, "", "", "danger", "none"),
        ),
        (
            _alarm(Urgency.DANGER, "noodnummer"),
            Change(Edit.CALL, "bel", Owner.ACTION, before="crisisdienst"),
        ),
        (
            replace(OLD, outcomes=(replace(OLD.outcomes[0], sensitive=False),)),
            Change(Edit.SENSITIVE, "weg", Owner.OUTCOME),
        ),
        (_asking(sensitive=False), Change(Edit.SENSITIVE, "slaan", Owner.QUESTION)),
        (
            replace(_asking(sensitive=False, name="geweld"), renamed=(Renamed("slaan", "geweld"),)),
            Change(Edit.SENSITIVE, "slaan", Owner.QUESTION),
        ),
        (
            replace(OLD, rules=(replace(OLD.rules[0], sensitive=False),)),
            Change(Edit.SENSITIVE, "geslagen"),
        ),
        (
            replace(OLD, withhold_until=None),
            Change(Edit.RELEASE, "klein", Owner.INSTRUMENT, "", "", "gesprek: ja / nee", "none"),
        ),
        (
            replace(OLD, withhold_until=replace(TALKED, never="ooit")),
            Change(
                Edit.RELEASE,
                "klein",
                Owner.INSTRUMENT,
                "",
                "",
                "gesprek: ja / nee",
                "gesprek: ja / ooit",
            ),
        ),
        (replace(OLD, never=()), Change(Edit.DROPPED, "nooit", Owner.PROMISE)),
        (
            replace(OLD, never=(replace(PROMISE, when=OneIn("slaan", ("nee",))),)),
            Change(Edit.OTHER, "nooit", Owner.PROMISE),
        ),
    ],
)
def test_what_is_lost_or_changed_is_named(new: Instrument, change: Change) -> None:
    assert list(weakened(OLD, new)) == [change]


def test_where_others_read_nothing_until_now_a_release_is_a_change() -> None:
    (change,) = weakened(replace(OLD, withhold_until=None), OLD)
    assert (change.before, change.after) == ("none", "gesprek: ja / nee")
