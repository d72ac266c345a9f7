"""Tables with all the dirt in them that people's tables have, one for each form: every engine reads
the same ones, and says the same of them.
"""

import json
from pathlib import Path
from typing import Any

HEAD = ("casus", "draaglast", "leefgebieden", "gezinsleden", "opmerking")
NBSP, THIN, WIDE, ZERO = "\u00a0", "\u2009", "\u3000", "\u200b"
CELLS = (
    ("C-1", "zwaar", "wonen;werk", "twee", ""),
    # Spaces that do not break, thin and wide ones, and signs without width.
    ("C-2", f"zwaar{NBSP}", f"wonen;{NBSP}werk", f"{NBSP}twee", ""),
    ("C-3", f"{THIN}zwaar", f"wonen{WIDE};werk", "twee", ""),
    ("C-4", f"zwaar{ZERO}", "wonen", "twee", ""),
    ("C-5", NBSP, NBSP, f" {NBSP} ", ""),
    (f"C-6{NBSP}", "zwaar", "wonen", "twee", ""),
    (f"{NBSP}", "zwaar", "wonen", "twee", ""),
    (f"{ZERO}C-8", "zwaar", "wonen", "twee", ""),
    ("\ufeffC-9", "zwaar", "wonen", "twee", ""),
    # Numbers and other words where an option belongs.
    ("C-10", "1e3", "wonen", "twee", ""),
    ("C-11", "zwaar", "1;2", "2.0", ""),
    ("C-12", "ZWAAR", "Wonen, WERK|geld", "Twee", ""),
    ("C-13", "zwaar\t", "wonen;;werk;", "\ttwee", ""),
    ("C-14", "null", "[]", "None", ""),
    ("C-15", "'zwaar'", '["wonen"]', "twee", ""),
    ("C-16", "zwáár", "wonen\\;werk", "twee\\", ""),
    ("C-17", "zwaar", "wonen\nwerk", "twee", "a\nb"),
    ("C-18", "zwaar", "wonen", "twee", 'zij zei: "nee", \r\n\n en ging'),
    ("C-19", "ẒWAAR", "İ", "TWEE", ""),
    ("C-20", "zwaar", "wonen;geen_van_deze", "twee", ""),
    ("C-21\n", "zwaar", "wonen", "twee", ""),
    ("c 22", "enorm", "kamperen", "", "=1+1"),
)


def csv_table(path: Path) -> Path:
    """CSV as Excel writes it, with a byte order mark, and lines that people put in."""
    rows = (HEAD, *CELLS)
    lines = [";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    heading = f"casus;draaglast{NBSP};{ZERO}leefgebieden; Gezinsleden ;opmerking"
    loose = (
        "",
        "C-30;zwaar",
        "C-31;zwaar;wonen;twee;",
        "C-32;zwaar;wonen;twee;x;",
        "C-33;zwaar;wonen;twee;x;te veel",
        ";;;;",
        "",
        "C-35;zwaar;wonen;twee;laatste",
    )
    path.write_text(
        "\ufeff" + "\r\n".join((heading, *lines[1:], *loose)) + "\n", "utf-8", newline=""
    )
    return path


def json_table(path: Path) -> Path:
    """JSON Lines: the same cells, other kinds of values, and lines that are no object."""
    plain = [dict(zip(HEAD, row, strict=True)) for row in CELLS]
    long = "a" * 20_000
    odd: tuple[dict[str, Any], ...] = (
        {"casus": "C-40", "draaglast": "zwaar", "leefgebieden": ["wonen", "werk"]},
        {"casus": "C-41", "leefgebieden": ["wonen", None, " ", NBSP]},
        {"casus": "C-42", "leefgebieden": []},
        {"casus": "C-43", "leefgebieden": None, "draaglast": None},
        {"casus": "C-44", "leefgebieden": [["wonen"]]},
        {"casus": "C-45", "leefgebieden": {"wonen": True}},
        {"casus": "C-46", "draaglast": True, "gezinsleden": 2},
        {"casus": "C-47", "draaglast": 1e3, "gezinsleden": 1.50},
        {"casus": 48, "draaglast": "zwaar"},
        {"casus": "C-49", "draaglast": ["zwaar"]},
        {"casus": "C-50", "draaglast": "zwaar", "opmerking": long, "leefgebieden": "wonen"},
        {},
        {"draaglast": "zwaar"},
    )
    lines = [json.dumps(one, ensure_ascii=number % 2 == 0) for number, one in enumerate(plain)]
    lines += [json.dumps(one) for one in odd]
    lines += [
        "",
        '  {"casus": "C-60", "draaglast": "zwaar"}  ',
        '{"casus": "C-61", "draaglast": "zwaar"} {"casus": "C-62"}',
        '{"casus": "C-63", "draaglast": "licht", "draaglast": "zwaar"}',
        '{"casus": "C-64", "Draaglast": "licht"}'.replace("Draag", "draag"),
        '{"casus": "C-65", "draaglast": 1e3}',
        '{"casus": "C-66", "draaglast": "zwaar",}',
        '{"casus": "C-67", "draaglast": zwaar}',
        "{'casus': 'C-68'}",
        '["C-69"]',
        '"C-70"',
        "null",
        "C-71,zwaar",
        "\u00a0",
        '{"casus": "C-72", "draaglast": "zwaar"',
    ]
    path.write_text("\ufeff" + "\n".join(lines) + "\n", "utf-8", newline="")
    return path


def parquet_table(path: Path) -> Path:
    """Parquet: texts as above, lists with nothing in them, and numbers."""
    import duckdb

    with duckdb.connect() as connection:
        columns = (
            f'casus VARCHAR, "draaglast{NBSP}" VARCHAR, leefgebieden VARCHAR[],'
            " gezinsleden VARCHAR, aantal_professionals DOUBLE"
        )
        connection.execute(f"CREATE TABLE t ({columns})")
        lists: tuple[list[str | None] | None, ...] = (
            ["wonen", "werk"],
            [],
            None,
            ["wonen", None],
            [NBSP],
            ["1e3"],
            ["kamperen"],
        )
        for number, (case, burden, _, members, _) in enumerate(CELLS):
            values = [
                case,
                burden,
                lists[number % len(lists)],
                members,
                None if number % 5 else 1e3,
            ]
            connection.execute("INSERT INTO t VALUES (?, ?, ?, ?, ?)", values)
        connection.execute("COPY t TO ? (FORMAT parquet)", [str(path)])
    return path


TABLES = {
    "in.csv": csv_table,
    "in.jsonl": json_table,
    "in.parquet": parquet_table,
}

READ_BY_DUCKDB_ONLY = {
    "in.csv": ("C-32", "an empty cell too many"),
    "in.jsonl": ("C-66", "a comma after the last key"),
}
"""What a line of a table has that Spark rejects as no record; `docs/spark.md` names each."""
