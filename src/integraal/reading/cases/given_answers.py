"""Read answers that somebody gives as Python values, as strictly as those in a case file."""

from collections.abc import Iterable, Set
from collections.abc import Mapping as Given

from integraal.model.answers import DONT_KNOW, Answers, DontKnow, Partly
from integraal.model.finding import Finding, Place
from integraal.model.instrument import Instrument
from integraal.reading.cases.casefile import Elsewhere, read_answers
from integraal.reading.yaml_tree import Mapping, Node, Scalar, Sequence


def read_given(
    given: Given[str, object],
    instrument: Instrument,
    elsewhere: Elsewhere,
    *,
    name: str = "answers",
    land: str = "",
) -> tuple[Answers, tuple[Finding, ...]]:
    """Read answers by question id; say what is wrong or remarkable about them.

    Args:
        given: Ids of options, alone or in any collection; texts; numbers; DONT_KNOW or
            `weet_niet`; None for what was not answered.
        instrument: Whose questions they answer.
        elsewhere: Finds the questions of others.
        name: What a place is told by, as in `answers: veiligheid`.
        land: The country, where the case says it for all its moments.
    """
    places = {key: Place(f"{name}: {key}") for key in given}
    entries = ((Scalar(str(key), places[key]), _node(given[key], places[key])) for key in given)
    tree = Mapping(tuple(entries), Place(name), len(given))
    answers, findings = read_answers(tree, instrument, elsewhere, land)
    for key, value in given.items():
        read = answers.get(key)
        # A case file cannot say of some options that they do not apply, and of others nothing.
        if isinstance(value, Partly) and isinstance(read, Partly) and value.unknown < read.unknown:
            answers = answers.with_answer(key, value)
    return answers, findings


def _node(value: object, place: Place) -> Node:
    """Write a value as it would stand in a case file."""
    match value:
        case None:
            return Scalar(None, place)
        case DontKnow():
            return Scalar(value.value, place)
        case float():
            return Scalar(f"{value:.9f}".rstrip("0").rstrip("."), place)
        case Partly(chosen, _):
            return _node([*sorted(chosen), DONT_KNOW], place)
        case str() | Given():
            return Scalar(str(value), place)
        case Iterable():
            items = sorted(value, key=str) if isinstance(value, Set) else value
            nodes = tuple(_node(item, place) for item in items)
            return Sequence(nodes, place, len(nodes))
        case _:
            return Scalar(str(value), place)
