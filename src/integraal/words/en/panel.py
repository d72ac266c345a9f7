"""A study with a panel of raters: what its commands have together, in English."""

WORDS = {
    "help.panel": "Set up a small study: choose invented cases, let professionals rate them, and see whether they and the rules agree.",
    "help.panel.usage": "COMMAND [...]",
    "help.panel.examples": (
        "integraal panel kies -o studie\n"
        "integraal panel vellen studie --beoordelaars 8\n"
        "integraal panel lees studie\n"
        "integraal panel verslag studie"
    ),
    "argument.panel.study": "The folder of the study, which panel kies makes.",
    "metavar.study": "FOLDER",
    "metavar.rule": "RULE",
}
