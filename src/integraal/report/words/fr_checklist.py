"""What the form on paper says, in French."""

CHECKLIST = {
    "checklist.date": "Date",
    "checklist.present": "Autour de la table (rôles, sans noms de clients)",
    "checklist.decides": "Qui décide quoi",
    "checklist.skip": "À passer si {codes}.",
    "checklist.go_on": "Si {codes} : allez à {to}.",
    "checklist.go_to_end": "Si {codes} : allez à la fin.",
    "checklist.mark_ladder": "Mettez une croix au niveau actuel, à ce que pense la famille, à ce que vous pensez et à l’avis.",
    "checklist.now": "actuel",
    "checklist.family": "famille",
    "checklist.we": "nous",
    "checklist.advice": "avis",
    "checklist.agreement.what": "Que convenons-nous ?",
    "checklist.agreement.who": "Qui (rôle)",
    "checklist.agreement.when": "Quand",
    "checklist.agreement.done": "Fait",
}
