"""Comparing views of a case, comparing versions of an instrument, and exporting, in Dutch."""

WORDS = {
    # Help
    "help.vergelijk": "Leg de antwoorden van meer mensen naast elkaar, voor aan tafel.",
    "help.vergelijk.examples": (
        "\b\nVoorbeelden:\n"
        "  integraal vergelijk wijkteam.yaml school.yaml gezin.yaml\n"
        "  integraal vergelijk a.yaml b.yaml -f markdown -o verschillen.md"
    ),
    "argument.views": "Twee of meer casusbestanden over dezelfde casus, elk van iemand anders.",
    "usage.two_views": "geef minstens twee casusbestanden, elk van iemand anders.",
    "usage.view_twice": "{file} staat er twee keer; geef van iedereen één bestand.",
    "vergelijk.other_cases": "Let op: deze bestanden gaan over verschillende casussen ({cases}). We leggen ze toch naast elkaar.",
    "vergelijk.urgent": "Op dit blad staat iets over veiligheid of iets anders dringends. Bedenk eerst of je dat met iedereen tegelijk bespreekt.",
    # The sheet for the meeting
    "compare.title": "Verschillen op tafel",
    "compare.about": "Waar jullie anders kijken, begint het gesprek. Dit blad zegt niet wie gelijk heeft.",
    "compare.from": "Dit volgt uit de antwoorden van {who}.",
    "compare.advices": "Welk advies volgt uit ieders antwoorden?",
    "compare.same_advice": "Uit ieders antwoorden volgt hetzelfde advies.",
    "compare.mark.advice": "advies",
    "compare.mark.at_least": "minstens",
    "compare.mark.reach": "misschien",
    "level.at_least": "minstens {level}",
    "level.perhaps": "misschien {level}",
    "level.route": "«{route}»",
    "compare.no_outcome": "nog geen route",
    "compare.change": "{before} → {after}",
    "compare.first": "Praat hier eerst over",
    "compare.first_about": "Jullie kijken hier anders naar, en dat verandert het advies. Erbij staat wat het advies van de een wordt met het antwoord van de ander.",
    "compare.first_none": "Jullie kijken soms anders, maar geen enkel verschil verandert op zichzelf het advies. Begin waar jullie willen.",
    "compare.no_difference": "Jullie antwoorden spreken elkaar nergens tegen.",
    "compare.swap": "{whose} met het antwoord van {givers}: {change}",
    "compare.without": "{whose} zonder dit antwoord: {change}",
    "compare.urgent": "Hiervan hangt af of «Eerst dit» geldt.",
    "compare.rest": "Hier kijken jullie ook anders naar",
    "compare.rest_about": "Het advies verandert er niet door.",
    "compare.ask": "Nog te vragen",
    "compare.ask_about": "De een weet dit wel, de ander niet. Dat is geen verschil van mening, maar het kan het advies wel veranderen.",
    "compare.ask_rest": "Dit is nog niet van iedereen bekend. Het advies verandert er niet door.",
    "compare.unknown_to_all": "Dit weet nog niemand van jullie, en het kan het advies veranderen: {questions}.",
    "compare.agreed": "Hier kijken jullie hetzelfde naar",
    "compare.agreed_about": "Kijk je alleen naar deze antwoorden, dan is het advies: {advice}.",
    "compare.agreed_none": "Er is geen vraag waarop jullie allemaal hetzelfde antwoord gaven.",
    "compare.own_words": "In eigen woorden",
    "compare.agreement": "Wat spreken we af, en wie vraagt wat na?",
    # Two versions of an instrument
    "help.vergelijk-versies": "Toon welke casussen veranderen onder een nieuwe versie.",
    "help.vergelijk-versies.examples": (
        "\b\nVoorbeelden:\n"
        "  integraal vergelijk-versies oud.yaml voor-wie-doen-we-wat casussen/\n"
        "  integraal vergelijk-versies oud.yaml nieuw.yaml C-1.yaml C-2.yaml -f json"
    ),
    "metavar.old": "OUD",
    "metavar.new": "NIEUW",
    "argument.old": "De oude versie: naam van een instrument, of een YAML-bestand.",
    "argument.new": "De nieuwe versie: naam van een instrument, of een YAML-bestand.",
    "argument.many_cases": "Casusbestanden, of mappen met casusbestanden.",
    "usage.no_cases": "in de map {folder} staan geen casussen.",
    "versions.only_old": "Alleen de oude versie kan dit niet lezen in {file}:",
    "versions.only_new": "Alleen de nieuwe versie kan dit niet lezen in {file}:",
    "versions.two_instruments": "Let op: dit zijn twee verschillende instrumenten, {old} en {new}.",
    "versions.renamed": "Aantal casussen met een oude naam, gelezen als de nieuwe: {count}.",
    "versions.title": "Wat verandert er met de nieuwe versie?",
    "versions.total": "Bekeken casussen: {count}.",
    "versions.changed": "Het advies verandert: {count}.",
    "versions.same": "Alles blijft gelijk: {count}.",
    "versions.other_rules": "Hetzelfde advies, om andere redenen: {count}.",
    "versions.unreadable": "Niet te lezen: {count}.",
    "versions.moves": "Van wat naar wat",
    "versions.moves_none": "zelfde niveau en zelfde route, maar iets anders verandert (zie per casus)",
    "versions.rules": "Door welke regels",
    "versions.cases": "Per casus",
    "versions.times": "{count} × {what}",
    "versions.feasible": "Kan nu hooguit: {change}",
    "versions.current": "Niveau van nu: {change}",
    "versions.no_feasible": "geen grens",
    "versions.no_current": "onbekend",
    "versions.provisional": "voorlopig",
    "versions.provisional_true": "Het advies is nu voorlopig.",
    "versions.provisional_false": "Het advies is niet meer voorlopig.",
    "versions.action_more": "Erbij: {action}",
    "versions.action_less": "Niet meer: {action}",
    "versions.at_most": "nu hooguit {level}",
    "versions.turn.holds": "Regel {rule} geldt nu: {effect}",
    "versions.turn.no_longer_holds": "Regel {rule} geldt niet meer: {effect}",
    "versions.turn.no_longer_certain": "Regel {rule} geldt niet meer zeker: {effect}",
    "versions.turn.might_hold": "Regel {rule} geldt misschien: {effect}",
    "versions.turn.ruled_out": "Regel {rule} kan niet meer gelden: {effect}",
    "versions.turn.other_effect": "Regel {rule} doet iets anders: {effect}",
    # Export
    "help.export": "Geef iets aan een ander programma, zoals een editor, een database of een rekenblad.",
    "help.export.examples": "\b\nVoorbeelden:\n  integraal export schema instrument -o instrument.json\n  integraal export sjabloon.xlsx",
    "help.export.usage": "OPDRACHT [...]",
    "help.export.schema": "Geef het JSON Schema van een soort bestand, voor je editor.",
    "help.export.schema.examples": (
        "\b\nVoorbeelden:\n"
        "  integraal export schema instrument -o schemas/instrument.json\n"
        "  integraal export schema casus"
    ),
    "metavar.kind": "SOORT",
    "argument.kind": "Soort bestand: instrument, scale, sources, translation, casus of test.",
}
