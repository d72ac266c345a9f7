"""What `integraal vertaal` says, in French."""

WORDS = {
    "help.vertaal": "Préparer un instrument, une échelle ou des lignes d'aide pour la traduction, ou mettre une traduction à jour. Ce qu'une personne a traduit reste.",
    "help.vertaal.examples": (
        "integraal vertaal mon-instrument.yaml nl\n"
        "integraal vertaal mon-instrument.yaml nl -o vers-la-traduction.po\n"
        "integraal vertaal mon-instrument.yaml nl --po de-la-traduction.po"
    ),
    "metavar.language": "LANGUE",
    "argument.translated": "Votre propre fichier YAML : la traduction se met à côté, dans le dossier translations. Ou le nom de ce qui vient avec integraal : elle s'affiche alors, ou va dans le fichier de -o.",
    "argument.into": "La langue de la traduction : nl, en ou fr.",
    "option.po": "Reprendre ce qui est traduit dans ce fichier PO.",
    "usage.own_language": "le texte est déjà écrit dans cette langue ; choisissez-en une autre.",
    "vertaal.counted": "Textes : {texts}. Encore à traduire : {empty}. À revoir : {stale}.",
    "vertaal.unused": "Traductions de textes qui n'existent plus : {count}. Nous les gardons sous « unused » : {keys}",
    "vertaal.unchanged": "Rien ne change dans {file}.",
    "vertaal.taken_in": "Textes traduits dans {file} : {count}. Parmi eux, nous en laissons de côté, car il existe une traduction plus récente : {left}.",
    "finding.po-unreadable": "nous ne pouvons pas lire ce fichier comme un fichier PO.",
    "remedy.po-unreadable": "Enregistrez-le à nouveau comme PO, avec le programme qui a servi à traduire.",
    "finding.po-language": "ce fichier PO dit être en « {language} », et vous demandez « {wanted} ».",
}
