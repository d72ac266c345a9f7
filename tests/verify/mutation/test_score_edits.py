"""Every weight and every bound of a score can be one off, and a case must notice it."""

from dataclasses import replace

from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.example import Example, Expectation
from integraal.model.instrument import Band, Instrument, Never, Raise, Score, Weights
from integraal.model.results.trial import Change, Edit, Fate, Owner
from integraal.verify.mutation.analysis import Mutation
from integraal.verify.mutation.equivalence import Noticeable, compare
from integraal.verify.mutation.mutants import mutants
from integraal.verify.mutation.places import change_path
from integraal.verify.mutation.score_edits import rescored, score_edits
from integraal.verify.mutation.suite import Programs
from tests.engine.builders import GROUNDS, an_instrument, one, rule

ITEMS = (Weights("a", (("nee", 0), ("ja", 2))), Weights("b", (("nee", 0), ("ja", 3))))
SCORE = Score(
    "som", "Som", ITEMS, (Band("laag", "Laag", 0, 3), Band("hoog", "Hoog", 4, 5)), GROUNDS
)
HIGH = SCORE.between(5, None)


def _instrument(when: c.Condition = HIGH) -> Instrument:
    asked = (one("a"), one("b"), one("later", ask_when=SCORE.between(3, None)))
    made = an_instrument(*asked, rules=[rule("regel", when, Raise("midden"))])
    return replace(made, scores=(SCORE,))


def test_every_option_counts_for_one_more_and_for_one_less_but_never_below_zero() -> None:
    told = [
        (change.question, change.before, change.after) for change, _ in score_edits(_instrument())
    ]
    assert told == [
        ("a", "nee: 0", "nee: 1"),
        ("a", "ja: 2", "ja: 1"),
        ("a", "ja: 2", "ja: 3"),
        ("b", "nee: 0", "nee: 1"),
        ("b", "ja: 3", "ja: 2"),
        ("b", "ja: 3", "ja: 4"),
    ]


def test_a_weight_is_another_wherever_the_score_is_looked_at() -> None:
    nested = c.All((c.Not(HIGH), c.AtLeastOf(1, (HIGH, c.OneIn("a", ("ja",))))))
    made = replace(_instrument(nested), never=(Never("n", Raise("hoog"), HIGH, GROUNDS),))
    change, mutated = list(score_edits(made))[-1]
    changed = mutated.score("som")
    assert changed.items[1].options == (("nee", 0), ("ja", 4))
    assert mutated.rules[0].when == rescored(nested, changed)
    assert mutated.never[0].when == changed.between(5, None)
    assert mutated.question("later").ask_when == changed.between(3, None)
    assert change_path(made, change) == ("scores", 0, "id")


def test_a_bound_moves_by_one_on_either_side() -> None:
    edits = [
        (mutant.change.before, mutant.change.after)
        for mutant in mutants(_instrument(SCORE.between(2, 4)))
        if mutant.change.edit is Edit.THRESHOLD and mutant.change.of is Owner.RULE
    ]
    assert edits == [("2", "1"), ("4", "3"), ("2", "3"), ("4", "5")]


def _weight(question: str, before: str, after: str) -> Change:
    return Change(Edit.WEIGHT, "som", Owner.SCORE, "", question, before, after)


def _fate(change: Change, *examples: Example) -> tuple[Fate, str]:
    mutant = next(made for made in mutants(_instrument()) if made.change == change)
    found = Mutation(_instrument(), examples).fate_of(mutant)
    return found.fate, found.witness


def test_a_weight_that_is_one_off_is_noticed_by_a_case_that_says_the_sum() -> None:
    slip = _weight("a", "ja: 2", "ja: 3")
    expect = Expectation(scores=(("som", (2, 5)),), fields=frozenset({"scores"}))
    seen = Example("casus", Answers({"a": "ja"}), expect)
    assert _fate(slip, seen) == (Fate.CAUGHT, "")


def test_a_weight_that_no_case_notices_comes_with_a_case_that_would() -> None:
    fate, witness = _fate(_weight("a", "ja: 2", "ja: 3"))
    assert fate is Fate.SURVIVED
    assert "scores: {som: [" in witness


def test_a_weight_of_a_question_that_may_apply_is_in_the_range_and_so_in_a_case() -> None:
    """It never does: no answer is both. As long as nobody answered, nobody knows."""
    both = c.All((c.OneIn("a", ("ja",)), c.OneIn("a", ("nee",))))
    asked = (one("a"), one("b", ask_when=both))
    instrument = replace(an_instrument(*asked), scores=(SCORE,))
    change, mutated = list(score_edits(instrument))[-1]
    judged = compare(Programs(instrument), Programs(mutated), change)
    assert isinstance(judged, Noticeable)
    assert "som: [0, 5]" in judged.witness
