"""What a spreadsheet template says, and what is said about one, in Dutch."""

WORDS = {
    "help.export.sjabloon": "Maak een tabel voor Excel of LibreOffice, met keuzelijsten, om veel casussen in te vullen.",
    "help.export.sjabloon.examples": (
        "integraal export sjabloon.xlsx\n"
        "integraal export sjabloon procesregie -o procesregie.xlsx\n"
        "integraal export sjabloon netwerk -o netwerk.xlsx\n"
        "integraal batch sjabloon.xlsx advies.xlsx"
    ),
    "usage.template_is_xlsx": "'{file}' kan het niet worden: voor casussen is het sjabloon een werkmap (.xlsx).",
    "template.cases": "casussen",
    "template.guide": "uitleg",
    "template.lists": "lijsten",
    "template.first_band": "De casus",
    "template.case": "Casus",
    "template.case_about": "Een verzonnen nummer, zoals C-1. Schrijf nergens een naam, adres of geboortedatum op.",
    "template.case_wrong": "Geef de casus een verzonnen nummer, zoals C-1: hooguit 64 tekens, zonder spaties en zonder @.",
    "template.region": "Regio",
    "template.period": "Periode",
    "template.team": "Team",
    "template.grouping_about": "Mag leeg blijven. Hiermee kun je later tellen; het doet niet mee in het advies. Schrijf er geen namen van mensen in.",
    "template.choose_about": "Kies een antwoord uit de lijst. Leeg betekent: nog niet bekend.",
    "template.option_about": "Kies ja of nee. Leeg betekent: nog niet bekend, dus geen nee.",
    "template.number_about": "Vul hier in: {wanted}. Weet je het niet, laat de cel dan leeg.",
    "template.only_when": "Alleen nodig als dat blijkt uit: {questions}.",
    "template.not_in_list": "Dit antwoord staat niet in de lijst. Kies er een uit de lijst, of laat de cel leeg als je het niet weet.",
    "template.not_a_number": "Vul hier in: {wanted}. Laat de cel leeg als je het niet weet.",
    "template.wrong_title": "Dat past hier niet",
    "template.header_locked": "Deze cel hoort bij de kop van het sjabloon. Je casussen komen daaronder.",
    "template.guide_title": "Veel casussen in één tabel: {title}",
    "template.guide_steps": (
        "Elke rij van het eerste blad is één casus. Geef elke casus een verzonnen nummer, zoals C-1. Schrijf nergens een naam, adres of geboortedatum op.\n"
        "Kies in elke cel een antwoord uit de lijst. Weet je het niet? Laat de cel leeg, of kies «Weet ik niet». Leeg telt nooit als nee.\n"
        "Kun je bij een vraag meer antwoorden geven, dan heeft elk antwoord een eigen kolom. Kies ja als het speelt en nee als het niet speelt. Wat leeg blijft, is niet bekend.\n"
        "Bij sommige vragen staat dat je ze niet altijd hoeft te beantwoorden. Vul je ze toch in, dan tellen ze alleen mee als ze nodig zijn.\n"
        "Regio, periode en team zijn er om later te tellen. Ze hoeven niet, en ze doen niet mee in het advies.\n"
        "Kopieer je uit een ander bestand? Plak dan alleen de waarden, zodat de lijsten blijven werken. De kop en de verborgen rij erboven laat je zoals ze zijn.\n"
        "Bewaar het bestand als Excel-werkmap (.xlsx). Typ daarna: integraal batch sjabloon.xlsx advies.xlsx (of hoe je bestand heet). Elke casus krijgt zijn advies; een rij die niet te lezen is, wordt genoemd met haar nummer."
    ),
    "template.guide_columns": "Naam\nVraag\nWaarom deze vraag?\nWanneer\nAntwoorden",
    "template.guide_texts": "Open vragen staan niet in dit sjabloon, want geen regel leest ze en er kan een naam in staan: {questions}.",
    "template.made_for": "Gemaakt voor {instrument}, versie {version}.",
    "batch.not_grouped": "Deze kolommen staan niet in de uitkomst. Wil je dat wel, voeg dan toe: --groepeer {columns}",
    "finding.template-other-instrument": "dit sjabloon is gemaakt voor '{made_for}', niet voor '{instrument}'.",
    "remedy.template-other-instrument": "Laat --instrument weg. Of maak een sjabloon met: integraal export sjabloon {instrument}",
    "finding.template-unknown-instrument": "dit sjabloon is gemaakt voor '{made_for}', en dat instrument kennen we hier niet.",
    "remedy.template-unknown-instrument": "Noem het bestand van dat instrument, met --instrument.",
    "finding.template-other-version": "dit sjabloon is gemaakt voor {instrument} versie {version}, en het instrument is sindsdien veranderd (nu {now}). We lezen het met de vragen van nu.",
    "remedy.template-other-version": "Worden er rijen afgekeurd, of staan er kolommen bij die we niet kennen? Maak dan een nieuw sjabloon.",
}
