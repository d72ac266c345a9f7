"""The cases of the shipped instrument notice every change that can be noticed."""

from integraal.engine.evaluate import evaluate
from integraal.engine.lower import lower
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.example import Example, Expectation
from integraal.model.instrument import Act, Instrument, Raise
from integraal.model.results.trial import Change, Edit, Fate, MutantResult
from integraal.reading.cases.case_instruments import elsewhere
from integraal.reading.examples import read_examples
from integraal.verify.mutation.analysis import Mutation
from integraal.verify.mutation.differences import differences
from integraal.verify.mutation.mutants import Mutant, mutants
from tests.conftest import ROOT
from tests.engine.builders import an_instrument, one, rule

FILES = sorted((ROOT / "tests" / "cases" / "voor-wie-doen-we-wat").glob("*.yaml"))
YES = c.OneIn("vraag", ("ja",))


def _shipped_cases(instrument: Instrument) -> list[Example]:
    return [e for file in FILES for e in read_examples(file, instrument, elsewhere(instrument))]


def _case(name: str, answer: str, expect: Expectation) -> Example:
    return Example(name, Answers({"vraag": answer}), expect)


def _level(level: str) -> Expectation:
    return Expectation(level=level, fields=frozenset({"level"}))


SMALL = an_instrument(one("vraag"), rules=[rule("regel", YES, Raise("midden"))], actions=["praat"])
HOLDS, HOLDS_NOT = _case("geldt", "ja", _level("midden")), _case("niet", "nee", _level("laag"))


def _fates(instrument: Instrument, *examples: Example) -> dict[tuple[Edit, str], str]:
    """What became of every mutant: who caught it, else its fate."""
    mutation = Mutation(instrument, examples)
    results = [mutation.fate_of(mutant) for mutant in mutants(instrument)]
    return {
        (result.change.edit, result.change.after): result.caught_by or result.fate.value
        for result in results
    }


def test_all_changes_of_the_shipped_instrument_are_noticed_or_proven_to_matter_never(
    instrument: Instrument,
) -> None:
    mutation = Mutation(instrument, _shipped_cases(instrument))
    results = [mutation.fate_of(mutant) for mutant in mutants(instrument)]
    assert [result for result in results if result.fate is Fate.SURVIVED] == []
    assert [result for result in results if result.fate is Fate.EQUIVALENT] == [
        # Two professionals already ask for connectie, by the rule named.
        MutantResult(
            Change(Edit.LEVEL, "overdracht-niet-geregeld", before="connectie", after="segregatie"),
            Fate.EQUIVALENT,
            covered_by=("informatie-moet-reizen",),
        ),
        # Part 1 of the condition already holds without coordination, whatever the form.
        MutantResult(
            Change(
                Edit.WIDENED,
                "vorm-en-afstemming-botsen",
                part="2.1",
                question="afstemming",
                after="geen",
            ),
            Fate.EQUIVALENT,
        ),
        # Part 4 already holds for a team with one of these forms.
        MutantResult(
            Change(
                Edit.WIDENED,
                "vorm-en-afstemming-botsen",
                part="3.1",
                question="afstemming",
                after="team",
            ),
            Fate.EQUIVALENT,
        ),
    ]


def test_a_case_on_either_side_notices_a_boundary_and_a_level() -> None:
    assert _fates(SMALL, HOLDS, HOLDS_NOT) == {
        (Edit.DROPPED, ""): "geldt",
        (Edit.LEVEL, "laag"): "geldt",
        (Edit.LEVEL, "hoog"): "geldt",
        (Edit.WIDENED, "nee"): "niet",
    }


def test_a_case_on_one_side_only_does_not_notice_that_the_boundary_moves() -> None:
    assert _fates(SMALL, HOLDS)[Edit.WIDENED, "nee"] == Fate.SURVIVED.value


def test_a_case_that_expects_nothing_notices_nothing() -> None:
    fates = _fates(SMALL, _case("stil", "ja", Expectation()))
    assert set(fates.values()) == {Fate.SURVIVED.value}


def test_a_dropped_rule_is_not_caught_by_a_case_in_which_it_does_not_hold() -> None:
    off = Expectation(rules_off=("regel",), fields=frozenset({"rules_off"}))
    assert _fates(SMALL, _case("niet", "nee", off))[Edit.DROPPED, ""] == Fate.SURVIVED.value


def test_a_rule_that_holds_when_no_other_does_is_noticed_by_its_action() -> None:
    instrument = an_instrument(
        one("vraag"),
        rules=[
            rule("regel", YES, Raise("midden")),
            rule("anders", c.Otherwise(), Act("praat")),
            rule("iets", YES, Act("doe")),
        ],
        actions=["praat", "doe"],
    )
    calm = Expectation(actions=("praat",), fields=frozenset({"actions"}))
    mutant = next(m for m in mutants(instrument) if m.change == Change(Edit.DROPPED, "anders"))
    found = Mutation(instrument, [_case("rust", "nee", calm)]).fate_of(mutant)
    assert (found.fate, found.caught_by) == (Fate.CAUGHT, "rust")


def test_nothing_is_passed_over_that_a_full_run_would_have_noticed(
    instrument: Instrument,
) -> None:
    vignettes = read_examples(FILES[-1], instrument, elsewhere(instrument))
    for mutant in list(mutants(instrument))[::9]:
        found = Mutation(instrument, vignettes).fate_of(mutant)
        assert (found.fate is Fate.CAUGHT) is _fails_in_any(mutant, vignettes)


def _fails_in_any(mutant: Mutant, examples: tuple[Example, ...]) -> bool:
    program = lower(mutant.instrument)
    return any(
        differences(example.expect, evaluate(program, example.answers)) for example in examples
    )
