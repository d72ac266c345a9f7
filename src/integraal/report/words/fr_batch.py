"""What `integraal batch` says, in French."""

BATCH = {
    "help.batch": "Calculez l'avis pour un tableau de situations. Chaque ligne est une situation ; chaque colonne une question.",
    "help.batch.examples": "\b\nExemples :\n  integraal batch situations.csv avis.csv\n  integraal batch situations.parquet avis.parquet --instrument procesregie\n  integraal batch dossier-de-situations avis.csv\n  integraal batch - - < situations.csv > avis.csv",
    "metavar.batch_in": "ENTREE",
    "metavar.batch_out": "SORTIE",
    "argument.batch_in": "Un tableau (csv, jsonl, parquet, xlsx), un dossier de situations, ou - pour du csv sur stdin.",
    "argument.batch_out": "Où vont les avis (csv, jsonl, parquet, xlsx), ou - pour du csv sur stdout.",
    "option.rejects": "Où vont les lignes refusées.",
    "batch.encoding": "Ce tableau n'est pas en UTF-8 ; nous l'avons lu comme {encoding}.",
    "batch.unknown_columns": "Nous ne connaissons pas ces colonnes et ne les avons pas reprises : {columns}.",
    "batch.counted": "Dans le tableau : {records}. Avec avis : {answered}. Refusées : {rejected}.",
    "batch.rejects": "Les lignes refusées sont dans {file}, avec la ligne, la colonne et la raison. La valeur elle-même n'y est pas.",
    "batch.reason.no-such-answer": "une cellule qui n'est pas une réponse à sa question",
    "batch.reason.case-missing": "pas de nom de situation",
    "batch.reason.case-form": "le nom de la situation n'a pas la bonne forme (lettres, chiffres, . _ -)",
    "batch.reason.case-identifies": "le nom de la situation ressemble à une donnée identifiant une personne",
    "batch.reason.unreadable-record": "une ligne qui ne se divise pas en colonnes",
    "finding.unknown-form": "nous ne connaissons pas cette forme de tableau. Nous connaissons : {known}.",
    "remedy.unknown-form": "Enregistrez le tableau en csv.",
    "finding.no-columns": "ce tableau n'a pas de première ligne avec les noms des colonnes.",
    "finding.column-twice": "la colonne « {column} » n'a pas de nom, ou figure deux fois.",
    "remedy.column-twice": "Donnez à chaque colonne son propre nom.",
    "finding.unreadable-table": "nous ne pouvons pas lire ce tableau ({reason}).",
    "finding.no-case-column": "ce tableau n'a pas de colonne « {column} ».",
    "remedy.no-case-column": "Donnez à chaque ligne un numéro inventé dans une colonne « {column} ».",
    "finding.no-question-column": "aucune colonne de ce tableau n'est une question de « {instrument} ».",
    "remedy.no-question-column": "Les noms des colonnes sont ceux des questions. integraal checklist montre les questions.",
    "finding.column-identifies": "la colonne « {column} » contient de quoi reconnaître des personnes ({kinds}). Rien n'a été lu ni écrit.",
    "remedy.column-identifies": "Retirez cette colonne, ou mettez-y des numéros inventés.",
    "finding.not-written": "l'écriture a échoué ({reason}). Ce qui s'y trouvait s'y trouve encore.",
    "finding.no-case-files": "il n'y a pas de situations dans ce dossier.",
    "help.export.sql": "Donnez les règles d'un instrument en SQL, pour des données qui ne peuvent pas quitter leur base.",
    "help.export.sql.examples": (
        "\b\nExemples :\n"
        "  integraal export sql --dialect postgres\n"
        "  integraal export sql procesregie --dialect snowflake -o procesregie.sql"
    ),
    "option.dialect": "La base de données.",
    "option.table": "Comment s'y appelle le tableau des situations.",
    "metavar.table": "TABLE",
    "usage.table": "« {given} » ne peut pas être le nom d'un tableau.",
}
