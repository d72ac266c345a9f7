"""Read one record of a table as a case, to look at it closely."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from typing import Any

from integraal.batch.cells import FAULT
from integraal.batch.duckdb.connection import connected
from integraal.batch.duckdb.errors import as_findings
from integraal.batch.duckdb.refused import heard_lines
from integraal.batch.duckdb.rejects import note_skipped, record_on
from integraal.batch.duckdb.run import Batch, check_quotes, count_records, open_source, read_as
from integraal.batch.heard import Heard, Hearing
from integraal.batch.records import Records
from integraal.batch.table.case_folder import CaseFolder
from integraal.engine.sql.encoding import bits_of, quoted
from integraal.model.answers import DONT_KNOW, NONE_OF_THESE, Answer, Answers, several
from integraal.model.case import Case, Moment
from integraal.model.finding import Faulty, Finding, Place, faulty
from integraal.model.instrument import Kind, Question
from integraal.model.sheet import CASE
from integraal.privacy.identifiers import identifiers


@dataclass(frozen=True, slots=True)
class Row:
    """A record as a case, and what is wrong with it."""

    case: Case
    """With the answers that could be read."""
    faults: tuple[Finding, ...]
    """Where there are any, the record gets no advice; its dangers are told all the same."""


def one_row(batch: Batch, line: int) -> Row:
    """Read the record on a line, exactly as `run` reads it.

    Args:
        batch: Its target and its rejects are left alone.
        line: As the rejects count: a line of the file, a row of the sheet, or the place of a file
            in its folder.

    Raises:
        Faulty: if the table cannot be read, there is no record on that line, or there is one on
            several sheets.
    """
    place = Place(str(batch.source), line, 1)
    with as_findings(batch.source, batch.target), connected() as (connection, scratch):
        opened, folder = open_source(connection, batch, scratch)
        records = read_as(batch, opened.columns, opened.ahead)
        count_records(connection, opened)
        check_quotes(connection, batch.source, opened)
        note_skipped(connection, opened)
        cases = records.cases(opened.with_lines(), ("line", *records.given_cells()))
        wrong = ", ".join(
            f"CASE WHEN {fault.test} THEN {quoted(fault.column or CASE)} END"
            for fault in records.faults_by_cell()
        )
        found = connection.execute(
            f"SELECT array_to_string([{wrong}], ', ') AS wrong, * FROM ({cases}) WHERE line = ?",
            [number := record_on(connection, opened, line)],
        )
        names = [column[0] for column in found.description or ()]
        there = found.fetchmany(2)
        # A line of texts that is no record is numbered from below: see the rejects.
        lines = dict(heard_lines(connection, opened, batch))
        heard = lines.get(number or opened.above - line)
    if not there:
        return _refused(batch, folder, place, heard)
    if len(there) > 1:
        raise faulty("row-on-sheets", place, line=line, sheets=", ".join(opened.seen.sheets))
    values = dict(zip(names, there[0], strict=True))
    if identifiers(str(values[CASE] or "")):
        values["wrong"] = CASE
    wrong = values["wrong"]
    faults = (Finding.at("row-has-faults", place, columns=wrong),) if wrong else ()
    answers = heard.answers if heard else _answers(records, values)
    if wrong and not heard:
        answers = Answers({**Hearing(batch).record(_given(records, values)).answers, **answers})
    ahead = folder.ahead.get(line, ()) if folder else ()
    case = Case(str(values[CASE]), moments=(Moment(None, answers),), ahead=ahead)
    return Row(case, faults)


def _refused(batch: Batch, folder: CaseFolder | None, place: Place, heard: Heard | None) -> Row:
    """Read what can be read of a case file, or of a line, that is refused.

    Raises:
        Faulty: if there is no such file, and no line with a danger in it.
    """
    refused = {number: name for number, name, *_ in folder.unreadable} if folder else {}
    if place.line in refused:
        heard = Hearing(batch).file(batch.source / refused[place.line])
    finding = Finding.at("no-such-row", place, line=place.line)
    if heard is None:
        raise Faulty([finding])
    return Row(Case("", moments=(Moment(None, heard.answers),)), (finding,))


def _given(records: Records, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The cells that answer a question as they were given, with their columns."""
    for cells in records.cells():
        for column in cells.used.columns:
            yield column, str(values[f"given {column}"] or "")


def _answers(records: Records, values: dict[str, Any]) -> Answers:
    given: dict[str, Answer] = {}
    for cells in records.cells():
        question = cells.used.question
        answer = _answer(question, values[cells.answer.strip('"')])
        if answer is not None:
            given[question.id] = answer
    return Answers(given)


def _answer(question: Question, value: float | None) -> Answer | None:
    """Turn the integer that a cell was read as back into an answer; None where nothing was said."""
    if value is None or isnan(value):
        return None
    if question.kind is Kind.NUMBER:
        return int(value) if value.is_integer() else value
    bits = FAULT - int(value) if value < 0 else int(value)
    said = [word for word, bit in bits_of(question) if bits & bit]
    if question.kind is Kind.ONE:
        return said[0] if said else None
    if not said:
        return None
    chosen = set(said) - {NONE_OF_THESE, DONT_KNOW.value}
    return several(chosen, question.option_ids, unsure=DONT_KNOW.value in said)
