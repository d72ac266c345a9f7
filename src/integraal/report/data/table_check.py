"""How a table is read as data, in the schema `integraal/tabelcontrole/1`; never a value."""

from typing import Any

from integraal.model.finding import Finding
from integraal.model.instrument import Instrument
from integraal.model.results.table_check import ColumnRead, Role, TableCheck
from integraal.report.data.finding import finding_data
from integraal.report.data.plain import fields, instrument_fields
from integraal.report.phrases.finding import finding_remedy
from integraal.words.words import Words


def table_check_data(
    checked: TableCheck, instrument: Instrument, file: str, words: Words
) -> dict[str, Any]:
    """What the page says; every key is always there.

    Args:
        checked: The table as it would be read.
        instrument: That it is read for.
        file: The table, as the user calls it.
        words: In the language of the sentences.
    """
    seen = checked.seen
    return {
        "schema": "integraal/tabelcontrole/1",
        **instrument_fields(instrument),
        "language": words.language,
        "file": file,
        **fields(checked, "encoding", "strays"),
        "delimiter": checked.delimiter or None,
        "sheets": list(seen.sheets),
        "other_sheets": list(seen.others),
        **fields(seen, "passed", "merged", "hidden_rows", "hidden_columns", "filters"),
        **fields(checked, "records", "answered", "rejected", "in_danger"),
        "reasons": [{"reason": name, "records": count} for name, count in checked.reasons],
        "doubles": {"names": checked.doubles, "records": checked.double_records},
        "columns": [_column(column) for column in checked.columns],
        "findings": [_finding(finding, words) for finding in checked.findings],
    }


def _finding(finding: Finding, words: Words) -> dict[str, Any]:
    return finding_data(finding, words) | {"remedy": finding_remedy(finding, words) or None}


def _column(column: ColumnRead) -> dict[str, Any]:
    question, _, option = column.meaning.partition("." if column.role is Role.OPTION else "\n")
    return {
        **fields(column, "name", "role"),
        "question": question or None,
        "option": option or None,
        **fields(column, "unknown", "refused"),
        "shapes": [
            {**fields(shape, "kind", "length"), "cells": shape.count} for shape in column.shapes
        ],
    }
