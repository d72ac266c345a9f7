"""What is said about results for paper, in English."""

WORDS = {
    "option.large": "Large print, for who sees less well; with pdf, docx and html.",
    "usage.large_is_paper": "large print only goes with pdf, docx and html: choose one of them with --formaat.",
    "usage.needs_file": "a screen cannot show {layout}; write to a file, with -o FILE.",
    "usage.one_case": "{layout} is for one case at a time.",
}
