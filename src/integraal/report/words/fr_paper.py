"""What is said about results for paper, in French."""

PAPER = {
    "option.large": "En gros caractères, pour qui voit moins bien ; avec pdf seulement.",
    "usage.large_is_paper": "les gros caractères sont pour le papier : choisissez --formaat pdf.",
    "usage.needs_file": "un écran ne peut pas afficher {layout} ; écrivez dans un fichier, avec -o FICHIER.",
    "usage.one_case": "{layout} ne prend qu'un cas à la fois.",
}
