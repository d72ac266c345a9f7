"""Comparing views of a case, comparing versions of an instrument, and exporting, in English."""

COMPARING = {
    # Help
    "help.vergelijk": "Leg de antwoorden van meer mensen over één casus naast elkaar, voor aan tafel.",
    "help.vergelijk.examples": (
        "\b\nVoorbeelden:\n"
        "  integraal vergelijk wijkteam.yaml school.yaml gezin.yaml\n"
        "  integraal vergelijk wijkteam.yaml school.yaml --formaat markdown -o verschillen.md"
    ),
    "metavar.views": "CASUS...",
    "argument.views": "Twee of meer casusbestanden over dezelfde casus, elk van iemand anders.",
    "usage.two_views": "geef minstens twee casusbestanden, elk van iemand anders.",
    "vergelijk.other_cases": "Let op: deze bestanden gaan over verschillende casussen ({cases}). We leggen ze toch naast elkaar.",
    "vergelijk.urgent": "Op dit blad staat iets over veiligheid of iets anders dringends. Bedenk eerst of je dat met iedereen tegelijk bespreekt.",
    # The sheet for the meeting
    "compare.title": "Verschillen op tafel",
    "compare.about": "Jullie vulden de vragen los van elkaar in. Waar jullie anders kijken, begint het gesprek: samen zie je meer. Dit blad zegt niet wie gelijk heeft.",
    "compare.from": "volgt uit de antwoorden van {who}",
    "compare.advices": "Het advies op ieders antwoorden",
    "compare.same_advice": "Jullie komen alle {count} op hetzelfde advies uit.",
    "compare.mark.advice": "advies",
    "compare.mark.at_least": "minstens",
    "compare.mark.reach": "misschien",
    "compare.no_outcome": "nog geen route",
    "compare.range": "{low}–{high}",
    "compare.range_about": "Hieronder betekent {low}–{high}: minstens {low}, misschien {high}.",
    "compare.first": "Praat hier eerst over",
    "compare.first_about": "Jullie kijken hier anders naar, en dat verandert het advies. Het eerste weegt het zwaarst.",
    "compare.first_none": "Jullie kijken soms anders, maar geen enkel verschil verandert op zichzelf het advies.",
    "compare.no_difference": "Nergens spreken jullie antwoorden elkaar tegen.",
    "compare.swap": "advies van {whose} met het antwoord van {givers}: {before} → {after}",
    "compare.without": "advies van {whose} zonder dit antwoord: {before} → {after}",
    "compare.urgent": "hiervan hangt af of «Eerst dit» geldt",
    "compare.rest": "Hier kijken jullie ook anders naar",
    "compare.rest_about": "Dit verandert het advies niet.",
    "compare.question": "Vraag",
    "compare.not_applicable": "niet van toepassing",
    "compare.ask": "Nog te vragen",
    "compare.ask_about": "Dit wist of beantwoordde niet iedereen. Dat is geen verschil van mening.",
    "compare.ask_rest": "Verandert het advies niet. Nog niet bekend bij:",
    "compare.unknown_to_all": "Dit weet niemand van jullie nog, en het kan het advies veranderen: {questions}.",
    "compare.estimates": "Vooraf geschat",
    "compare.agreed": "Hier kijken jullie hetzelfde naar",
    "compare.agreed_about": "Op alleen deze antwoorden is het advies: {advice}.",
    "compare.agreed_none": "Jullie gaven nergens allemaal hetzelfde antwoord.",
    "compare.own_words": "In eigen woorden",
    "compare.agreement": "Wat spreken we nu af, en wie vraagt wat na?",
}
