"""The answers that can still be read in a case that is refused, for whoever must not miss one.

Nothing here is good enough for advice. It is read for danger alone: a word too many does less
harm than a word too few. So a question given twice keeps every answer that it was given, a name is
taken for the nearest question, and a yes in whatever spelling for a yes.
"""

import re
from collections.abc import Iterator
from itertools import chain

from integraal.model.answers import Answer, Answers
from integraal.model.codes import yes_and_no
from integraal.model.finding import Place
from integraal.model.instrument import Instrument, Kind, Question
from integraal.reading.cases.casefile import Elsewhere, read_answers
from integraal.reading.shapes.fit import nearest
from integraal.reading.yaml_tree import Mapping, Node, Scalar, below, compose, items, word
from integraal.words.words import typed_in_any_language

_GIVEN = re.compile(r"([A-Za-z][\w-]*)[\"']?\s*:\s*[\[\"']*([\w-]+)")
"""A name and a word behind it, however the file is laid out or broken."""
_LISTED = re.compile(r":[ \t]*\n\s*-[ \t]+")
"""Where a list begins on the next line; its first word is as good as one behind the name."""
_MOST_MEANT = 2_000
"""For so many words that are no question the nearest one is looked for; nobody types more."""
_LONGEST = 40
"""Letters of a word that may be a slip of an option; in more somebody tells something."""
_ALSO_YES = ("true", "waar", "vrai")
"""As programs and spreadsheets write it."""


def readable_answers(text: str, instrument: Instrument, elsewhere: Elsewhere) -> list[Answers]:
    """Read what can be read of a case; to each question what the last moment says that asked it.

    Args:
        text: Of the file.
        instrument: In view.
        elsewhere: Finds the questions of others.

    Returns: The answers; more than once where a question was given more than one answer.
    """
    tree, _ = compose(text, "")
    land = word(below(tree, "land"))
    answers, doubles = Answers(), list[tuple[str, Answer]]()
    for node, region in _moments(tree, text):
        later = answers
        read, _ = read_answers(node, instrument, elsewhere, land)
        scanned = (
            (question.id, given) for question, given in _scanned(region, instrument, elsewhere)
        )
        for name, answer in chain(read.items(), scanned):
            if name not in answers:
                answers = answers.with_answer(name, answer)
            elif name not in later and answers[name] != answer:
                doubles.append((name, answer))
    return [answers, *(answers.with_answer(name, answer) for name, answer in doubles)]


def land_in(text: str) -> str:
    """The country that a case names at its top; empty where it names none."""
    named = re.search(r"^land:\s*[\"']?(nl|be)\b", text, re.MULTILINE)
    return named[1] if named else ""


def _moments(tree: Node | None, text: str) -> Iterator[tuple[Node | None, str]]:
    """The answers of each moment, the latest first, with the part of the file they stand in."""
    moments = [part for part in items(below(tree, "moments")) if isinstance(part, Mapping)]
    if not moments:
        yield below(tree, "answers"), text
        return
    lines = text.splitlines()
    begins = sorted(moment.place.line - 1 for moment in moments)
    for moment in sorted(moments, key=lambda one: word(below(one, "moment")), reverse=True):
        first = moment.place.line - 1
        after = next((line for line in begins if line > first), len(lines))
        yield below(moment, "answers"), "\n".join(lines[first:after])


def _scanned(
    text: str, instrument: Instrument, elsewhere: Elsewhere
) -> Iterator[tuple[Question, Answer]]:
    """Every answer to a choose-one question that stands in a text, line by line."""
    lines = _LISTED.sub(": [", text).splitlines()
    pairs = chain.from_iterable(map(_GIVEN.findall, lines))
    nowhere = Place("")
    ids = [question.id for question in instrument.every_question()]
    old = {renamed.question for renamed in instrument.renamed}
    meant: dict[str, str] = {}
    for as_written, said in dict.fromkeys(pairs):
        name = as_written.casefold()
        if name not in ids and elsewhere(name) is None:
            if name not in meant and len(meant) < _MOST_MEANT:
                meant[name] = nearest(name, ids)
            name = meant.get(name) or name
            if name not in ids and name not in old:
                continue
        question = _question(instrument, name) or elsewhere(name)
        value = meant_option(question, said) if question else said.casefold()
        entry = (Scalar(name, nowhere), Scalar(value, nowhere))
        given, _ = read_answers(Mapping((entry,), nowhere, 1), instrument, elsewhere)
        for found, answer in given.items():
            question = _question(instrument, found) or elsewhere(found)
            if question is not None and question.kind is Kind.ONE:
                yield question, answer


def meant_option(question: Question, said: str) -> str:
    """The id of the option that a word stands for, in whatever spelling; else the word.

    >>> from integraal.reading.library import Library
    >>> question = Library().instrument("meldcode").question("direct_gevaar")
    >>> [meant_option(question, said) for said in ("Ja", "yes", "jaa", "neen", "misschien")]
    ['ja', 'ja', 'ja', 'nee', 'misschien']
    """
    word = said.casefold()
    meant = {name.casefold(): name for name in question.option_ids}
    meant |= {option.label.casefold(): option.id for option in question.options}
    if both := yes_and_no(question):
        meant |= dict.fromkeys((*typed_in_any_language("typed.yes"), *_ALSO_YES), both[0])
    if word in meant or len(word) > _LONGEST:
        return meant.get(word, word)
    return meant.get(nearest(word, list(meant)), word)


def _question(instrument: Instrument, name: str) -> Question | None:
    return next((each for each in instrument.every_question() if each.id == name), None)
