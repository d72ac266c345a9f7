"""The interview in French: what keys do, what became of a question, a last chance to keep it."""

WORDS = {
    "typed.help": "aide|a",
    "typed.erase": "effacer|efface",
    "typed.blank": "vide|écran vide|ecran vide",
    "blank.back": "Entrée = retour ",
    "typed.dont_know_short": "nsp",
    "menu.how_small": "Choisissez : ↑ ↓, Entrée, ou tapez. ? = aide.",
    "menu.how_small_several": "Choisissez : ↑ ↓, espace, Entrée, ou tapez. ? = aide.",
    "menu.more_below": "↓ Il y en a encore en dessous.",
    "menu.more_above": "↑ Il y en a encore au-dessus.",
    "menu.more_both": "↑ ↓ Encore au-dessus et en dessous.",
    "menu.help": (
        "↑ et ↓ : vers une autre réponse. PgUp et PgDn : bien plus loin. Début et Fin : vers la première, vers la dernière.\n"
        "Entrée : choisir cette réponse. Si vous aviez déjà répondu, Entrée garde votre réponse.\n"
        "Barre d'espace : cocher ou décocher, quand on peut en choisir plusieurs.\n"
        "Ou tapez le numéro ou la réponse. Ou : nsp = je ne sais pas, i = passer, p = pourquoi cette question, r = retour, s = arrêter, court = moins de questions, effacer = effacer la réponse.\n"
        "Échap : effacer ce que vous tapez. Ctrl-C : arrêter.\n"
        "F9, ou tapez vide : écran vide, jusqu'à ce que vous appuyiez sur Entrée. Vos réponses restent.\n"
        "Appuyez sur une touche pour revenir à la question."
    ),
    "plain.help": (
        "Tapez le numéro ou la réponse, puis Entrée.\n"
        "Vous pouvez aussi taper : nsp = je ne sais pas, i = passer, p = pourquoi cette question, r = retour, s = arrêter, court = moins de questions, effacer = effacer la réponse.\n"
        "À une question ouverte, mettez deux-points devant, comme :r.\n"
        "Entrée seule : passer. Si vous aviez déjà répondu, votre réponse reste.\n"
        "Tapez vide : écran vide, jusqu'à ce que vous appuyiez sur Entrée. Vos réponses restent."
    ),
    "plain.text_given": "N'écrivez pas de noms. Tapez :p pour pourquoi, :r pour retour, :s pour arrêter, :effacer pour effacer, ? pour l'aide.",
    "card.keep": "Entrée = la garder",
    "card.skipped": "Passée",
    "card.left": "Gardée : {answer}",
    "card.erased": "Effacée",
    "card.passed_over": "Ce qui se trouve entre les deux a déjà une réponse, ou a été passé.",
    "keep.offer": "Vos réponses ne sont pas encore enregistrées. Voulez-vous les enregistrer ? Tapez un nom de fichier, comme C-1.yaml (pas le nom d'une personne). Entrée = ne pas enregistrer. ",
    "keep.taken": "{file} existe déjà et reste tel quel. Choisissez un autre nom.",
    "instruments.source": "Version {version} · langues {languages} · source : {source}",
}
