"""Read one record of a table as a case, to look at it closely."""

from typing import Any

from integraal.batch.duckdb.connection import connected
from integraal.batch.duckdb.rejects import line_in_file, note_skipped
from integraal.batch.duckdb.run import Batch, check_quotes, count_records, open_source, read_as
from integraal.batch.records import Records
from integraal.engine.sql.encoding import bits_of, quoted
from integraal.model.answers import DONT_KNOW, NONE_OF_THESE, Answer, Answers, several
from integraal.model.case import Case, Moment
from integraal.model.finding import Place, faulty
from integraal.model.instrument import Kind, Question
from integraal.model.sheet import CASE
from integraal.privacy.identifiers import identifiers


def one_row(batch: Batch, line: int) -> Case:
    """Read the record on a line, exactly as `run` reads it.

    Args:
        batch: Its target and its rejects are left alone.
        line: As the rejects count: a line of the file, a row of the sheet, or the place of a file
            in its folder.

    Raises:
        Faulty: if the table cannot be read, or there is no sound record on that line.
    """
    place = Place(str(batch.source), line, 1)
    with connected() as (connection, scratch):
        opened, _ = open_source(connection, batch, scratch)
        records = read_as(batch, opened.columns)
        count_records(connection, opened)
        check_quotes(connection, batch.source, opened)
        note_skipped(connection, opened)
        cases = records.cases(opened.with_lines(), ("line", *records.given_cells()))
        wrong = ", ".join(
            f"CASE WHEN {fault.test} THEN {quoted(fault.column or CASE)} END"
            for fault in records.faults_by_cell()
        )
        found = connection.execute(
            f"SELECT * FROM (SELECT {line_in_file(opened)} AS place,"
            f" array_to_string([{wrong}], ', ') AS wrong, * FROM ({cases}) AS numbered)"
            " WHERE place = ?",
            [line],
        )
        names = [column[0] for column in found.description or ()]
        row = found.fetchone()
    if row is None:
        raise faulty("no-such-row", place, line=line)
    values = dict(zip(names, row, strict=True))
    if identifiers(str(values[CASE] or "")):
        values["wrong"] = CASE
    if values["wrong"]:
        raise faulty("row-has-faults", place, columns=values["wrong"])
    return Case(str(values[CASE]), moments=(Moment(None, _answers(records, values)),))


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
    if question.kind is Kind.NUMBER or value is None:
        return value
    bits = int(value)
    said = [word for word, bit in bits_of(question) if bits & bit]
    if question.kind is Kind.ONE:
        return said[0] if said else None
    if not said:
        return None
    chosen = set(said) - {NONE_OF_THESE, DONT_KNOW.value}
    return several(chosen, question.option_ids, unsure=DONT_KNOW.value in said)
