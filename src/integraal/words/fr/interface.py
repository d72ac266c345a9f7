"""The interface in French: plain, friendly, no blame (B1)."""

WORDS = {
    # Small words
    "and": "et",
    "because": "Car :",
    "pair": "{name} : {value}",
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "first_of_month": "1er",
    "written": "Enregistré : {file}",
    "interrupted": "Interrompu.",
    "internal": "Quelque chose ne va pas dans integraal même ; ce n'est pas votre faute. Vos réponses sont gardées jusqu'à la dernière arrivée sur le disque. Signalez ceci, s'il vous plaît : {place}",
    "cannot_print": "Le résultat n'a pas pu être écrit ({reason}).",
    "footer": "Un avis, pas une décision. Ce sont des personnes qui décident. · integraal, {instrument} {version}",
    "disclaimer": (
        "Ceci est un avis, et non une décision. Personne n'a étudié si ces questions mènent au meilleur "
        "niveau. Utilisez-le pour réfléchir ensemble, et non pour décider qui a droit à une aide."
    ),
    # The start page
    "welcome": (
        "integraal vous aide à réfléchir : à quel point collaborons-nous\n"
        "autour de cette famille ?\n"
        "\n"
        "Il pose des questions, donne un avis avec toutes les raisons\n"
        "et montre ce qui reste ouvert.\n"
        "Il conseille. C'est vous qui décidez, avec la famille et vos collègues.\n"
        "\n"
        "Commencez ici :\n"
        "  integraal reflecteer --casus C-1.yaml   les questions, réponses gardées\n"
        "  integraal advies C-1.yaml               l'avis d'une situation gardée\n"
        "  integraal checklist                     les questions sur papier\n"
        "\n"
        "Toutes les commandes : integraal --help\n"
        "In het Nederlands: --taal nl      In English: --taal en\n"
    ),
    # Help
    "help.about": "Réfléchissez à votre degré de collaboration autour d'une famille. Un avis, pas une décision.",
    "help.usage": "Utilisation :",
    "help.options": "Options :",
    "help.arguments": "Arguments :",
    "help.commands": "Commandes :",
    "help.required": "[obligatoire]",
    "help.group_usage": "[OPTIONS] COMMANDE [...]",
    "help.options_usage": "[OPTIONS]",
    "help.help": "Afficher cette aide.",
    "help.install_completion": "Permettre à votre shell de compléter les commandes avec Tab.",
    "help.show_completion": "Afficher le script qui complète les commandes avec Tab.",
    "help.reflecteer": "Parcourez les questions et recevez un avis. Vous pouvez toujours arrêter et continuer plus tard.",
    "help.reflecteer.examples": (
        "\b\nExemples :\n"
        "  integraal reflecteer --casus C-2041.yaml\n"
        "  integraal reflecteer --casus C-2041.yaml --alleen-bron\n"
        "  integraal reflecteer --eenvoudig --casus C-2041.yaml < antwoorden.txt"
    ),
    "help.advies": "Afficher l'avis pour des situations enregistrées, avec toutes les raisons.",
    "help.advies.examples": (
        "\b\nExemples :\n"
        "  integraal advies C-2041.yaml\n"
        "  integraal advies C-2041.yaml --voor gezin\n"
        "  integraal advies casussen/*.yaml --formaat json\n"
        "  integraal advies C-2041.yaml --formaat markdown -o advies.md"
    ),
    "help.checklist": "Afficher les questions sous forme de formulaire, vide ou rempli.",
    "help.checklist.examples": (
        "\b\nExemples :\n"
        "  integraal checklist\n"
        "  integraal checklist --taal nl,fr --formaat markdown -o formulier.md\n"
        "  integraal checklist --casus C-2041.yaml"
    ),
    "help.instrumenten": "Afficher les instruments qui existent.",
    "help.instrumenten.examples": (
        "\b\nExemples :\n  integraal instrumenten\n  integraal instrumenten --formaat json"
    ),
    "metavar.file": "FICHIER",
    "metavar.cases": "SITUATION",
    "metavar.instrument": "INSTRUMENT",
    "argument.cases": "Un ou plusieurs fichiers de situation, ou - pour stdin.",
    "argument.instrument": "Nom d'un instrument, ou votre propre fichier YAML.",
    "option.instrument": "Nom d'un instrument, ou votre propre fichier YAML.",
    "option.layout": "La forme que vous souhaitez.",
    "option.reader": "Pour qui : le professionnel, ou la famille (sans jargon).",
    "option.source_only": "Seulement les questions du document source, sans notre complément.",
    "option.version": "Afficher la version.",
    "option.language": "Langue : nl, en ou fr.",
    "option.languages": "Une ou plusieurs langues côte à côte, comme nl,fr.",
    "option.output": "Écrire dans ce fichier.",
    "option.overwrite": "Remplacer le fichier s'il existe déjà.",
    "option.quiet": "Pas de remarques, seulement le résultat et les erreurs.",
    "option.case": "Remplir avec les réponses de cette situation.",
    "option.keep": "Enregistrer les réponses dans ce fichier, ou continuer avec ce qu'il contient.",
    "option.with_text": "Poser aussi les questions ouvertes. N'écrivez pas de noms.",
    "option.plain": "Des lignes simples au lieu d'un menu ; pratique aussi avec un lecteur d'écran.",
    # Wrong usage
    "usage.help": "Plus d'aide : {command} --help",
    "usage.no_such_option": "L'option {option} n'existe pas.",
    "usage.no_such_command": "La commande « {command} » n'existe pas.",
    "usage.missing": "Il manque quelque chose : {name}.",
    "usage.bad_value": "Cela ne convient pas pour {name} : {problem}",
    "usage.needs_value": "L'option {option} a besoin d'une valeur.",
    "usage.whole_number": "« {given} » n'est pas un nombre entier de 1 à {most}.",
    "usage.choose_from": "choisissez parmi {choices}.",
    "usage.ending": "cette commande ne peut pas créer « {file} ». Choisissez un nom qui se termine par {known}.",
    "usage.other_ending": "{file} porte un autre nom que ce qu’il est : choisissez un nom qui se termine par {ending}, ou omettez --formaat.",
    "usage.languages": "nous ne connaissons pas « {given} » ; choisissez parmi {known}, avec une virgule entre les langues.",
    "usage.not_for_family": "cette explication n'existe que pour le professionnel ; utilisez --voor gezin sans --waarom et autres.",
    "usage.no_family": "{instrument} n'a pas de page pour la famille. C'est voulu : il ne porte pas sur une famille, ou une telle page pourrait mettre quelqu'un en danger.",
    "kind.casus": "une situation",
    "kind.translation": "une traduction",
    "kind.sources": "une liste de sources",
    "kind.scale": "une échelle",
    "kind.test": "un fichier de cas de test",
    "usage.too_much": "Ceci ne convient pas à cette commande : {problem}",
    # Answers
    "answer.none": "pas encore de réponse",
    "answer.dont_know": "Je ne sais pas",
    "answer.none_of_these": "Aucune de ces réponses",
    "answer.rest_unknown": "pour le reste, je ne sais pas",
    # Typed answers; alternatives are separated by |
    "typed.dont_know": "je ne sais pas|je sais pas|ne sais pas|sais pas|weet_niet|?",
    "typed.none": "aucune de ces réponses|aucune de ces reponses|aucune|aucun|geen_van_deze|0",
    "typed.skip": "passer|sauter|ignorer|i",
    "typed.back": "retour|revenir|r|<",
    "typed.why": "pourquoi|p|pourquoi ?|pourquoi?|pourquoi cette question|pourquoi cette question ?|pourquoi cette question?",
    "typed.stop": "stop|stopper|arrêter|arreter|stopper et enregistrer|quitter|s",
    "typed.ready": "fini|terminé|termine|prêt|pret|f|avis",
    "typed.not_an_answer": "« {word} » n'est pas une réponse à cette question. Tapez le numéro ou la réponse entière.",
    "typed.other_question": "Cette réponse est pour la question « {word} », mais ce n'est pas la question posée ici.",
    "typed.identifies": "Ceci ressemble à une donnée qui identifie quelqu'un ({word}). Écrivez-le sans que personne ne soit reconnaissable.",
    "typed.not_a_code": "« {word} » n'est pas sur cette page. Tapez par exemple B3, ou Entrée pour l'avis.",
    # The interview
    "card.progress": "Question {number} sur {total}",
    "card.several": "Vous pouvez en choisir plusieurs.",
    "card.given": "Votre réponse était : {answer}",
    "why.title": "Pourquoi cette question ?",
    "why.source": "Source : {source}",
    "plain.prompt": "> ",
    "plain.how": (
        "Tapez le numéro ou la réponse. Ou : ? = je ne sais pas, Entrée = passer, "
        "p = pourquoi cette question, r = retour, s = stopper."
    ),
    "plain.several": "Plusieurs réponses : mettez une virgule entre elles. Aucune de ces réponses : 0.",
    "plain.text": "N'écrivez pas de noms. Entrée = passer. Tapez :p pour pourquoi, :r pour retour, :s pour stopper.",
    "menu.skip": "Passer",
    "menu.why": "Pourquoi cette question ?",
    "menu.back": "Retour",
    "menu.stop": "Arrêter",
    "menu.how": "Choisissez avec les flèches et Entrée, ou tapez le numéro ou la réponse.",
    "menu.how_several": "Choisissez avec les flèches et la barre d'espace, puis Entrée. Ou tapez les numéros, comme 1,3.",
    "menu.choose_first": "Choisissez d'abord une réponse, ou tapez-la.",
    "review.title": "Vos réponses",
    "review.prompt": "Changer quelque chose ? Tapez le code, comme B3. Entrée = voir l'avis, s = stopper. ",
    "keep.ask": "Voulez-vous enregistrer vos réponses ? Tapez un nom de fichier, comme C-1.yaml (pas le nom d'une personne). Entrée = ne pas enregistrer. ",
    "keep.nothing": "Vos réponses ne sont pas enregistrées. Vous voulez les enregistrer ? Commencez avec --casus FICHIER.",
    "keep.kept": "Chaque réponse est enregistrée tout de suite dans {file}.",
    "keep.resume": "Réponses jusqu'ici : {count}. Vous continuez où vous étiez.",
    "keep.stopped": "On s'arrête ici. Vous n'avez pas encore terminé ; ce n'est pas grave.",
    "keep.lost": "Rien n'a été enregistré. Vous le souhaitez ? Commencez avec --casus FICHIER.",
    "keep.where": "Vos réponses sont dans {file}. Pour continuer ou modifier :",
    "keep.retry": "L'enregistrement n'a pas réussi. Réglez le problème et tapez Entrée pour réessayer, ou tapez s pour stopper. ",
    # The advice page
    "case.line": "Situation {casus}",
    "advies.failed": "Situations que nous n'avons pas pu lire : {failed} sur {total} ; voir plus haut.",
    "mark.now": "maintenant",
    "mark.advice": "avis",
    "mark.advice_at_least": "avis : au moins ce niveau",
    "mark.reach": "peut encore devenir ce niveau",
    "mark.feasible": "le maximum possible maintenant",
    "advice.at_least": "Au moins le niveau {level}.",
    "advice.settled_before": "Avis : niveau ",
    "advice.settled": ".",
    "advice.settled_whatever": ". Ce que vous ne savez pas encore n'y change plus rien.",
    "advice.range_before": "Avis : au moins le niveau ",
    "advice.range_between": ". Cela peut encore devenir le niveau ",
    "advice.range_after": ". Cela dépend de : {questions}.",
    "advice.more_questions": "{count} de plus",
    "advice.urgent": "D'abord ceci",
    "advice.left_out_title": "Seulement les questions de la source",
    "advice.left_out": "Ces réponses enregistrées ne comptent pas maintenant : {questions}. L'une d'elles concerne la sécurité ? Suivez alors quand même la procédure de sécurité.",
    "advice.provisional": "Provisoire : d'abord un regard large",
    "direction.opschalen": "Vous collaborez maintenant au niveau {now}. C'est moins que l'avis : voyez ensemble ce qu'il faut pour collaborer plus étroitement.",
    "direction.passend": "Vous collaborez maintenant au niveau {now}. Cela correspond à l'avis.",
    "direction.afschalen_bespreken": "Vous collaborez maintenant au niveau {now}. C'est plus que l'avis : voyez ensemble si c'est encore nécessaire. Le calme vient peut-être justement de cette forme.",
    "direction.onbekend": "Vous collaborez maintenant au niveau {now}. Est-ce que cela convient ? Cela dépend de ce qui est encore ouvert.",
    "direction.no_present": "Aucune forme de collaboration n'est connue pour le moment.",
    "feasible.below": "Pour le moment, le maximum possible est le niveau {feasible}. Cela ne change pas l'avis : ce qu'il faut reste le niveau {level}. Discutez de la différence avec votre direction et avec la famille.",
    "feasible.enough": "Pour le moment, le maximum possible est le niveau {feasible}. Cela suffit pour cet avis.",
    "reasons.title": "Pourquoi le niveau {level}",
    "reasons.lower": "Ceci compte aussi, mais à lui seul, cela demande moins :",
    "reason.your_answers": "Dans vos réponses : ",
    "reason.rule": "règle",
    "reason.either_way": " (cette raison ou une autre de ce niveau vaut, quelle que soit votre réponse)",
    "support.source": "la source le dit",
    "support.direction": "la source va dans ce sens, la limite vient de nous",
    "support.choice": "notre choix",
    "limits.title": "Ce qui est possible maintenant",
    "open.title": "Ce qui est encore ouvert",
    "open.about": "Ces questions peuvent encore changer l'avis. La première en dit le plus.",
    "open.could_become": "(peut encore mener au niveau {level})",
    "outcomes.title": "Quelle voie",
    "outcomes.maybe": "peut-être encore : ",
    "outcomes.may_change": " (cela peut encore changer)",
    "outcomes.depends": "Cela dépend de : {questions}.",
    "onward.title": "Pour la suite",
    "grounds.honest_routes": "Personne n'a étudié si ces questions mènent à la meilleure voie. Servez-vous-en pour choisir ensemble.",
    "service.key_point": "point clé",
    "service.needs_check": "à vérifier",
    "service.no_region": "Quels services ce sont chez vous, c'est le tableau de votre région qui le dit. Donnez-le avec --regio FICHIER.",
    "option.region": "Le fichier avec les services de votre région.",
    "actions.title": "À discuter ou à faire",
    "estimate.title": "Vos propres estimations",
    "estimate.family_same": "Avant l'avis, la famille pensait au niveau {level}. Cela correspond à l'avis.",
    "estimate.family_lower": "Avant l'avis, la famille pensait au niveau {level}. C'est moins que l'avis.",
    "estimate.family_higher": "Avant l'avis, la famille pensait au niveau {level}. C'est plus que l'avis.",
    "estimate.professional_same": "Avant l'avis, vous pensiez au niveau {level}. Cela correspond à l'avis.",
    "estimate.professional_lower": "Avant l'avis, vous pensiez au niveau {level}. C'est moins que l'avis.",
    "estimate.professional_higher": "Avant l'avis, vous pensiez au niveau {level}. C'est plus que l'avis.",
    "estimate.differ": "La famille et vous voyez cela autrement. Parlez-en ; ce n'est pas l'avis qui tranche.",
    "attention.title": "Points d'attention pour le niveau {level}",
    "attention.examples": "Par exemple : {examples}.",
    "attention.note": "Notre complément",
    "attention.lower": "Les points des niveaux plus bas restent valables :",
    "grounds.title": "Sur quoi cela repose",
    "grounds.source": "{count} fois, une source le dit elle-même.",
    "grounds.direction": "{count} fois, une source va dans ce sens ; c'est nous qui avons choisi où se trouve la limite.",
    "grounds.choice": "{count} fois, c'est notre propre choix, que des experts doivent encore confirmer.",
    "grounds.honest": "Personne n'a étudié si ces questions mènent au meilleur niveau. Collaborer plus n'est pas toujours mieux : l'avis est le niveau le plus bas qui répond à tout.",
    "grounds.sources": "Sources :",
    # For the family
    "family.title": "Comment vos intervenants travaillent-ils ensemble ?",
    "family.title_routes": "Comment continuer ensemble ?",
    "family.about": "Cette page est pour vous. Elle donne l'avis sur la façon dont vos intervenants peuvent travailler ensemble, avec les raisons. C'est un avis, pas une décision. Vous décidez avec nous.",
    "family.advice": "L'avis",
    "family.way": "La suite",
    "family.may_change": "Ceci n'est pas encore décidé.",
    "family.could_become": "Nous ne savons pas encore tout. Il faut peut-être plus : {more}",
    "family.why": "Pourquoi",
    "family.first": "D'abord ceci",
    "family.limits": "Ce qui n'est pas possible pour le moment",
    "family.together": "Ce dont nous parlons ensemble",
    "family.yours": "Qu'en pensez-vous ?",
    "family.rights": "Quelque chose n'est pas juste, ou il manque quelque chose ? Dites-le. N'hésitez pas à demander ce qui est partagé sur vous, avec qui et pourquoi. Vous pouvez aussi dire non à cet avis.",
    "family.room": "De la place pour vos propres mots :",
    # The checklist; the rest of it stands in its own module.
    "checklist.how": "Cochez ce qui convient. Si vous ne savez pas, cochez « Je ne sais pas » : c'est aussi une réponse.",
    "checklist.think_of": "Pensez à :",
    "checklist.agreements": "Accords",
    # The list of instruments
    "instruments.heading": "Instruments",
    "instruments.about": "Version {version} · langues {languages} · source {source}",
    "instruments.next": "Pour commencer : integraal reflecteer NOM. Sur papier : integraal checklist NOM.",
}
