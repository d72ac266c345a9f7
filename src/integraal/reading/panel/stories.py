"""Read the sentences in which answers are told to a panel, and hold them to their instrument.

Every question that can be told has every answer to it in two wordings; a file that lacks one is
not used.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from integraal.model.answers import DONT_KNOW
from integraal.model.finding import Faulty
from integraal.model.instrument import Instrument, Kind, Question
from integraal.model.study.stories import CHOSEN, CHOSEN_ONE, NONE, REST, UNSURE, Stories, Wordings
from integraal.reading.library import data_folder
from integraal.reading.panel.ruled_out import STORIES, instrument_around
from integraal.reading.resolve.checks import Checks
from integraal.reading.shapes.panel.stories import StoriesShape
from integraal.reading.trees import read_shape


def shipped_stories(instrument: Instrument) -> Path | None:
    """Find the sentences for an instrument in its language; None where there are none."""
    path = data_folder() / STORIES / f"{instrument.id}.{instrument.language}.yaml"
    return path if path.is_file() else None


def check_stories(path: Path) -> None:
    """Read a file of sentences for an instrument that stands beside its folder, or a shipped one.

    Raises:
        Faulty: with every fault in the file, or in the instrument.
    """
    shape, _ = read_shape(StoriesShape, path)
    read_stories(path, instrument_around(path, shape.instrument, shape.language))


def tellable(instrument: Instrument) -> Iterator[Question]:
    """The questions of which the answer can be told to a panel.

    What somebody thinks of the level is none of them, nor is what was written freely.
    """
    for question in instrument.every_question():
        if not question.estimate_of and question.kind is not Kind.TEXT:
            yield question


def read_stories(path: Path, instrument: Instrument) -> Stories:
    """Read a file of sentences.

    Args:
        path: The file.
        instrument: Whose answers they tell.

    Raises:
        Faulty: with every fault in it; an answer that nothing tells is one.
    """
    shape, tree = read_shape(StoriesShape, path)
    checks = Checks(tree)
    if shape.instrument != instrument.id:
        checks.found("other-instrument", ("instrument",), instruments=instrument.id)
        raise Faulty(checks.findings)
    asked = {question.id: question for question in tellable(instrument)}
    for number, topic in enumerate(shape.topics):
        for name, told in topic.questions.items():
            where = ("topics", number, "questions", name)
            if checks.known("story", name, list(asked), where):
                _check_answers(checks, asked.pop(name), list(told), where)
                _check_apart(checks, list(told.values()), where)
    for name in asked:
        checks.found("story-untold", ("topics",), question=name, option="*")
    if checks.findings:
        raise Faulty(checks.findings)
    return _stories(shape)


def _check_answers(
    checks: Checks, question: Question, told: Sequence[str], where: tuple[str | int, ...]
) -> None:
    """Note answers that are not told, and what is told and is no answer."""
    needed = list(answers_of(question))
    may = [*needed, CHOSEN, CHOSEN_ONE] if question.kind is Kind.SEVERAL else needed
    for name in told:
        checks.known("story", name, may, (*where, name))
    for name in needed:
        if name not in told:
            checks.found("story-untold", where, question=question.id, option=name)


def _check_apart(
    checks: Checks, told: Sequence[Sequence[str]], where: tuple[str | int, ...]
) -> None:
    """Note two answers to one question that are told in the same words."""
    for one, other in combinations(told, 2):
        for same in sorted(set(one) & set(other)):
            checks.found("story-twice", where, text=same)


def answers_of(question: Question) -> Iterator[str]:
    """Whatever a file of sentences must tell of a question, by name."""
    yield from question.option_ids
    yield DONT_KNOW.value
    if question.kind is Kind.SEVERAL:
        yield from (NONE, REST, UNSURE)
    elif question.kind is Kind.NUMBER:
        yield CHOSEN


def _stories(shape: StoriesShape) -> Stories:
    return Stories(
        shape.instrument,
        shape.language,
        _both(shape.opening),
        tuple(shape.names),
        tuple(tuple(topic.questions) for topic in shape.topics),
        {
            name: {answer: _both(texts) for answer, texts in told.items()}
            for topic in shape.topics
            for name, told in topic.questions.items()
        },
    )


def _both(texts: Sequence[str]) -> Wordings:
    first, second = texts
    return first, second
