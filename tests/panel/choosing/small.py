"""Small instruments of which every case can be tried."""

from collections.abc import Iterator
from itertools import combinations, product

from integraal.model.answers import Answer, Answers
from integraal.model.condition import All, AnyOf, Between, Not, OneIn, SomeChosen
from integraal.model.instrument import (
    Instrument,
    Kind,
    Limit,
    OutcomePolicy,
    Question,
    Raise,
    Route,
)
from integraal.panel.choosing.goals import is_told
from tests.engine.builders import an_instrument, number, one, rule, several


def with_levels() -> Instrument:
    """Four questions, one of them asked only after another; rules that hide one another."""
    broad = SomeChosen("terreinen", ("wonen", "werk", "school"), 2)
    heavy = OneIn("last", ("zwaar",))
    return an_instrument(
        one("last", "licht", "matig", "zwaar"),
        several("terreinen", "wonen", "werk", "school"),
        one("hulp", "nee", "ja"),
        one("werkt", "ja", "deels", "nee", ask_when=OneIn("hulp", ("ja",))),
        rules=[
            rule("belast", OneIn("last", ("matig", "zwaar")), Raise("midden")),
            rule("breed", broad, Raise("midden")),
            rule("zwaar-en-breed", All((heavy, broad)), Raise("hoog")),
            rule("werkt-niet", OneIn("werkt", ("nee",)), Raise("hoog")),
            rule("zwaar", heavy, Raise("midden")),
            rule("kan-niet", OneIn("hulp", ("nee",)), Limit("midden")),
        ],
    )


def with_routes() -> Instrument:
    """Rows that are read from the top, of which two lead to one route."""
    busy = OneIn("druk", ("hoog",))
    theme = OneIn("thema", ("ja",))
    return an_instrument(
        number("keren"),
        one("thema", "nee", "ja"),
        one("druk", "laag", "hoog"),
        rules=[
            rule("vaak", Between("keren", 4, None), Route("goed")),
            rule("druk", busy, Route("rust")),
            rule("thema", All((theme, Not(busy))), Route("rust")),
            rule("anders", AnyOf((Not(theme), Not(busy))), Route("plan")),
        ],
        scale=None,
        outcome_policy=OutcomePolicy.FIRST,
        outcomes=["goed", "rust", "plan"],
    )


def every_case(instrument: Instrument, numbers: tuple[float, ...] = (3, 4)) -> Iterator[Answers]:
    """Every way to answer all questions, whether they are asked or not, or left out."""
    told = [question for question in instrument.questions() if is_told(instrument, question)]
    for given in product(*(_answers(question, numbers) for question in told)):
        pairs = zip(told, given, strict=True)
        yield Answers({q.id: answer for q, answer in pairs if answer is not None})


def _answers(question: Question, numbers: tuple[float, ...]) -> list[Answer | None]:
    match question.kind:
        case Kind.SEVERAL:
            options = question.option_ids
            counts = range(len(options) + 1)
            return [frozenset(some) for n in counts for some in combinations(options, n)]
        case Kind.NUMBER:
            return list(numbers)
        case _:
            return [*question.option_ids, *([None] if question.ask_when else [])]
