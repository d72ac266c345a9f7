"""Tell the cases of a study: as short stories, or as a list of questions and answers.

Of each case all is told that was answered, and nothing else; what somebody thinks of the level is
left out. Neither rules nor advice are known here, so that no order and no word can follow them.
"""

import random
from collections.abc import Iterable, Iterator, Sequence

from integraal.engine.interpreter import without_dropped
from integraal.engine.lower import lower
from integraal.engine.program import Program
from integraal.model.condition import leaves_of
from integraal.model.instrument import Instrument, Question
from integraal.model.study.cases import Study, StudyCase
from integraal.model.study.sheet import Fact, Vignette
from integraal.model.study.stories import Stories
from integraal.panel.told_answers import as_story, listed
from integraal.reading.panel.stories import tellable
from integraal.words.words import Words


def vignettes(
    study: Study, instrument: Instrument, stories: Stories | None
) -> tuple[Vignette, ...]:
    """Tell every case.

    Args:
        study: The cases, in whatever order.
        instrument: Of the study, in the language in which it is told.
        stories: Its sentences in that language; None where there are none: then as a list.
    """
    program, words = lower(instrument), Words(instrument.language)
    names = _names(study, stories)
    told = []
    for case in study.cases:
        facts = {
            question.id: _fact(question, case, instrument, stories, words)
            for question in _answered(case, program)
        }
        way = case.wording - 1
        opening = stories.opening[way].format(name=names[case.id]) if stories else ""
        topics = stories.topics if stories else _sections(instrument)
        in_turn = (_drawn(topic, facts, case, study, instrument) for topic in topics)
        told.append(Vignette(case.id, opening, tuple(filter(None, in_turn))))
    return tuple(told)


def _fact(
    question: Question,
    case: StudyCase,
    instrument: Instrument,
    stories: Stories | None,
    words: Words,
) -> Fact:
    answer = case.answers[question.id]
    if stories is None:
        return Fact(question.id, *listed(question, answer, instrument, words))
    return Fact(question.id, as_story(question, answer, stories, case.wording, words))


def shuffled(told: Sequence[Vignette], study: Study, rater: str) -> tuple[Vignette, ...]:
    """The cases in the order of one rater: what is told twice, or differs in one answer, far apart.

    Args:
        told: Some of the cases of the study.
        study: With what repeats or stands beside what.
        rater: Her letter.
    """
    pairs = [
        (case.id, other)
        for case in study.cases
        for other in (case.repeats, case.beside)
        if {case.id, other} <= {each.case for each in told}
    ]
    chance = random.Random(f"{study.seed} {rater}")  # noqa: S311 - no key
    orders = (chance.sample(told, len(told)) for _ in range(_TRIES))
    return tuple(max(orders, key=lambda order: _nearest(order, pairs)))


_TRIES = 60


def _nearest(order: Iterable[Vignette], pairs: Sequence[tuple[str, str]]) -> tuple[int, int]:
    """How far apart the two of a pair stand that are nearest, and how far all together."""
    at = {each.case: number for number, each in enumerate(order)}
    gaps = [abs(at[one] - at[other]) for one, other in pairs]
    return min(gaps, default=0), sum(gaps)


def _names(study: Study, stories: Stories | None) -> dict[str, str]:
    """A family for each case, each another while there are enough of them."""
    if stories is None:
        return {}
    names = sorted(stories.names)
    random.Random(f"{study.seed} names").shuffle(names)  # noqa: S311 - no key
    ids = sorted(case.id for case in study.cases)
    return {case: names[at % len(names)] for at, case in enumerate(ids)}


def _answered(case: StudyCase, program: Program) -> Iterator[Question]:
    """The questions whose answers count in a case: one that is not asked there does not."""
    answers = without_dropped(program, case.answers)
    return (question for question in tellable(program.instrument) if question.id in answers)


def _sections(instrument: Instrument) -> tuple[tuple[str, ...], ...]:
    """Questions as they stand together where there is no story."""
    asked = tuple(tuple(each.id for each in part.questions) for part in instrument.sections)
    return (*asked, tuple(question.id for question in instrument.unasked))


def _drawn(
    topic: Sequence[str],
    facts: dict[str, Fact],
    case: StudyCase,
    study: Study,
    instrument: Instrument,
) -> tuple[Fact, ...]:
    """What is told of one topic, in an order that is drawn; what hangs on a fact comes after it."""
    order = sorted(name for name in topic if name in facts)
    random.Random(f"{study.seed} {case.id}").shuffle(order)  # noqa: S311 - no key
    for name in list(order):
        condition = instrument.question(name).ask_when
        before = {leaf.question for leaf in leaves_of(condition)} if condition else set[str]()
        last = max((order.index(each) for each in before if each in order), default=-1)
        if last > order.index(name):
            order.remove(name)
            order.insert(last, name)
    return tuple(facts[name] for name in order)
