"""What `integraal batch` says, in English."""

BATCH = {
    "help.batch": "Work out the advice for a table of cases. Each row is a case; each column a question.",
    "help.batch.examples": "\b\nExamples:\n  integraal batch cases.csv advice.csv\n  integraal batch cases.parquet advice.parquet --instrument procesregie\n  integraal batch folder-of-cases advice.csv\n  integraal batch - - < cases.csv > advice.csv",
    "metavar.batch_in": "IN",
    "metavar.batch_out": "OUT",
    "argument.batch_in": "A table (csv, jsonl, parquet, xlsx), a folder of case files, or - for csv on stdin.",
    "argument.batch_out": "Where the advice goes (csv, jsonl, parquet, xlsx), or - for csv on stdout.",
    "option.rejects": "Where rejected rows go.",
    "batch.encoding": "This table is not UTF-8; we read it as {encoding}.",
    "batch.unknown_columns": "We do not know these columns and did not copy them: {columns}.",
    "batch.counted": "In the table: {records}. Answered: {answered}. Rejected: {rejected}.",
    "batch.rejects": "The rejected rows stand in {file}, with line, column and reason. The value itself is not there.",
    "batch.reason.no-such-answer": "a cell that is no answer to its question",
    "batch.reason.case-missing": "no name of a case",
    "batch.reason.case-form": "the name of the case does not have the right form (letters, digits, . _ -)",
    "batch.reason.case-identifies": "the name of the case looks as if it identifies a person",
    "batch.reason.unreadable-record": "a line that cannot be split into columns",
    "finding.unknown-form": "we do not know this form of table. We do know: {known}.",
    "remedy.unknown-form": "Save the table as csv.",
    "finding.no-columns": "this table has no first line with the names of columns.",
    "finding.column-twice": "the column '{column}' has no name, or is there twice.",
    "remedy.column-twice": "Give each column a name of its own.",
    "finding.unreadable-table": "we cannot read this table ({reason}).",
    "finding.no-case-column": "this table has no column '{column}'.",
    "remedy.no-case-column": "Give each row a made-up number in a column '{column}'.",
    "finding.no-question-column": "no column of this table is a question of '{instrument}'.",
    "remedy.no-question-column": "The names of the columns are the names of the questions. integraal checklist shows the questions.",
    "finding.column-identifies": "the column '{column}' holds what people can be recognised by ({kinds}). Nothing was read or written.",
    "remedy.column-identifies": "Take that column out, or put made-up numbers in it.",
    "finding.not-written": "writing failed ({reason}). What was there still is.",
    "finding.no-case-files": "there are no case files in this folder.",
    "help.export.sql": "Give the rules of an instrument as SQL, for data that must not leave their database.",
    "help.export.sql.examples": (
        "\b\nExamples:\n"
        "  integraal export sql --dialect postgres\n"
        "  integraal export sql procesregie --dialect snowflake -o procesregie.sql"
    ),
    "option.dialect": "The database.",
    "option.table": "What the table of cases is called there.",
    "metavar.table": "TABLE",
    "usage.table": "'{given}' cannot be the name of a table.",
}
