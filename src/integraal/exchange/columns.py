"""Turn an instrument into the columns of a table for people: what stands above each, what may
stand in it, and what is said to whoever fills it in. Knows no spreadsheet.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from integraal.model.codes import shown_options
from integraal.model.condition import leaves_of
from integraal.model.instrument import Instrument, Kind, Numbers, Option, Question
from integraal.model.sheet import CASE, GROUPING
from integraal.words.numbers import wanted
from integraal.words.words import Words

YES_OR_NO = "lijst_ja_nee"
LONGEST_PROMPT = 255
"""Characters that a spreadsheet shows beside a cell."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Answers to choose from, under a name that a spreadsheet allows."""

    name: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    id: str
    """What `batch` reads: `casus`, the id of a question, or `question.option`."""
    band: str
    """The section, above all of its columns."""
    title: str
    """A few words: the name of the question."""
    ask: str = ""
    """The whole question."""
    option: str = ""
    """For one of the columns of a choose-several question: what it is about."""
    choices: Choices | None = None
    numbers: Numbers | None = None
    """For a number: which ones may stand in it."""
    wanted: str = ""
    """The same in words."""
    prompt: str = ""
    """Said to whoever selects a cell; at most LONGEST_PROMPT characters."""

    @property
    def group(self) -> str:
        """Id of what this column answers, alone or together with its neighbours."""
        return self.id.partition(".")[0]


def columns(instrument: Instrument, words: Words) -> tuple[Column, ...]:
    """List the columns of a table of cases. Text questions have none: no rule reads them.

    Args:
        instrument: In the language of the table.
        words: In the same language.
    """
    asked = {question.id for question in instrument.questions()}
    band = words("template.first_band")
    first = [Column(CASE, band, words("template.case"), prompt=words("template.case_about"))]
    titles = (words(f"template.{name}") for name in ("region", "period", "team"))
    first += [
        Column(name, band, title, prompt=words("template.grouping_about"))
        for name, title in zip(GROUPING, titles, strict=True)
        if name not in asked
    ]
    return (*first, *_questions(instrument, words))


def _questions(instrument: Instrument, words: Words) -> Iterator[Column]:
    for section in instrument.sections:
        for question in section.questions:
            told = (question.ask, only_when(instrument, question, words))
            match question.kind:
                case Kind.ONE:
                    yield _one(section.title, question, told, words)
                case Kind.SEVERAL:
                    yield from _several(section.title, question, told, words)
                case Kind.NUMBER:
                    yield _number(section.title, question, told, words)
                case Kind.TEXT:
                    continue


def _one(band: str, question: Question, told: tuple[str, str], words: Words) -> Column:
    options = shown_options(question)
    labels = (*(option.label for option in options), words("answer.dont_know"))
    hints = [meaning(option) for option in options if option.hint]
    prompt = fitting((*told, words("template.choose_about"), question.why, *hints))
    choices = Choices(list_name(question.id), labels)
    return Column(question.id, band, question.name, question.ask, choices=choices, prompt=prompt)


def _number(band: str, question: Question, told: tuple[str, str], words: Words) -> Column:
    said = wanted(question, words)
    prompt = fitting((*told, words("template.number_about", wanted=said), question.why))
    return Column(
        question.id,
        band,
        question.name,
        question.ask,
        prompt=prompt,
        numbers=question.numbers,
        wanted=said,
    )


def _several(
    band: str, question: Question, told: tuple[str, str], words: Words
) -> Iterator[Column]:
    said = ("yes", "no", "answer.dont_know")
    choices = Choices(YES_OR_NO, tuple(map(words, said)))
    for option in question.options:
        name = f"{question.id}.{option.id}"
        prompt = fitting((meaning(option), *told, words("template.option_about"), question.why))
        yield Column(name, band, question.name, question.ask, option.label, choices, prompt=prompt)


def meaning(option: Option) -> str:
    """An option with the sentence that explains it, if there is one."""
    return f"{option.label}: {option.hint}" if option.hint else option.label


def only_when(instrument: Instrument, question: Question, words: Words) -> str:
    """Name the questions on which it depends whether this one is asked; empty when it always is."""
    if question.ask_when is None:
        return ""
    named = dict.fromkeys(leaf.question for leaf in leaves_of(question.ask_when))
    names = [instrument.question(name).name for name in named]
    return words("template.only_when", questions=", ".join(names))


def list_name(question_id: str) -> str:
    """Name a list of answers; a spreadsheet takes no `-`, and nothing that looks like a cell.

    >>> list_name("bo-1")
    'keuze_bo.1'
    """
    return f"keuze_{question_id.replace('-', '.')}"


def fitting(parts: Iterable[str], longest: int = LONGEST_PROMPT) -> str:
    """Put sentences below each other, as many as fit; the first ones matter most.

    Args:
        parts: Sentences; empty ones are left out.
        longest: Characters in all.

    >>> print(fitting(("Kies.", "Een lange zin.", "Kort."), 11))
    Kies.
    Kort.
    >>> fitting(("Een veel te lange zin.",), 13)
    'Een veel te…'
    """
    said = ""
    for part in filter(None, parts):
        longer = f"{said}\n{part}" if said else part
        if len(longer) <= longest:
            said = longer
        elif not said:
            said = f"{part[: longest - 1].rpartition(' ')[0] or part[: longest - 1]}…"
    return said
