"""Cases by chance, the same ones each day."""

import random

from integraal.model.answers import DONT_KNOW, Answer, Answers, several
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.study.cases import Study, StudyCase

SHARES = (0.3, 0.5, 0.8, 1.0)
"""How many of the questions are answered."""


def random_study(instrument: Instrument, count: int, seed: int = 7) -> Study:
    """A study of so many cases by chance; every second one in the second wording."""
    chance = random.Random(seed)
    cases = tuple(
        StudyCase(f"K{number:02}", _answers(instrument, chance), wording=1 + number % 2)
        for number in range(1, count + 1)
    )
    return Study(
        instrument.id, instrument.version, seed, instrument.language, cases, ("A", "B", "C")
    )


def _answers(instrument: Instrument, chance: random.Random) -> Answers:
    share = chance.choice(SHARES)
    return Answers(
        {
            question.id: _answer(question, chance)
            for question in instrument.every_question()
            if question.kind is not Kind.TEXT and chance.random() < share
        }
    )


def _answer(question: Question, chance: random.Random) -> Answer:
    if chance.random() < 0.1:
        return DONT_KNOW
    match question.kind:
        case Kind.SEVERAL:
            chosen = [name for name in question.option_ids if chance.random() < 0.35]
            return several(chosen, question.option_ids, unsure=chance.random() < 0.2)
        case Kind.NUMBER:
            return int(question.numbers.nearest(chance.randint(0, 9)))
        case _:
            return chance.choice(question.option_ids)
