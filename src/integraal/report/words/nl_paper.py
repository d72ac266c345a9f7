"""What is said about results for paper, in Dutch."""

PAPER = {
    "option.large": "Grote letters, voor wie minder goed ziet; alleen bij pdf.",
    "usage.large_is_paper": "groot kan alleen op papier: kies --formaat pdf.",
    "usage.needs_file": "een scherm kan {layout} niet tonen; schrijf naar een bestand, met -o BESTAND.",
    "usage.one_case": "{layout} is er voor één casus tegelijk.",
}
