"""A study with a panel of raters: what its commands have together, in French."""

WORDS = {
    "help.panel": "Mettez sur pied une petite étude : choisissez des cas inventés, faites-les évaluer par des professionnels, et voyez s'ils rejoignent les règles.",
    "help.panel.usage": "COMMANDE [...]",
    "help.panel.examples": (
        "integraal panel kies -o studie\n"
        "integraal panel vellen studie --beoordelaars 8\n"
        "integraal panel lees studie\n"
        "integraal panel verslag studie"
    ),
    "argument.panel.study": "Le dossier de l'étude, créé par panel kies.",
    "metavar.study": "DOSSIER",
    "metavar.rule": "RÈGLE",
}
