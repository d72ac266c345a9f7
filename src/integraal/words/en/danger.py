"""Danger in English: what cannot wait, and whom to call."""

WORDS = {
    "danger.title": "Someone may be in danger",
    "danger.call": "Who to call:",
    "danger.checked": "These numbers were checked on {day}.",
    "danger.from": "This comes from “{instrument}”, which this case has answers to as well.",
    "danger.again": "Are there new signs of concern? Then look again.",
    "danger.grounds": "What is said above about danger rests on: {grounds}.",
    "danger.strip": "Is anyone in danger now? Call at once:",
    "danger.arrow": "→ for {code}: {what}",
    "danger.stopped": "You are stopping now, but this cannot wait:",
    "danger.refused": "This case is not read, but it does show this:",
    "danger.refused_row": "This row gets no advice, but it does show this:",
    "danger.refused_table": "This table is not read, but it does show this:",
    "danger.refused_rows": "Rows that show this ({count}): {rows}.",
    "danger.in_cases": "Cases that show this ({count}): {cases}.",
    "place.nl": "The Netherlands",
    "place.be": "Belgium",
    "place.vlaams": "Flanders",
    "place.frans": "French-speaking Belgium",
    "place.duits": "German-speaking Belgium",
}
