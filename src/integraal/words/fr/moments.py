"""À quel moment appartiennent les réponses, et que dire d'un autre jour."""

WORDS = {
    "typed.onward": "continuer|c",
    "typed.anew": "nouveau|nouveau moment",
    "moment.ask": "Cette situation date du {day}. Continuer avec les réponses d'alors, ou un nouveau moment ? La question de la sécurité est reposée dans tous les cas. Ce que vous répondez maintenant sera noté à aujourd'hui ; ce qui a été dit alors reste. Tapez continuer ou nouveau (Entrée = continuer). ",
    "moment.ask_day": "Ce fichier contient un moment du {day}. C'est après aujourd'hui. Quel jour était-ce ? Tapez le jour, comme 2026-11-21 (Entrée = laisser ainsi). ",
    "moment.no_such_day": "Ce jour ne convient pas : tapez un jour jusqu'à aujourd'hui où il n'y a pas encore de moment.",
    "moment.onward": "Les réponses du {day} sont reprises dans un nouveau moment ; la question de la sécurité est reposée. Ce qui a été dit alors reste.",
    "moment.anew": "Ceci devient un nouveau moment. Ce qui a été dit le {day} reste.",
    "metavar.day": "JOUR",
    "option.day": "Le jour où les réponses ont été données, comme 2026-11-21 ; sinon aujourd'hui.",
    "usage.past_day": "'{given}' n'est pas un jour jusqu'à aujourd'hui, comme 2026-11-21",
    "usage.day_taken": "le {day} a déjà un moment avec ceci ; il reste comme il est. Choisissez un autre jour, ou corrigez-le dans le fichier même",
}
