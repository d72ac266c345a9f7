"""Sixty services of an invented network, in two languages, as a search meets them."""

from integraal.model.services.network import Network, Organisation
from integraal.model.services.region import Service

_ROWS = (
    # id, name, for, about
    ("schuldhulp", "Schuldhulpverlening", "financien", "een plan om schulden af te betalen"),
    ("budget", "Budgetbegeleiding", "financien", "rondkomen met je geld"),
    ("voedselbank", "Voedselbank", "financien", "eten voor wie weinig geld heeft"),
    ("mediation-dettes", "Médiation de dettes", "financien", "négocier avec les créanciers"),
    ("huurloket", "Huurloket", "wonen", "vragen over huren en verhuurders"),
    ("woonwinkel", "Woonwinkel", "wonen", "premies, isolatie en woningaanpassing"),
    ("nachtopvang", "Nachtopvang", "wonen", "een bed voor wie geen dak heeft"),
    ("beschut", "Beschut wonen", "wonen", "wonen met begeleiding na een opname"),
    ("logement", "Agence immobilière sociale", "wonen", "un logement à loyer modéré"),
    ("crisiswoning", "Crisiswoning", "wonen", "een woning voor een paar weken"),
    ("huisarts", "Wijkgezondheidscentrum", "gezondheid", "huisartsen en verpleegkundigen"),
    ("psycholoog", "Psycholoog in de eerste lijn", "gezondheid", "gesprekken bij lichte klachten"),
    ("mobiel", "Mobiel team", "gezondheid", "behandeling aan huis bij een crisis"),
    ("cgg", "Centrum geestelijke gezondheid", "gezondheid", "therapie voor volwassenen"),
    ("planning", "Planning familial", "gezondheid", "contraception, grossesse, couple"),
    ("tandarts", "Sociale tandartspraktijk", "gezondheid", "tanden, ook zonder verzekering"),
    ("thuiszorg", "Thuiszorg", "gezondheid", "wassen, wondzorg en medicijnen"),
    ("kine", "Kinesitherapie", "gezondheid", "bewegen na een ongeval"),
    ("dieet", "Diëtist", "gezondheid", "gezond eten met weinig geld"),
    ("rouw", "Rouwgroep", "gezondheid", "samen rouwen na een overlijden"),
    ("cad", "Ambulante drughulp", "verslaving", "alcohol, drugs of gokken"),
    ("aa", "Zelfhulpgroep alcohol", "verslaving", "lotgenoten die gestopt zijn"),
    ("rookstop", "Rookstopbegeleiding", "verslaving", "stoppen met roken"),
    ("spuitenruil", "Spuitenruil", "verslaving", "schone spuiten, zonder vragen"),
    ("ouders-verslaving", "Ouders van gebruikers", "verslaving", "steun voor ouders"),
    ("opvoedpunt", "Opvoedingswinkel", "relaties", "vragen over opvoeden"),
    ("bemiddeling", "Scheidingsbemiddeling", "relaties", "samen uit elkaar, met kinderen"),
    ("bezoek", "Neutrale bezoekruimte", "relaties", "je kind zien op een veilige plek"),
    ("jonge-moeders", "Jonge moeders", "relaties", "voor moeders onder de 23"),
    ("mediation", "Médiation familiale", "relaties", "parler quand on se sépare"),
    ("kraamhulp", "Kraamhulp", "relaties", "hulp thuis na de geboorte"),
    ("gezinsbond", "Gezinscafé", "relaties", "andere ouders ontmoeten"),
    ("pleegzorg", "Pleegzorg", "relaties", "een kind tijdelijk opvangen"),
    ("clb", "Leerlingenbegeleiding", "school", "leren, gedrag en schoolkeuze"),
    ("huiswerk", "Huiswerkklas", "school", "rustig huiswerk maken"),
    ("brugfiguur", "Brugfiguur op school", "school", "tussen thuis en de juf"),
    ("spijbel", "Spijbelteam", "school", "weer naar school durven gaan"),
    ("ecole-devoirs", "École de devoirs", "school", "soutien scolaire après la classe"),
    ("studietoelage", "Studietoelagen", "school", "een toelage aanvragen"),
    ("werkwinkel", "Werkwinkel", "werk", "een baan of een opleiding zoeken"),
    ("sociale-werkplaats", "Maatwerkbedrijf", "werk", "werken op jouw tempo"),
    ("arbeidszorg", "Arbeidszorg", "werk", "zinvol bezig zijn zonder loon"),
    ("nt2", "Taallessen Nederlands", "werk", "Nederlands leren voor werk"),
    ("jobcoach", "Jobcoach", "werk", "steun op je nieuwe werk"),
    ("mission-locale", "Mission locale", "werk", "emploi et formation pour jeunes"),
    ("buddy", "Buddywerking", "netwerk", "een maatje voor wie alleen is"),
    ("buurthuis", "Buurthuis", "netwerk", "koffie, soep en buren"),
    ("taalcafe", "Taalcafé", "netwerk", "Nederlands oefenen met buren"),
    ("boodschap", "Boodschappendienst", "netwerk", "vrijwilligers die voor je winkelen"),
    ("repair", "Repair Café", "netwerk", "samen spullen herstellen"),
    ("moestuin", "Buurtmoestuin", "netwerk", "samen tuinieren"),
    ("ouderen", "Ouderenwerking", "netwerk", "bezoek en uitstappen voor senioren"),
    ("maison", "Maison de quartier", "netwerk", "rencontres entre voisins"),
    ("rechtshulp", "Juridische eerstelijnsbijstand", "justitie", "gratis raad van een advocaat"),
    ("slachtoffer", "Slachtofferhulp", "justitie", "na een misdrijf of ongeval"),
    ("daderhulp", "Daderhulp", "justitie", "stoppen met geweld in je relatie"),
    ("wijkagent", "Wijkagent", "justitie", "vragen en meldingen in de wijk"),
    ("papieren", "Steunpunt verblijfsrecht", "justitie", "papieren en verblijf"),
    ("herstel", "Herstelbemiddeling", "justitie", "praten na een misdrijf"),
    ("aide-juridique", "Aide juridique", "justitie", "un avocat gratuit"),
)
KEY_POINTS = ("huurloket", "buurthuis", "opvoedpunt")
FRENCH = ("financien", "wonen", "gezondheid")

SIXTY = Network(
    "molenwijk",
    "Netwerk van de Molenwijk (verzonnen)",
    tuple(
        Service(
            name, title, (serves,), about=about, organisation="anker",
            languages=("fr",) if any(sign in about for sign in "éèà'") else ("nl",),
            key_point=name in KEY_POINTS, places=("Molenwijk", "9300") if serves == "wonen" else (),
        )
        for name, title, serves, about in _ROWS
    ),
    (Organisation("anker", "Het Anker (verzonnen)"),),
)  # fmt: skip
