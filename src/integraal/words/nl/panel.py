"""A study with a panel of raters: what its commands have together, in Dutch."""

WORDS = {
    "help.panel": "Zet een onderzoekje op: kies verzonnen casussen, laat professionals ze beoordelen, en zie of zij en de regels het eens zijn.",
    "help.panel.usage": "OPDRACHT [...]",
    "help.panel.examples": (
        "integraal panel kies -o studie\n"
        "integraal panel vellen studie --beoordelaars 8\n"
        "integraal panel lees studie\n"
        "integraal panel verslag studie"
    ),
    "argument.panel.study": "De map van het onderzoek, die panel kies maakt.",
    "metavar.study": "MAP",
    "metavar.rule": "REGEL",
}
