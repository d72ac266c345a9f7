"""What is said about results for paper, in English."""

PAPER = {
    "option.large": "Large print, for those who see less well; only with pdf.",
    "usage.large_is_paper": "large print is for paper: choose --formaat pdf.",
    "usage.needs_file": "a screen cannot show {layout}; write to a file, with -o FILE.",
    "usage.one_case": "{layout} is for one case at a time.",
}
