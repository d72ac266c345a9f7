"""What is said about results for paper, in French."""

WORDS = {
    "option.large": "Grands caractères, pour qui voit moins bien ; avec pdf, docx et html.",
    "usage.large_is_paper": "les grands caractères ne vont qu'avec pdf, docx et html : choisissez-en un avec --formaat.",
    "usage.needs_file": "un écran ne peut pas afficher {layout} ; écrivez dans un fichier, avec -o FICHIER.",
    "usage.one_case": "{layout} ne prend qu'un cas à la fois.",
}
