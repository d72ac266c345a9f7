"""The interview in Dutch: what keys do, what became of a question, and a last chance to keep it."""

WORDS = {
    "typed.help": "help|hulp|h",
    "typed.erase": "wis|wissen",
    "typed.blank": "leeg|scherm leeg",
    "blank.back": "Enter = terug ",
    "typed.dont_know_short": "wn",
    "menu.how_small": "Kies met ↑ ↓ en Enter, of typ. ? = hulp.",
    "menu.how_small_several": "Kies met ↑ ↓, spatie en Enter, of typ. ? = hulp.",
    "menu.more_below": "↓ Eronder staat nog meer.",
    "menu.more_above": "↑ Erboven staat nog meer.",
    "menu.more_both": "↑ ↓ Erboven en eronder staat nog meer.",
    "menu.help": (
        "↑ en ↓: naar een ander antwoord. PgUp en PgDn: een heel stuk verder. Home en End: naar het eerste, naar het laatste.\n"
        "Enter: dit antwoord kiezen. Had je al een antwoord, dan laat Enter het zo.\n"
        "Spatiebalk: een vinkje zetten of weghalen, waar je meer mag kiezen.\n"
        "Of typ het nummer of het antwoord. Of: wn = weet ik niet, o = overslaan, w = waarom deze vraag, t = terug, s = stoppen, kort = minder vragen, wis = antwoord wissen.\n"
        "Esc: wissen wat je typt. Ctrl-C: stoppen.\n"
        "F9, of typ leeg: scherm leeg, tot je op Enter drukt. Je antwoorden blijven.\n"
        "Druk op een toets om terug te gaan naar de vraag."
    ),
    "plain.help": (
        "Typ het nummer of het antwoord, en druk dan op Enter.\n"
        "Je kunt ook typen: wn = weet ik niet, o = overslaan, w = waarom deze vraag, t = terug, s = stoppen, kort = minder vragen, wis = antwoord wissen.\n"
        "Bij een open vraag zet je er een dubbele punt voor, zoals :t.\n"
        "Alleen Enter: overslaan. Had je al een antwoord, dan blijft het zo.\n"
        "Typ leeg: scherm leeg, tot je op Enter drukt. Je antwoorden blijven."
    ),
    "plain.text_given": "Schrijf geen namen op. Typ :w voor waarom, :t voor terug, :s voor stoppen, :wis om te wissen, ? voor hulp.",
    "card.keep": "Enter = zo laten",
    "card.skipped": "Overgeslagen",
    "card.left": "Zo gelaten: {answer}",
    "card.erased": "Gewist",
    "card.passed_over": "Wat ertussen staat, is al ingevuld of overgeslagen.",
    "keep.offer": "Je antwoorden zijn nog niet bewaard. Wil je dat wel? Typ een bestandsnaam, zoals C-1.yaml (geen naam van een persoon). Enter = niet bewaren. ",
    "keep.taken": "{file} bestaat al en blijft zoals het is. Kies een andere naam.",
    "instruments.source": "Versie {version} · talen {languages} · bron: {source}",
}
