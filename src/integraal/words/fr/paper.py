"""What is said about results for paper, in French."""

WORDS = {
    "paper.ticked": "coché",
    "paper.not_ticked": "non coché",
    "paper.not_kept": "Ce que vous remplissez ici n'est enregistré nulle part : si vous fermez cette fenêtre, c'est perdu. Imprimez d'abord la page, ou faites-en un PDF ; tout ce que vous avez rempli s'y trouve.",
    "option.large": "Grands caractères, pour qui voit moins bien ; avec pdf, docx et html.",
    "usage.large_is_paper": "les grands caractères ne vont qu'avec pdf, docx et html : choisissez-en un avec --formaat.",
    "usage.needs_file": "un écran ne peut pas afficher {layout} ; écrivez dans un fichier, avec -o FICHIER.",
    "usage.one_case": "{layout} ne prend qu'un cas à la fois.",
    "help.niveaus": "Montrer tous les niveaux de collaboration, avec leurs formes et leurs points d'attention, sur une feuille.",
    "help.niveaus.examples": "integraal niveaus\nintegraal niveaus -o niveaux.pdf --taal fr",
    "levels.about": "Pour information.",
    "levels.table": "Ce qui va avec chaque niveau",
    "levels.forms": "Formes",
    "levels.points": "Points d'attention",
    "levels.source": "Source : {source}",
    "levels.footer": "Un niveau plus élevé n'est pas meilleur qu'un niveau plus bas. Ce sont les personnes qui décident.",
}
