"""Danger in French: what cannot wait, and whom to call."""

WORDS = {
    "danger.title": "Quelqu'un est peut-être en danger",
    "danger.call": "Qui appeler :",
    "danger.checked": "Ces numéros ont été vérifiés le {day}.",
    "danger.from": "Ceci vient de « {instrument} », dont ce dossier contient aussi des réponses.",
    "danger.again": "De nouveaux signaux apparaissent ? Regardez alors à nouveau.",
    "danger.grounds": "Ce qui est dit plus haut du danger repose sur : {grounds}.",
    "danger.strip": "Quelqu'un est en danger maintenant ? Appelez tout de suite :",
    "danger.arrow": "→ pour {code} : {what}",
    "danger.stopped": "Vous arrêtez maintenant, mais ceci n'attend pas :",
    "danger.refused": "Ce dossier n'est pas lu, mais il montre ceci :",
    "danger.refused_row": "Cette ligne ne reçoit pas d'avis, mais elle montre ceci :",
    "danger.refused_table": "Ce tableau n'est pas lu, mais il montre ceci :",
    "danger.refused_rows": "Lignes qui le montrent ({count}) : {rows}.",
    "danger.in_cases": "Dossiers qui le montrent ({count}) : {cases}.",
    "place.nl": "Pays-Bas",
    "place.be": "Belgique",
    "place.vlaams": "Flandre",
    "place.frans": "Belgique francophone",
    "place.duits": "Belgique germanophone",
}
