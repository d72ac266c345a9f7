"""Danger in Dutch: what cannot wait, and whom to call."""

WORDS = {
    "danger.title": "Iemand kan in gevaar zijn",
    "danger.call": "Wie je belt:",
    "danger.checked": "Deze nummers zijn nagekeken op {day}.",
    "danger.from": "Dit zegt «{instrument}», waarvan deze casus ook antwoorden heeft.",
    "danger.again": "Komen er nieuwe signalen bij? Kijk dan opnieuw.",
    "danger.grounds": "Wat hierboven over gevaar staat, rust op: {grounds}.",
    "danger.strip": "Is iemand nu in gevaar? Bel meteen:",
    "danger.arrow": "→ bij {code}: {what}",
    "danger.stopped": "Je stopt nu, maar dit wacht niet:",
    "danger.refused": "Deze casus wordt niet gelezen, maar hieruit blijkt wel dit:",
    "danger.refused_row": "Deze rij krijgt geen advies, maar hieruit blijkt wel dit:",
    "danger.refused_table": "Deze tabel wordt niet gelezen, maar hieruit blijkt wel dit:",
    "danger.refused_rows": "Rijen waaruit dit blijkt ({count}): {rows}.",
    "danger.in_cases": "Casussen waaruit dit blijkt ({count}): {cases}.",
    "place.nl": "Nederland",
    "place.be": "België",
    "place.vlaams": "Vlaanderen",
    "place.frans": "Franstalig België",
    "place.duits": "Duitstalig België",
}
