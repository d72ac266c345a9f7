"""What the form on paper says, in Dutch."""

CHECKLIST = {
    "checklist.date": "Datum",
    "checklist.present": "Aan tafel (rollen, geen namen van cliënten)",
    "checklist.decides": "Wie beslist wat",
    "checklist.skip": "Sla over bij {codes}.",
    "checklist.go_on": "Bij {codes}: ga naar {to}.",
    "checklist.go_to_end": "Bij {codes}: ga naar het einde.",
    "checklist.mark_ladder": "Zet een kruis bij het niveau van nu, bij wat het gezin denkt, bij wat jullie denken en bij het advies.",
    "checklist.now": "nu",
    "checklist.family": "gezin",
    "checklist.we": "wij",
    "checklist.advice": "advies",
    "checklist.agreement.what": "Wat spreken we af?",
    "checklist.agreement.who": "Wie (rol)",
    "checklist.agreement.when": "Wanneer",
    "checklist.agreement.done": "Klaar",
}
