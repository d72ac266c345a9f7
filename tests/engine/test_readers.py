"""What a reader may see of a case, told in small; that it never tells more is a property."""

from dataclasses import replace

from integraal.engine.assess import assess_for
from integraal.engine.lower import lower
from integraal.engine.readers import is_released, shown_to
from integraal.model.condition import OneIn
from integraal.model.instrument import Raise
from integraal.model.instrument.instrument import Release
from integraal.model.reader import Reader
from tests.engine.builders import an_instrument, cases, one, rule

TALK = Release("gesprek", "ja", "kan_niet")
SECRET = replace(one("geheim"), sensitive=True)
OPEN = an_instrument(
    one("last"),
    SECRET,
    one("gesprek", "ja", "nee", "kan_niet"),
    rules=[
        rule("midden", OneIn("last", ("ja",)), Raise("midden")),
        rule("hoog", OneIn("geheim", ("ja",)), Raise("hoog")),
    ],
)
HELD = replace(OPEN, withhold_until=TALK)


def test_a_professional_sees_the_case_itself() -> None:
    shown = shown_to(
        lower(HELD), given := cases({"last": "ja", "geheim": "ja"}), Reader.PROFESSIONAL
    )
    assert shown is not None
    assert (shown.cases, shown.sight.is_masked) == (given, False)
    assert assess_for(Reader.PROFESSIONAL, lower(HELD), given[0], ()) is not None


def test_others_see_what_is_sensitive_at_its_lowest_need_where_the_advice_stays_the_same() -> None:
    for given in cases({"last": "ja", "geheim": "nee"}, {"last": "ja"}):
        shown = shown_to(lower(HELD), [given], Reader.FAMILY)
        assert shown is not None
        assert shown.sight.is_masked
        assert dict(shown.cases[0].latest.answers) == {"last": "ja", "geheim": "nee"}


def test_where_the_advice_rests_on_what_is_sensitive_there_is_nothing_to_see() -> None:
    (case,) = cases({"last": "ja", "geheim": "ja"})
    assert shown_to(lower(HELD), [case], Reader.FAMILY) is None
    assert assess_for(Reader.FAMILY, lower(HELD), case, ()) is None


def test_after_the_talk_a_family_sees_all_of_it_and_a_child_does_not() -> None:
    (case,) = cases({"last": "ja", "geheim": "nee", "gesprek": "ja"})
    family, child = (shown_to(lower(HELD), [case], who) for who in (Reader.FAMILY, Reader.CHILD))
    assert family is not None
    assert child is not None
    assert (family.sight.is_masked, child.sight.is_masked) == (False, True)


def test_where_talking_is_not_safe_there_is_no_page_at_all() -> None:
    (case,) = cases({"last": "ja", "gesprek": "kan_niet"})
    assert shown_to(lower(HELD), [case], Reader.FAMILY) is None


def test_without_a_talk_to_wait_for_nothing_is_ever_released() -> None:
    (case,) = cases({"last": "ja", "geheim": "nee", "gesprek": "ja"})
    assert not is_released(OPEN, case)
    shown = shown_to(lower(OPEN), [case], Reader.FAMILY)
    assert shown is not None
    assert shown.sight.is_masked
