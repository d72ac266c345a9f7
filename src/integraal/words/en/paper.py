"""What is said about results for paper, in English."""

WORDS = {
    "paper.ticked": "ticked",
    "paper.not_ticked": "not ticked",
    "paper.not_kept": "What you fill in here is not kept anywhere: if you close this window, it is gone. Print it first, or make a PDF of it; that has everything you filled in.",
    "option.large": "Large print, for who sees less well; with pdf, docx and html.",
    "usage.large_is_paper": "large print only goes with pdf, docx and html: choose one of them with --formaat.",
    "usage.needs_file": "a screen cannot show {layout}; write to a file, with -o FILE.",
    "usage.one_case": "{layout} is for one case at a time.",
    "help.niveaus": "Show every level of working together, with its forms and points of attention, on one sheet.",
    "help.niveaus.examples": "integraal niveaus\nintegraal niveaus -o levels.pdf --taal en",
    "levels.about": "For your information.",
    "levels.table": "What goes with each level",
    "levels.forms": "Forms",
    "levels.points": "Points of attention",
    "levels.source": "Source: {source}",
    "levels.footer": "A higher level is not better than a lower one. People decide.",
}
