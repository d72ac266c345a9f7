"""Take answers from the file of a network, so that people are asked only what it cannot know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from integraal.cli import terminal as screen
from integraal.cli.interview.session_file import Keeper
from integraal.cli.language import words
from integraal.cli.services.opening import every_target, open_network, standing_regions
from integraal.engine.interpreter import without_dropped
from integraal.engine.interview import Interview
from integraal.engine.program import Program
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.network.answers import Taken, answers_of
from integraal.privacy.discreet import discreetly
from integraal.reading.services.networks import is_network
from integraal.reading.trees import read_listing
from integraal.report.phrases.answer import answer_text
from integraal.report.render.visible import visible


@dataclass(frozen=True, slots=True)
class Known:
    """The answers to begin with."""

    answers: Answers
    again: frozenset[str] = frozenset()
    """Questions of which the network knows a part, and people must know the rest."""


def known_of(named: Sequence[str], program: Program, keeper: Keeper) -> Known:
    """The answers of this sitting, with what a network knows put in; what was taken is said.

    What somebody answered today stays. What was carried over from an earlier day gives way: the
    network may have changed since.

    Args:
        named: The files of the network, as the user wrote them; else those of the environment.
        program: Of the instrument.
        keeper: With the answers that there are.

    Raises:
        Faulty: with every fault in the file.
    """
    own = keeper.moment.answers
    names = named or standing_regions()
    asks = any(question.from_network for question in program.instrument.questions())
    if not (names and asks and _has_network(names)):
        return Known(own)
    network = open_network(names, every_target(), quiet=True)
    found = list(answers_of(network, program.instrument, date.today()))
    is_old = keeper.moment.day not in {each.day for each in keeper.before.every_moment}
    given, again, taken = own, set[str](), list[Taken]()
    for one in found:
        question = one.question.id
        if _says(own.get(question), one.answer):
            continue
        if question in own and own[question] is not DONT_KNOW and not is_old:
            _tell("network.differs", one)
            continue
        given = given.with_answer(question, one.answer)
        taken.append(one)
        again |= {question} if isinstance(one.answer, Partly) else set()
    given = without_dropped(program, given)
    taken = [one for one in taken if one.question.id in given]
    if taken:
        screen.tell(words()("network.taken"))
    for one in taken:
        _tell("network.taken_line", one, hang=4)
    return Known(given, frozenset(again))


def _has_network(names: Sequence[str]) -> bool:
    """Whether one of these files is a network, and not all of them regions."""
    with discreetly():
        return any(is_network(read_listing(Path(name))) for name in names)


def begun(known: Known, program: Program, *, with_text: bool, short: bool) -> Interview:
    """Begin to ask, where this is known already; the rest of what is known in part is asked."""
    return Interview.start(
        program, known.answers, with_text=with_text, short=short, again=known.again
    )


def _says(own: Answer | None, network: Answer) -> bool:
    """Whether people said what the network says, or more of what it knows in part."""
    if isinstance(network, Partly) and isinstance(own, frozenset):
        return network.chosen <= own
    return own == network


def _tell(key: str, one: Taken, *, hang: int = 0) -> None:
    said = words()(
        key, name=one.question.name, answer=answer_text(one.question, one.answer, words())
    )
    screen.tell(f"  • {visible(said)}" if hang else visible(said), hang=hang)
