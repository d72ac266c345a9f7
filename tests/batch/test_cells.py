"""Cells under old names mean what they mean under the new ones."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from integraal.batch.columns import Counted, Remark
from integraal.batch.duckdb.one_row import one_row
from integraal.batch.duckdb.run import Batch, run
from integraal.engine.lower import lower
from integraal.model.instrument import Instrument, Renamed
from tests.batch.tables import csv_of, rows_of

MOVED = (
    Renamed("oude_last", "draaglast"),
    Renamed("oude_gebieden", "leefgebieden"),
    Renamed("draaglast", "zwaar", "loodzwaar"),
    Renamed("leefgebieden", "wonen", "huis"),
)


@pytest.fixture
def renamed(instrument: Instrument) -> Instrument:
    return replace(instrument, renamed=MOVED)


def evaluated(instrument: Instrument, folder: Path, *lines: str) -> tuple[Counted, list[str]]:
    """Evaluate a table; give what became of it, and the levels with the rules of each row."""
    source, target = csv_of(folder / "in.csv", lines), folder / "uit.csv"
    batch = Batch(lower(instrument), (), ("weet_niet",), source, target, folder / "af.csv")
    counted = run(replace(batch, overwrite=True))
    return counted, [
        f"{row['level']} {row['rules']} {row['rules_open']}" for row in rows_of(target)
    ]


def test_an_old_name_of_a_question_is_read_as_the_new_one_and_told(
    renamed: Instrument, tmp_path: Path
) -> None:
    counted, old = evaluated(
        renamed, tmp_path, "casus,oude_last,oude_gebieden.wonen", "C-1,zwaar,ja"
    )
    _, new = evaluated(renamed, tmp_path, "casus,draaglast,leefgebieden.wonen", "C-1,zwaar,ja")
    assert old == new
    assert counted.moved == (
        ("oude_last", "draaglast"),
        ("oude_gebieden.wonen", "leefgebieden.wonen"),
    )


def test_an_old_name_of_an_option_is_read_as_the_new_one_and_counted(
    renamed: Instrument, tmp_path: Path
) -> None:
    head = "casus,draaglast,leefgebieden"
    counted, old = evaluated(
        renamed, tmp_path, head, "C-1,loodzwaar,huis;werk", "C-2, Loodzwaar ,werk"
    )
    _, new = evaluated(renamed, tmp_path, head, "C-1,zwaar,wonen;werk", "C-2,zwaar,werk")
    assert old == new
    assert counted.remarks == (
        (Remark("leefgebieden", "huis", "wonen"), 1),
        (Remark("draaglast", "loodzwaar", "zwaar"), 2),
    )


def test_a_column_of_an_old_option_is_read_as_the_new_one(
    renamed: Instrument, tmp_path: Path
) -> None:
    counted, old = evaluated(renamed, tmp_path, "casus,leefgebieden.huis", "C-1,ja")
    _, new = evaluated(renamed, tmp_path, "casus,leefgebieden.wonen", "C-1,ja")
    assert (old, counted.moved) == (new, (("leefgebieden.huis", "leefgebieden.wonen"),))


def test_of_two_columns_that_became_one_the_highest_need_counts(
    renamed: Instrument, tmp_path: Path
) -> None:
    low, *_ = order = renamed.question("draaglast").option_ids
    need = ("", *order[:-1], "weet_niet", order[-1])
    pairs = list(product(need, need))
    assert (low, len(pairs)) == ("licht", (len(order) + 2) ** 2)
    head = "casus,draaglast,oude_last"
    lines = (f"C-{number},{one},{other}" for number, (one, other) in enumerate(pairs))
    counted, both = evaluated(renamed, tmp_path, head, *lines)
    highest = (max(one, other, key=need.index) for one, other in pairs)
    lines = (f"C-{number},{said}" for number, said in enumerate(highest))
    _, alone = evaluated(renamed, tmp_path, "casus,draaglast", *lines)
    assert both == alone
    differing = sum(1 for one, other in pairs if one and other and one != other)
    assert counted.remarks == ((Remark("draaglast", "draaglast, oude_last"), differing),)


def test_a_fault_in_one_of_two_columns_rejects_the_row_and_names_that_column(
    renamed: Instrument, tmp_path: Path
) -> None:
    lines = ("casus,draaglast,oude_last", "C-1,zwaar,enorm", "C-2,enorm,", "C-3,licht,")
    counted, _ = evaluated(renamed, tmp_path, *lines)
    rejects = rows_of(tmp_path / "af.csv")
    assert (counted.answered, counted.rejected) == (1, 2)
    assert [(row["line"], row["column"]) for row in rejects] == [
        ("2", "oude_last"),
        ("3", "draaglast"),
    ]


YES_AND_NO = {
    "ja": (
        "ja",
        "1",
        "1.0",
        "TRUE",
        "True",
        "true",
        "J",
        "j",
        "Y",
        "yes",
        "oui",
        "WAAR",
        "VRAI",
        "x",
    ),
    "nee": ("nee", "0", "0.0", "FALSE", "False", "false", "N", "n", "no", "non", "ONWAAR", "FAUX"),
}


@pytest.mark.parametrize("said", YES_AND_NO)
def test_yes_and_no_are_read_as_people_and_programs_write_them(
    instrument: Instrument, tmp_path: Path, said: str
) -> None:
    asked = [f"leefgebieden.{option}" for option in instrument.question("leefgebieden").option_ids]
    words = YES_AND_NO[said]
    lines = [
        ",".join(("casus", "langdurig", *asked)),
        *(",".join((f"C-{n}", *[f" {word} "] * (1 + len(asked)))) for n, word in enumerate(words)),
    ]
    source = csv_of(tmp_path / "in.csv", lines)
    batch = Batch(lower(instrument), (), (), source, tmp_path / "uit.csv", tmp_path / "af.csv")
    for line, word in enumerate(words, 2):
        row = one_row(batch, line)
        answers = row.case.latest.answers
        assert (row.faults, answers.get("langdurig")) == ((), said), word
        areas = instrument.question("leefgebieden").option_ids if said == "ja" else ()
        assert answers.get("leefgebieden") == frozenset(areas), word


@pytest.mark.parametrize("word", ["1", "TRUE", "j", "1.0"])
def test_yes_is_no_answer_to_what_is_no_yes_or_no(
    instrument: Instrument, tmp_path: Path, word: str
) -> None:
    lines = (f"C-1,{word},", f"C-2,,{word}", "C-3,ja,zwaar")
    counted, _ = evaluated(instrument, tmp_path, "casus,delen_met_naam,draaglast", *lines)
    assert (counted.answered, counted.rejected) == (1, 2)
