"""What a spreadsheet template says, and what is said about one, in French."""

WORDS = {
    "help.export.sjabloon": "Crée un tableau pour Excel ou LibreOffice, avec des listes déroulantes, pour remplir beaucoup de cas.",
    "help.export.sjabloon.examples": (
        "integraal export sjabloon.xlsx --taal fr\n"
        "integraal export sjabloon procesregie -o procesregie.xlsx\n"
        "integraal export sjabloon netwerk -o netwerk.xlsx\n"
        "integraal batch sjabloon.xlsx avis.xlsx"
    ),
    "usage.template_is_xlsx": "cela ne peut pas devenir « {file} » : pour les cas, le modèle est un classeur (.xlsx).",
    "template.cases": "cas",
    "template.guide": "mode d'emploi",
    "template.lists": "listes",
    "template.first_band": "Le cas",
    "template.case": "Cas",
    "template.case_about": "Un numéro inventé, comme C-1. N'écrivez nulle part un nom, une adresse ou une date de naissance.",
    "template.case_wrong": "Donnez au cas un numéro inventé, comme C-1 : 64 caractères au plus, sans espace et sans @.",
    "template.region": "Région",
    "template.period": "Période",
    "template.team": "Équipe",
    "template.grouping_about": "Peut rester vide. Cela sert à compter plus tard et ne joue aucun rôle dans l'avis. N'y écrivez pas de noms de personnes.",
    "template.choose_about": "Choisissez une réponse dans la liste. Vide veut dire : pas encore connu.",
    "template.option_about": "Choisissez oui ou non. Vide veut dire : pas encore connu, donc pas « non ».",
    "template.number_about": "Entrez ici : {wanted}. Si vous ne savez pas, laissez la cellule vide.",
    "template.only_when": "Nécessaire seulement si ceci le demande : {questions}.",
    "template.not_in_list": "Cette réponse n'est pas dans la liste. Choisissez-en une dans la liste, ou laissez la cellule vide si vous ne savez pas.",
    "template.not_a_number": "Entrez ici : {wanted}. Laissez la cellule vide si vous ne savez pas.",
    "template.wrong_title": "Cela ne convient pas ici",
    "template.header_locked": "Cette cellule fait partie de l'en-tête du modèle. Vos cas viennent en dessous.",
    "template.guide_title": "Beaucoup de cas dans un tableau : {title}",
    "template.guide_steps": (
        "Chaque ligne de la première feuille est un cas. Donnez à chaque cas un numéro inventé, comme C-1. N'écrivez nulle part un nom, une adresse ou une date de naissance.\n"
        "Dans chaque cellule, choisissez une réponse dans la liste. Vous ne savez pas ? Laissez la cellule vide, ou choisissez « Je ne sais pas ». Vide ne compte jamais comme non.\n"
        "Quand une question admet plusieurs réponses, chaque réponse a sa colonne. Choisissez oui si elle s'applique et non si elle ne s'applique pas. Ce qui reste vide n'est pas connu.\n"
        "Certaines questions disent qu'il ne faut pas toujours y répondre. Si vous y répondez quand même, elles ne comptent que si elles sont nécessaires.\n"
        "Région, période et équipe servent à compter plus tard. Elles peuvent rester vides et ne jouent aucun rôle dans l'avis.\n"
        "Vous copiez depuis un autre fichier ? Collez seulement les valeurs, pour que les listes continuent à fonctionner. Laissez l'en-tête et la ligne masquée au-dessus tels quels.\n"
        "Enregistrez le fichier comme classeur Excel (.xlsx). Tapez ensuite : integraal batch sjabloon.xlsx avis.xlsx (ou le nom de votre fichier). Chaque cas reçoit son avis ; une ligne illisible est indiquée par son numéro."
    ),
    "template.guide_columns": "Nom\nQuestion\nPourquoi cette question ?\nQuand\nRéponses",
    "template.guide_texts": "Les questions ouvertes ne figurent pas dans ce modèle, car aucune règle ne les lit et elles peuvent contenir un nom : {questions}.",
    "template.made_for": "Fait pour {instrument}, version {version}.",
    "batch.not_grouped": "Ces colonnes ne sont pas dans le résultat. Si vous les voulez, ajoutez : --groepeer {columns}",
    "finding.template-other-instrument": "ce modèle a été fait pour '{made_for}', et non pour '{instrument}'.",
    "remedy.template-other-instrument": "Omettez --instrument. Ou créez un modèle avec : integraal export sjabloon {instrument}",
    "finding.template-unknown-instrument": "ce modèle a été fait pour '{made_for}', un instrument que nous ne connaissons pas ici.",
    "remedy.template-unknown-instrument": "Indiquez le fichier de cet instrument, avec --instrument.",
    "finding.template-other-version": "ce modèle a été fait pour {instrument} version {version}, et l'instrument a changé depuis (maintenant {now}). Nous le lisons avec les questions d'aujourd'hui.",
    "remedy.template-other-version": "Des lignes sont rejetées, ou il y a des colonnes que nous ne connaissons pas ? Créez alors un nouveau modèle.",
}
