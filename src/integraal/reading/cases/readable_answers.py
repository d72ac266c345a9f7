"""The answers that can still be read in a case that is refused, for whoever must not miss one.

Nothing here is good enough for an advice. It is read for danger alone: a word too many does less
harm than a word too few. So a question given twice keeps every answer that it was given, a name is
taken for the nearest question, and a yes in whatever spelling for a yes.
"""

import re
from collections.abc import Iterator
from itertools import chain

from integraal.model.answers import Answer, Answers
from integraal.model.codes import YES_OPTION, is_yes_or_no
from integraal.model.finding import Place
from integraal.model.instrument import Instrument, Kind, Question
from integraal.reading.cases.casefile import Elsewhere, read_answers
from integraal.reading.shapes.fit import nearest
from integraal.reading.yaml_tree import Mapping, Node, Scalar, below, compose, items, word
from integraal.words.words import typed_in_any_language

_GIVEN = re.compile(r"([A-Za-z][\w-]*)[\"']?\s*:\s*[\"']?([\w-]+)")
"""A name and a word behind it, however the file is laid out or broken."""
_ALSO_YES = ("true", "waar", "vrai")
"""As programs and spreadsheets write it."""


def readable_answers(text: str, instrument: Instrument, elsewhere: Elsewhere) -> list[Answers]:
    """Read what can be read of the latest moment of a case.

    Args:
        text: Of the file.
        instrument: In view.
        elsewhere: Finds the questions of others.

    Returns: The answers; more than once where a question was given more than one answer.
    """
    tree, _ = compose(text, "")
    node, region = _latest(tree, text)
    land = word(below(tree, "land"))
    answers, _ = read_answers(node, instrument, elsewhere, land)
    found = [answers]
    for question, answer in _scanned(region, instrument, elsewhere):
        if question.id not in answers:
            answers = answers.with_answer(question.id, answer)
        elif answers[question.id] != answer:
            found.append(answers.with_answer(question.id, answer))
    return [answers, *found[1:]]


def land_in(text: str) -> str:
    """The country that a case names at its top; empty where it names none."""
    named = re.search(r"^land:\s*[\"']?(nl|be)\b", text, re.MULTILINE)
    return named[1] if named else ""


def _latest(tree: Node | None, text: str) -> tuple[Node | None, str]:
    """The answers of the latest moment, with the part of the file in which they stand."""
    moments = [part for part in items(below(tree, "moments")) if isinstance(part, Mapping)]
    if not moments:
        return below(tree, "answers"), text
    latest = max(moments, key=lambda moment: word(below(moment, "moment")))
    lines = text.splitlines()
    first = latest.place.line - 1
    after = [m.place.line - 1 for m in moments if m.place.line - 1 > first]
    return below(latest, "answers"), "\n".join(lines[first : min(after, default=len(lines))])


def _scanned(
    text: str, instrument: Instrument, elsewhere: Elsewhere
) -> Iterator[tuple[Question, Answer]]:
    """Every answer to a choose-one question that stands in a text, line by line."""
    pairs = chain.from_iterable(_GIVEN.findall(line) for line in text.splitlines())
    nowhere = Place("")
    ids = [question.id for question in instrument.every_question()]
    for as_written, said in pairs:
        name = as_written.casefold()
        if name not in ids and elsewhere(name) is None:
            name = nearest(name, ids) or name
        value = _meant(_question(instrument, name) or elsewhere(name), said)
        entry = (Scalar(name, nowhere), Scalar(value, nowhere))
        given, _ = read_answers(Mapping((entry,), nowhere, 1), instrument, elsewhere)
        for found, answer in given.items():
            question = _question(instrument, found) or elsewhere(found)
            if question is not None and question.kind is Kind.ONE:
                yield question, answer


def _meant(question: Question | None, said: str) -> str:
    """The id of the option that a word stands for, in whatever spelling; else the word."""
    word = said.casefold()
    if question is None:
        return word
    if is_yes_or_no(question) and word in (*typed_in_any_language("typed.yes"), *_ALSO_YES):
        return YES_OPTION
    labels = {option.label.casefold(): option.id for option in question.options}
    return labels.get(word, word)


def _question(instrument: Instrument, name: str) -> Question | None:
    return next((each for each in instrument.every_question() if each.id == name), None)
