"""Keys of a case or a network that people write in Dutch or French, with those that mean it."""

import re
from unicodedata import combining, normalize

_SAID = {
    "about": (
        "over",
        "omschrijving",
        "beschrijving",
        "uitleg",
        "apropos",
        "description",
    ),
    "access": (
        "toegang",
        "bereikbaarheid",
        "aanmelding",
        "aanmelden",
        "acces",
        "inscription",
    ),
    "agreements": (
        "afspraken",
        "accords",
    ),
    "answers": (
        "antwoorden",
        "reponses",
    ),
    "asked": (
        "gevraagd",
        "gevraagd_op",
        "demande",
        "demande_le",
    ),
    "audience": (
        "doelgroep",
        "publiek",
        "voor_wie",
        "public",
        "groupe_cible",
    ),
    "brought_by": (
        "ingebracht_door",
        "van",
        "apporte_par",
    ),
    "by": (
        "tegen",
        "uiterlijk",
        "voor",
        "avant",
    ),
    "casus": (
        "case",
        "cas",
        "zaak",
        "nummer",
        "numero",
    ),
    "chair": (
        "voorzitter",
        "presidence",
        "president",
    ),
    "checked": (
        "nagekeken",
        "nagekeken_op",
        "gecontroleerd",
        "verifie",
        "verifie_le",
    ),
    "committed": (
        "verbonden",
        "engagement",
        "engage",
    ),
    "contact": (
        "telefoon",
        "email",
        "mail",
        "balie",
        "bereiken",
        "telephone",
        "adresse",
    ),
    "contact_point": (
        "aanspreekpunt",
        "contactpunt",
        "point_de_contact",
    ),
    "cost": (
        "kosten",
        "prijs",
        "kostprijs",
        "tarief",
        "prix",
        "cout",
    ),
    "decisions": (
        "besluiten",
        "besluit",
    ),
    "done": (
        "gedaan",
        "klaar",
        "afgerond",
        "fait",
    ),
    "for": (
        "voor",
        "waarvoor",
        "leefgebied",
        "leefgebieden",
        "pour",
    ),
    "holidays": (
        "vakanties",
        "schoolvakanties",
        "vacances",
    ),
    "instruments": (
        "instrumenten",
        "hulpmiddelen",
    ),
    "key_point": (
        "sleutelpunt",
        "sleutel",
        "verwijspunt",
        "point_cle",
        "point_central",
    ),
    "keep_until": (
        "bewaren_tot",
        "bewaar_tot",
        "conserver_jusqu_au",
    ),
    "kind": (
        "soort",
        "soort_partner",
        "sorte",
        "type",
    ),
    "land": (
        "country",
        "pays",
    ),
    "languages": (
        "talen",
        "taal",
        "langues",
        "langue",
    ),
    "meetings": (
        "overleg",
        "overleggen",
        "vergaderingen",
        "reunions",
        "reunion",
    ),
    "moment": (
        "datum",
        "dag",
        "date",
        "jour",
    ),
    "moments": ("momenten",),
    "name": (
        "naam",
        "nom",
    ),
    "next_chair": (
        "volgende_voorzitter",
        "prochaine_presidence",
    ),
    "note": (
        "opmerking",
        "noot",
        "remarque",
    ),
    "on": (
        "datum",
        "dag",
        "op",
        "date",
        "jour",
        "le",
    ),
    "organisation": (
        "organisatie",
        "instelling",
        "organisation_id",
    ),
    "organisations": (
        "organisaties",
        "instellingen",
    ),
    "places": (
        "plaatsen",
        "plaats",
        "gemeenten",
        "gemeente",
        "postcodes",
        "lieux",
        "lieu",
        "communes",
    ),
    "present": (
        "aanwezig",
        "aanwezigen",
        "presents",
    ),
    "sector": (
        "sectoren",
        "secteur",
    ),
    "sectors": (
        "sectoren",
        "sector",
        "secteurs",
    ),
    "services": (
        "diensten",
        "aanbod",
        "dienst",
    ),
    "theme": (
        "thema",
        "sujet",
    ),
    "themes": (
        "themas",
        "thema",
        "sujets",
    ),
    "title": (
        "titel",
        "titre",
    ),
    "wait": (
        "wachttijd",
        "wachten",
        "wachtlijst",
        "attente",
        "delai",
    ),
    "weeks": (
        "weken",
        "wachtweken",
        "semaines",
    ),
    "what": (
        "wat",
        "quoi",
    ),
    "who": (
        "wie",
        "qui",
    ),
}


def in_english(name: str) -> tuple[str, ...]:
    """The keys that a word in Dutch or French can stand for, among those of a file.

    >>> in_english("toegang"), in_english("Coût"), in_english("voor"), in_english("access")
    (('access',), ('cost',), ('by', 'for'), ())
    """
    apart = normalize("NFKD", name.lower().replace("'", ""))
    written = re.sub(r"[\s-]+", "_", "".join(each for each in apart if not combining(each)))
    return tuple(key for key, words in _SAID.items() if written in words)
