from datetime import date

from integraal.engine.assess import assess, assess_for
from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model.answers import Answers
from integraal.model.case import Case, Moment
from integraal.model.condition import OneIn
from integraal.model.instrument import Instrument, Raise
from integraal.model.reader import Reader
from integraal.model.truth import Truth
from integraal.reading.library import Library
from tests.engine.builders import an_instrument, cases, one, rule

CHAIN = an_instrument(
    one("a"),
    one("b", ask_when=OneIn("a", ("ja",))),
    rules=[rule("r", OneIn("b", ("ja",)), Raise("hoog"))],
)


def test_it_holds_the_answers_that_count_and_the_advice_that_follows_from_them() -> None:
    (case,) = cases({"a": "nee", "b": "ja"})
    program = lower(CHAIN)
    assessment = assess(program, case, ())
    assert (assessment.case, assessment.instrument) == (case, CHAIN)
    assert dict(assessment.answers) == {"a": "nee"}
    assert assessment.advice == evaluate(program, case.latest.answers)


def test_the_latest_moment_is_what_counts() -> None:
    days = (date(2026, 1, 1), date(2026, 2, 1))
    moments = (Moment(days[0], Answers({"a": "ja"})), Moment(days[1], Answers({"a": "nee"})))
    assessment = assess(lower(CHAIN), Case("C-1", moments=moments), ())
    assert (assessment.day, dict(assessment.answers)) == (days[1], {"a": "nee"})


def test_it_names_the_answers_that_a_run_on_the_source_alone_leaves_out(
    instrument: Instrument,
) -> None:
    (case,) = cases({"veiligheid": "zorg", "verloop": "stabiel", "draaglast": "zwaar"})
    whole = assess(lower(instrument), case, ())
    source_only = assess(lower(instrument, source_only=True), case, ())
    assert (whole.left_out, whole.source_only) == ((), False)
    assert (source_only.left_out, source_only.source_only) == (("verloop",), True)
    # What is asked for the sake of danger alone is named too, since it does not raise the level.
    assert (source_only.not_counted, whole.not_counted) == (("veiligheid",), ())


def test_a_reader_gets_the_case_without_what_is_for_professionals_or_nothing() -> None:
    program = lower(Library().instrument("voor-wie-doen-we-wat"))
    (calm, worried) = cases(
        {"gezinsleden": "een", "veiligheid": "geen_zorg"}, {"veiligheid": "zorg"}
    )
    for case in (calm, worried):
        assert assess_for(Reader.PROFESSIONAL, program, case, ()) == assess(program, case, ())
    family = assess_for(Reader.FAMILY, program, calm, ())
    assert family is not None
    assert (family.reader, family.dangers, family.country) == (Reader.FAMILY, (), "")
    assert assess_for(Reader.FAMILY, program, worried, ()) is None


def test_whether_nobody_may_refuse_is_known_only_where_an_answer_says_so() -> None:
    program = lower(Library().instrument("procesregie"))
    (said, not_said, free) = cases({"kader": "gedwongen_jeugd"}, {}, {"kader": "vrijwillig"})
    found = [assess(program, case, ()).is_compulsory for case in (said, not_said, free)]
    assert found == [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]
