"""Fill in a template as people do: by choosing labels, cell by cell."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from integraal.exchange.case_sheet import FIRST, IDS
from integraal.model.answers import DONT_KNOW, Answer, Answers, Partly
from integraal.model.instrument import Instrument, Kind, Question
from integraal.words.words import Words


def ids(sheet: Worksheet) -> list[str]:
    """The hidden ids above the columns."""
    return [str(cell.value) for cell in sheet[IDS] if cell.value is not None]


def fill(
    path: Path,
    instrument: Instrument,
    words: Words,
    cases: Iterable[tuple[str, Answers]],
    *,
    first: int = FIRST,
) -> None:
    """Fill in cases below each other, and save."""
    book = load_workbook(path, rich_text=True)
    sheet = book.worksheets[0]
    places = {name: number for number, name in enumerate(ids(sheet), 1)}
    for row, (name, answers) in enumerate(cases, first):
        sheet.cell(row, places["casus"], name)
        for question in instrument.questions():
            answer = answers.get(question.id)
            if answer is None or question.kind is Kind.TEXT:
                continue
            for column, value in _typed(question, answer, words).items():
                sheet.cell(row, places[column], value)
    book.save(path)


def _typed(question: Question, answer: Answer, words: Words) -> dict[str, str | float | None]:
    """What is typed, in which column."""
    if question.kind is Kind.NUMBER:
        return {question.id: None if answer is DONT_KNOW else float(str(answer))}
    if question.kind is Kind.ONE:
        known = answer is not DONT_KNOW
        label = question.option(str(answer)).label if known else words("answer.dont_know")
        return {question.id: label}
    return {
        f"{question.id}.{option}": _each(option, answer, words) for option in question.option_ids
    }


def _each(option: str, answer: Answer, words: Words) -> str | None:
    if answer is DONT_KNOW:
        return words("answer.dont_know")
    if isinstance(answer, Partly):
        return words("yes") if option in answer.chosen else None
    return words("yes") if option in frozenset(answer) else words("no")  # type: ignore[arg-type]
