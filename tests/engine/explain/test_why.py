"""Why, and why not: the rules that decide, and where the others fail."""

from integraal.engine.explain.why import goes_before, obstacles, supports
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model import condition as c
from integraal.model.answers import Answers
from integraal.model.instrument import Act, OutcomePolicy, Raise, Route
from integraal.model.truth import Truth
from tests.engine.builders import an_instrument, one, rule
from tests.reading.helpers import good

MARINA = Answers(
    {
        "gezinsleden": "drie_of_meer",
        "leefgebieden": {"werk", "school"},
        "organisaties": "vier_of_meer",
    }
)


def test_only_rules_of_the_advised_level_say_why(program: Program) -> None:
    rules = [support.rule.id for support in supports(program, MARINA)]
    assert rules == ["plan-voor-heel-het-gezin", "iemand-houdt-overzicht"]


def test_every_rule_above_a_level_says_why_not_that_level(program: Program) -> None:
    rules = {support.rule.id for support in supports(program, MARINA, "segregatie")}
    assert {"meervoudige-problemen", "plan-voor-heel-het-gezin"} <= rules


def test_a_higher_level_names_what_fails_and_what_is_open(program: Program) -> None:
    stable = MARINA.with_answer("verloop", "stabiel")
    standing = {o.rule.id: o.truth for o in obstacles(program, stable, "cooperatie")}
    assert standing["herhaalde-crises"] is Truth.FALSE
    assert standing["alleen-samen-aan-te-pakken"] is Truth.UNKNOWN


def test_the_last_resort_has_no_condition_to_show(program: Program) -> None:
    (obstacle,) = obstacles(program, MARINA, "segregatie")
    assert (obstacle.trace, obstacle.truth) == (None, Truth.FALSE)


def test_a_route_is_explained_as_a_level_is() -> None:
    rules = [
        rule("huisarts", c.OneIn("a", ("ja",)), Route("huisarts")),
        rule("bel", c.OneIn("a", ("ja",)), Act("bel")),
        rule("midden", c.OneIn("a", ("nee",)), Raise("midden")),
    ]
    program = lower(an_instrument(one("a"), rules=rules, outcomes=["huisarts"], actions=["bel"]))
    answers = Answers({"a": "ja"})
    assert [support.rule.id for support in supports(program, answers)] == ["huisarts"]
    assert [obstacle.rule.id for obstacle in obstacles(program, answers, "huisarts")] == [
        "huisarts"
    ]


def test_without_a_scale_only_routes_say_why() -> None:
    rules = [rule("huisarts", c.OneIn("a", ("ja",)), Route("huisarts"))]
    program = lower(an_instrument(one("a"), rules=rules, outcomes=["huisarts"], scale=None))
    assert [s.rule.id for s in supports(program, Answers({"a": "ja"}))] == ["huisarts"]


def test_a_table_that_is_read_to_its_first_row_is_explained_by_that_row_only() -> None:
    rules = [
        rule("boven", c.OneIn("a", ("ja",)), Route("boven")),
        rule("onder", c.OneIn("b", ("ja",)), Route("onder")),
        rule("anders", c.Otherwise(), Route("anders")),
    ]

    def explained(policy: OutcomePolicy) -> list[str]:
        names = ["boven", "onder", "anders"]
        made = an_instrument(
            one("a"), one("b"), rules=rules, outcomes=names, outcome_policy=policy, scale=None
        )
        found = supports(lower(made), Answers({"a": "ja", "b": "ja"}))
        return [support.rule.id for support in found]

    assert explained(OutcomePolicy.FIRST) == ["boven"]
    assert explained(OutcomePolicy.COLLECT) == ["boven", "onder"]


def test_of_a_table_that_keeps_all_every_row_that_holds_has_its_reason() -> None:
    program = lower(good("tafels.yaml"))
    answers = Answers({"veiligheid": "zorg", "langdurig": "ja", "land": "nl"})
    assert [support.rule.id for support in supports(program, answers)] == ["zorgen", "naar-loket"]


def rows_of(policy: OutcomePolicy) -> Program:
    """Make a table in which one row goes before two others, the last of which always holds."""
    rules = [
        rule("boven", c.OneIn("a", ("ja",)), Route("boven")),
        rule("onder", c.OneIn("b", ("ja",)), Route("onder")),
        rule("ook-boven", c.All(()), Route("boven")),
        rule("anders", c.All(()), Route("anders")),
    ]
    names = ["boven", "onder", "anders"]
    return lower(
        an_instrument(
            one("a"), one("b"), rules=rules, outcomes=names, outcome_policy=policy, scale=None
        )
    )


def test_a_route_names_the_row_that_goes_before_it() -> None:
    program = rows_of(OutcomePolicy.FIRST)
    both = Answers({"a": "ja", "b": "ja"})
    before = goes_before(program, both, "onder")
    assert before is not None
    assert (before.rule.id, [fact.question for fact in before.facts]) == ("boven", ["a"])
    before = goes_before(program, Answers({"b": "ja"}), "anders")
    assert before is not None
    assert before.rule.id == "onder"


def test_nothing_goes_before_the_route_that_holds_or_one_that_stands_above_it() -> None:
    program = rows_of(OutcomePolicy.FIRST)
    assert goes_before(program, Answers({"a": "ja"}), "boven") is None
    # The row that holds stands below the only one that leads there: that one itself fails.
    assert goes_before(program, Answers({"a": "nee", "b": "nee"}), "onder") is None


def test_in_a_table_that_keeps_all_no_row_goes_before_another() -> None:
    program = rows_of(OutcomePolicy.COLLECT)
    assert goes_before(program, Answers({"a": "ja", "b": "ja"}), "onder") is None


def test_a_last_resort_goes_before_nothing_wherever_it_stands() -> None:
    rules = [
        rule("anders", c.Otherwise(), Route("anders")),
        rule("onder", c.OneIn("a", ("ja",)), Route("onder")),
    ]
    made = an_instrument(
        one("a"), rules=rules, outcomes=["anders", "onder"], outcome_policy=OutcomePolicy.FIRST
    )
    assert goes_before(lower(made), Answers({"a": "nee"}), "onder") is None
