"""Comparing views of a case, comparing versions of an instrument, and exporting, in French."""

WORDS = {
    # Help
    "help.vergelijk": "Mettre les réponses de plusieurs personnes côte à côte, pour la réunion.",
    "help.vergelijk.examples": (
        "\b\nExemples :\n"
        "  integraal vergelijk equipe.yaml ecole.yaml famille.yaml\n"
        "  integraal vergelijk a.yaml b.yaml -f markdown -o differences.md"
    ),
    "argument.views": "Deux fichiers ou plus sur la même situation, chacun d'une autre personne.",
    "usage.two_views": "donnez au moins deux fichiers de situation, chacun d'une autre personne.",
    "usage.view_twice": "{file} y est deux fois ; donnez un fichier par personne.",
    "vergelijk.other_cases": "Attention : ces fichiers parlent de situations différentes ({cases}). Nous les mettons quand même côte à côte.",
    "vergelijk.urgent": "Cette feuille parle de sécurité, ou d'autre chose d'urgent. Demandez-vous d'abord si vous voulez en parler avec tout le monde en même temps.",
    # The sheet for the meeting
    "compare.title": "Vos différences sur la table",
    "compare.about": "Là où vos regards diffèrent, la conversation commence. Cette feuille ne dit pas qui a raison.",
    "compare.from": "Cela découle des réponses de {who}.",
    "compare.advices": "Quel avis découle des réponses de chacun ?",
    "compare.same_advice": "Le même avis découle des réponses de chacun.",
    "compare.mark.advice": "avis",
    "compare.mark.at_least": "au moins",
    "compare.mark.reach": "peut-être",
    "level.at_least": "au moins {level}",
    "level.perhaps": "peut-être {level}",
    "level.route": "« {route} »",
    "compare.no_outcome": "pas encore de voie",
    "compare.change": "{before} → {after}",
    "compare.first": "Parlez d'abord de ceci",
    "compare.first_about": "Ici, vos regards diffèrent, et cela change l'avis. En dessous : ce que devient l'avis de l'un avec la réponse de l'autre.",
    "compare.first_none": "Vos regards diffèrent parfois, mais aucune différence ne change l'avis à elle seule. Commencez où vous voulez.",
    "compare.no_difference": "Vos réponses ne se contredisent nulle part.",
    "compare.swap": "{whose} avec la réponse de {givers} : {change}",
    "compare.without": "{whose} sans cette réponse : {change}",
    "compare.urgent": "C'est de cela que dépend « D'abord ceci ».",
    "compare.rest": "Ici aussi, vos regards diffèrent",
    "compare.rest_about": "L'avis n'en change pas.",
    "compare.ask": "Encore à demander",
    "compare.ask_about": "Certains le savent, d'autres non. Ce n'est pas une différence d'opinion, mais cela peut changer l'avis.",
    "compare.ask_rest": "Tout le monde ne le sait pas encore. L'avis n'en change pas.",
    "compare.unknown_to_all": "Personne parmi vous ne le sait encore, et cela peut changer l'avis : {questions}.",
    "compare.agreed": "Ici, vous voyez les choses de la même façon",
    "compare.agreed_about": "Si l'on ne regarde que ces réponses, l'avis est : {advice}.",
    "compare.agreed_none": "Il n'y a aucune question à laquelle vous avez tous donné la même réponse.",
    "compare.own_words": "Dans vos propres mots",
    "compare.agreement": "Que décidons-nous ensemble, et qui va demander quoi ?",
    # Two versions of an instrument
    "help.vergelijk-versies": "Afficher les situations qui changent avec une nouvelle version.",
    "help.vergelijk-versies.examples": (
        "\b\nExemples :\n"
        "  integraal vergelijk-versies ancien.yaml voor-wie-doen-we-wat situations/\n"
        "  integraal vergelijk-versies ancien.yaml nouveau.yaml C-1.yaml -f json"
    ),
    "metavar.old": "ANCIEN",
    "metavar.new": "NOUVEAU",
    "argument.old": "L'ancienne version : nom d'un instrument, ou un fichier YAML.",
    "argument.new": "La nouvelle version : nom d'un instrument, ou un fichier YAML.",
    "argument.many_cases": "Des fichiers de situation, ou des dossiers qui en contiennent.",
    "usage.no_cases": "il n'y a pas de situations dans le dossier {folder}.",
    "versions.only_old": "Seule l'ancienne version ne peut pas lire ceci dans {file} :",
    "versions.only_new": "Seule la nouvelle version ne peut pas lire ceci dans {file} :",
    "versions.two_instruments": "Attention : ce sont deux instruments différents, {old} et {new}.",
    "versions.renamed": "Situations avec un ancien nom, lu comme le nouveau : {count}.",
    "versions.title": "Que change la nouvelle version ?",
    "versions.total": "Situations examinées : {count}.",
    "versions.changed": "L'avis change : {count}.",
    "versions.same": "Tout reste pareil : {count}.",
    "versions.other_rules": "Le même avis, pour d'autres raisons : {count}.",
    "versions.unreadable": "Illisibles : {count}.",
    "versions.moves": "De quoi à quoi",
    "versions.moves_none": "même niveau et même voie, mais autre chose change (voir situation par situation)",
    "versions.rules": "Par quelles règles",
    "versions.cases": "Situation par situation",
    "versions.times": "{count} × {what}",
    "versions.feasible": "Le maximum possible maintenant : {change}",
    "versions.current": "Niveau actuel : {change}",
    "versions.no_feasible": "pas de limite",
    "versions.no_current": "inconnu",
    "versions.provisional": "provisoire",
    "versions.provisional_true": "L'avis est maintenant provisoire.",
    "versions.provisional_false": "L'avis n'est plus provisoire.",
    "versions.action_more": "En plus : {action}",
    "versions.action_less": "Ne s'affiche plus : {action}",
    "versions.at_most": "maintenant {level} au maximum",
    "versions.turn.holds": "La règle {rule} s'applique maintenant : {effect}",
    "versions.turn.no_longer_holds": "La règle {rule} ne s'applique plus : {effect}",
    "versions.turn.no_longer_certain": "La règle {rule} ne s'applique plus avec certitude : {effect}",
    "versions.turn.might_hold": "La règle {rule} s'applique peut-être : {effect}",
    "versions.turn.ruled_out": "La règle {rule} ne peut plus s'appliquer : {effect}",
    "versions.turn.other_effect": "La règle {rule} fait autre chose : {effect}",
    # Export
    "help.export": "Donner quelque chose à un autre programme, comme un éditeur, une base de données ou un tableur.",
    "help.export.examples": "\b\nExemples :\n  integraal export schema instrument -o instrument.json\n  integraal export sjabloon.xlsx",
    "help.export.usage": "COMMANDE [...]",
    "help.export.schema": "Donner le JSON Schema d'une sorte de fichier, pour votre éditeur.",
    "help.export.schema.examples": (
        "\b\nExemples :\n"
        "  integraal export schema instrument -o schemas/instrument.json\n"
        "  integraal export schema casus"
    ),
    "metavar.kind": "SORTE",
    "argument.kind": "Sorte de fichier : instrument, scale, sources, translation, casus ou test.",
}
