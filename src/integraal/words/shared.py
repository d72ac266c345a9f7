"""What is the same in every language: commands as they are typed, and signs."""

SHARED = {
    "plain.prompt": "> ",
    "help.reflecteer.examples": (
        "integraal reflecteer --casus C-2041.yaml\n"
        "integraal reflecteer --casus C-2041.yaml --alleen-bron\n"
        "integraal reflecteer --eenvoudig --casus C-2041.yaml < antwoorden.txt"
    ),
    "help.advies.examples": (
        "integraal advies C-2041.yaml\n"
        "integraal advies C-2041.yaml --voor gezin\n"
        "integraal advies casussen/*.yaml --formaat json\n"
        "integraal advies C-2041.yaml --formaat markdown -o advies.md"
    ),
    "help.agenda.examples": (
        "integraal agenda C-1107.yaml C-2041.yaml --begin 14:00\n"
        "integraal agenda C-1107.yaml --voor tafel -o agenda.pdf"
    ),
    "help.checklist.examples": (
        "integraal checklist\n"
        "integraal checklist --taal nl,fr --formaat markdown -o formulier.md\n"
        "integraal checklist --casus C-2041.yaml"
    ),
    "help.instrumenten.examples": "integraal instrumenten\nintegraal instrumenten --formaat json",
    "help.export.sql.examples": (
        "integraal export sql --kolommen\n"
        "integraal export sql --dialect sqlite --tabel gezinnen --view advies -o advies.sql\n"
        "integraal export sql procesregie --dialect postgres --heeft casus,kader,veiligheid"
    ),
    "help.export.programma.examples": (
        "integraal export programma meldcode -o meldcode.json\n"
        "integraal export programma --alleen-bron"
    ),
    "help.export.formulier.examples": (
        "integraal export formulier -o formulier.html\n"
        "integraal export formulier voor-wie-doen-we-wat meldcode --taal fr -o formulaire.html"
    ),
    "language.nl": "Nederlands",
    "language.en": "English",
    "language.fr": "Français",
    "help.export.ics.examples": "integraal export ics C-2041.yaml -o C-2041.ics",
    "help.export.examples": (
        "integraal export schema instrument -o instrument.json\nintegraal export sjabloon.xlsx"
    ),
    "help.export.schema.examples": (
        "integraal export schema instrument -o schemas/instrument.json\n"
        "integraal export schema casus"
    ),
    "metavar.agreed": "-",
    "metavar.decided": "-",
    "help.besluit.examples": (
        "integraal besluit C-2041.yaml\nintegraal besluit C-2041.yaml -i procesregie"
    ),
    "help.verloop.examples": (
        "integraal verloop C-2041.yaml\n"
        "integraal verloop C-2041.yaml --instrument procesregie\n"
        "integraal verloop C-2041.yaml --formaat json"
    ),
}
