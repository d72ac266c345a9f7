"""Op welk moment antwoorden horen, en wat er te zeggen is over een andere dag."""

WORDS = {
    "typed.onward": "verder|v|ga verder",
    "typed.anew": "nieuw|nieuw moment|opnieuw",
    "moment.ask": "Deze casus is van {day}. Verder met de antwoorden van toen, of een nieuw moment? Of iemand veilig is, vragen we hoe dan ook opnieuw. Wat je nu antwoordt, staat straks bij vandaag; wat er toen gezegd is, blijft staan. Typ verder of nieuw (Enter = verder). ",
    "moment.ask_day": "In dit bestand staat een moment van {day}. Dat is na vandaag. Welke dag was het? Typ de dag, zoals 2026-11-21 (Enter = zo laten). ",
    "moment.no_such_day": "Dat is geen dag die hier past: typ een dag tot en met vandaag waarop nog geen moment is.",
    "moment.onward": "De antwoorden van {day} gaan mee in een nieuw moment; of iemand veilig is, vragen we opnieuw. Wat er toen gezegd is, blijft staan.",
    "moment.anew": "Dit wordt een nieuw moment. Wat er op {day} gezegd is, blijft staan.",
    "metavar.day": "DAG",
    "option.day": "De dag waarop de antwoorden gegeven zijn, zoals 2026-11-21; anders vandaag.",
    "usage.past_day": "'{given}' is geen dag tot en met vandaag, zoals 2026-11-21",
    "usage.day_taken": "op {day} is hiermee al een moment vastgelegd; dat blijft zoals het is. Kies een andere dag, of verbeter het in het bestand zelf",
}
