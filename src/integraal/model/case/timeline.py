"""A case is a timeline: which moments an instrument looks at, and what goes along with them.

An instrument looks at the last moment that is its own. What people knew of the same questions at a
later moment of another instrument goes along, and so does what only others asked. A worry
about safety goes along until the instrument asks itself: unknown is never no. A calm of before does
not: it is no calm of now. Which moments are its own never depends
on a sensitive answer, so that a page for others cannot show it either.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.case import Case, Moment
from integraal.model.instrument import Instrument, Kind, Question


@dataclass(frozen=True, slots=True)
class Along:
    """An answer that counts, and that was given at another moment than the one looked at."""

    question: str
    answer: Answer
    day: date | None


@dataclass(frozen=True, slots=True)
class Look:
    """A case as one instrument looks at it."""

    moment: Moment
    """The last one of its own."""
    answers: Answers
    """Those of that moment, and what goes along with them."""
    along: tuple[Along, ...] = ()
    """What goes along of the questions that count for this instrument, in its order."""

    @property
    def until(self) -> date | None:
        """The last day from which an answer counts."""
        days = [self.moment.day, *(each.day for each in self.along)]
        return max((day for day in days if day is not None), default=None)


def own_moments(instrument: Instrument, case: Case) -> tuple[Moment, ...]:
    """The moments of a case that are of an instrument, in order of time; at least one.

    Those that name it, and those that name none and are not about other instruments alone; else
    the last that has answers of it; else the last of all.
    """
    asked = _telling(instrument)
    mine = tuple(m for m in case.moments if _is_of(instrument, m, asked))
    answered = (m for m in reversed(case.moments) if asked & m.answers.keys())
    return mine or (next(answered, case.latest),)


def noted_apart(
    instrument: Instrument, moments: Sequence[Moment]
) -> tuple[tuple[Moment, ...], tuple[Moment, ...]]:
    """Part moments of which the answers are looked at from those that have none.

    Whoever agrees or decides something on a day has not said that nothing is known any more. What
    the case says of itself, such as its country, is no answer of a day.

    Args:
        instrument: In view.
        moments: In order of time.

    Returns: Both in order of time; where nothing was ever answered, the first are all of them.
    """
    of_case = {question.id for question in instrument.every_question() if question.from_case}
    noted = tuple(
        each
        for each in moments
        if each.is_noted and not (each.versions or each.answers.keys() - of_case)
    )
    looked_at = tuple(each for each in moments if not any(each is other for other in noted))
    return (looked_at, noted) if looked_at else (tuple(moments), ())


def look(instrument: Instrument, case: Case) -> Look:
    """Look at a case with an instrument.

    An answer that is not known takes no other's place.
    """
    mine = own_moments(instrument, case)
    base = mine[-1]
    answers, days = base.answers, dict[str, date | None]()
    for moment, name in _elsewhere(instrument, case, mine):
        told = _since(answers.get(name), moment.answers[name])
        answers = answers.with_answer(name, told)
        days[name] = moment.day
    counts = (question.id for question in instrument.every_question())
    along = tuple(
        Along(name, answers[name], days[name])
        for name in counts
        if name in days and answers[name] != base.answers.get(name)
    )
    return Look(base, answers, along)


def without_calm(instrument: Instrument, answers: Answers) -> Answers:
    """The answers without those that say that nobody is in danger: that is asked anew."""
    calm = [
        question.id
        for question in instrument.questions()
        if question.id in instrument.danger_questions
        and answers.get(question.id) == _lowest(question)
    ]
    return answers.without(*calm)


def _elsewhere(
    instrument: Instrument, case: Case, mine: tuple[Moment, ...]
) -> Iterator[tuple[Moment, str]]:
    """What goes along with the last of its own moments, the oldest first."""
    asked = {question.id: question for question in instrument.questions()}
    danger = instrument.danger_questions & asked.keys()
    base = mine[-1]
    is_later = False
    for moment in case.moments:
        if moment is base:
            is_later = True
            continue
        for name, answer in moment.answers.items():
            # What the instrument itself left open later on, it no longer says. What others asked
            # before, it did not ask again; of that, it takes over what may mean danger.
            is_worry = name in danger and moment not in mine and answer != _lowest(asked[name])
            stands = name not in base.answers and (name not in asked or is_worry)
            if answer is not DONT_KNOW and (is_later or stands):
                yield moment, name


def _since(before: Answer | None, after: Answer) -> Answer:
    """An answer after another; what it does not know of a list, stays as it was."""
    if not isinstance(after, Partly) or not isinstance(before, (frozenset, Partly)):
        return after
    was, was_open = (
        (before.chosen, before.unknown)
        if isinstance(before, Partly)
        else (before, frozenset[str]())
    )
    chosen, unknown = after.chosen | (after.unknown & was), after.unknown & was_open
    return Partly(chosen, unknown) if unknown else chosen


def _lowest(question: Question) -> Answer:
    return frozenset() if question.kind is Kind.SEVERAL else next(iter(question.option_ids), "")


def _is_of(instrument: Instrument, moment: Moment, asked: frozenset[str]) -> bool:
    if moment.versions:
        return instrument.id in dict(moment.versions)
    return bool(asked & moment.answers.keys()) or not (
        moment.answers.keys() - {question.id for question in instrument.every_question()}
    )


def _telling(instrument: Instrument) -> frozenset[str]:
    """The questions by which a moment is known to be of an instrument.

    What the case says of itself, such as its country, stands at every moment. What is sensitive
    tells only where there is nothing else, and so do own words, which others do not read.
    """
    own = [question for question in instrument.questions() if not question.from_case]
    telling = [q.id for q in own if not q.sensitive and q.kind is not Kind.TEXT]
    return frozenset(telling or (question.id for question in own))
