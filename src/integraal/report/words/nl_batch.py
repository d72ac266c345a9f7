"""What `integraal batch` says, in Dutch."""

BATCH = {
    "help.batch": "Bereken het advies van een tabel met casussen. Elke rij is een casus; elke kolom een vraag.",
    "help.batch.examples": "\b\nVoorbeelden:\n  integraal batch casussen.csv advies.csv\n  integraal batch casussen.parquet advies.parquet --instrument procesregie\n  integraal batch map-met-casussen advies.csv\n  integraal batch - - < casussen.csv > advies.csv",
    "metavar.batch_in": "IN",
    "metavar.batch_out": "UIT",
    "argument.batch_in": "Een tabel (csv, jsonl, parquet, xlsx), een map met casussen, of - voor csv op stdin.",
    "argument.batch_out": "Waar de adviezen komen (csv, jsonl, parquet, xlsx), of - voor csv op stdout.",
    "option.rejects": "Waar de afgekeurde rijen komen.",
    "batch.encoding": "Deze tabel is geen UTF-8; we lazen haar als {encoding}.",
    "batch.unknown_columns": "Deze kolommen kennen we niet; we namen ze niet over: {columns}.",
    "batch.counted": "In de tabel: {records}. Beantwoord: {answered}. Afgekeurd: {rejected}.",
    "batch.rejects": "De afgekeurde rijen staan in {file}, met regel, kolom en reden. De waarde zelf staat er niet bij.",
    "batch.reason.no-such-answer": "een cel die geen antwoord is op haar vraag",
    "batch.reason.case-missing": "geen naam van een casus",
    "batch.reason.case-form": "de naam van de casus heeft niet de goede vorm (letters, cijfers, . _ -)",
    "batch.reason.case-identifies": "de naam van de casus lijkt op een gegeven van een persoon",
    "batch.reason.unreadable-record": "een regel die niet in kolommen te verdelen is",
    "finding.unknown-form": "deze vorm van tabel kennen we niet. Wel: {known}.",
    "remedy.unknown-form": "Bewaar de tabel als csv.",
    "finding.no-columns": "deze tabel heeft geen eerste regel met namen van kolommen.",
    "finding.column-twice": "de kolom '{column}' heeft geen naam, of staat er twee keer.",
    "remedy.column-twice": "Geef elke kolom een eigen naam.",
    "finding.unreadable-table": "deze tabel kunnen we niet lezen ({reason}).",
    "finding.no-case-column": "deze tabel heeft geen kolom '{column}'.",
    "remedy.no-case-column": "Geef elke rij een verzonnen nummer in een kolom '{column}'.",
    "finding.no-question-column": "geen enkele kolom van deze tabel is een vraag van '{instrument}'.",
    "remedy.no-question-column": "De namen van de kolommen zijn de namen van de vragen. integraal checklist toont de vragen.",
    "finding.column-identifies": "in de kolom '{column}' staan gegevens waaraan je mensen herkent ({kinds}). Er is niets gelezen of geschreven.",
    "remedy.column-identifies": "Haal die kolom weg, of zet er verzonnen nummers in.",
    "finding.not-written": "schrijven lukte niet ({reason}). Wat er stond, staat er nog.",
    "finding.no-case-files": "in deze map staan geen casussen.",
    "help.export.sql": "Geef de rekenregels van een instrument als SQL, voor gegevens die hun database niet uit mogen.",
    "help.export.sql.examples": (
        "\b\nVoorbeelden:\n"
        "  integraal export sql --dialect postgres\n"
        "  integraal export sql procesregie --dialect snowflake -o procesregie.sql"
    ),
    "option.dialect": "De database.",
    "option.table": "Hoe de tabel met casussen daar heet.",
    "metavar.table": "TABEL",
    "usage.table": "'{given}' kan geen naam van een tabel zijn.",
}
