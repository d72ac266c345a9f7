"""What is said about results for paper, in Dutch."""

WORDS = {
    "paper.ticked": "aangekruist",
    "paper.not_ticked": "niet aangekruist",
    "paper.not_kept": "Wat je hier invult, wordt nergens bewaard: sluit je dit venster, dan is het weg. Druk het eerst af, of maak er een pdf van; daarop staat alles wat je invulde.",
    "option.large": "Grote letters, voor wie minder goed ziet; bij pdf, docx en html.",
    "usage.large_is_paper": "grote letters kunnen alleen bij pdf, docx en html: kies een van die drie met --formaat.",
    "usage.needs_file": "een scherm kan {layout} niet tonen; schrijf naar een bestand, met -o BESTAND.",
    "usage.one_case": "{layout} is er voor één casus tegelijk.",
    "help.niveaus": "Toon alle niveaus van samenwerken, met hun vormen en aandachtspunten, op één blad.",
    "help.niveaus.examples": "integraal niveaus\nintegraal niveaus -o niveaus.pdf",
    "levels.about": "Ter kennisgeving.",
    "levels.table": "Wat er bij elk niveau hoort",
    "levels.forms": "Vormen",
    "levels.points": "Aandachtspunten",
    "levels.source": "Bron: {source}",
    "levels.footer": "Een hoger niveau is niet beter dan een lager. Mensen beslissen.",
}
