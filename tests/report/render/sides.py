"""How many sides of paper a form takes at the most: a contract, since people print these.

The same in a PDF, in Word (as LibreOffice lays it out) and printed by Chromium, blank or filled in.
"""

from integraal.words.words import LANGUAGES
from tests.conftest import INSTRUMENTS
from tests.report.render.every import AT_THE_TABLE, CONVERSATION, PART

IN_ONE_LANGUAGE = {
    "buurtoverleg": (1, 1, 2),
    "gedeelde-zorg": (2, 2, 2),
    "kruispunt-doorstroom": (1, 1, 1),
    "kruispunt-kernprincipes": (2, 2, 2),
    "kruispunt-onthaal": (1, 1, 1),
    "meldcode": (2, 2, 2),
    "procesregie": (2, 2, 2),
    "voor-wie-doen-we-wat": (2, 2, 2),
}
"""In Dutch, English and French."""
BESIDE_EACH_OTHER = {
    "buurtoverleg": 2,
    "gedeelde-zorg": 4,
    "kruispunt-doorstroom": 1,
    "kruispunt-kernprincipes": 3,
    "kruispunt-onthaal": 3,
    "meldcode": 2,
    "procesregie": 4,
    "voor-wie-doen-we-wat": 4,
}
"""In Dutch and French on one form."""
SIDES = {
    **{
        f"{name}-{language}-{how}": IN_ONE_LANGUAGE[name][number]
        for name in INSTRUMENTS
        for number, language in enumerate(LANGUAGES)
        for how in ("leeg", "ingevuld")
    },
    "kruispunt-kernprincipes-fr-ingevuld": 3,  # decision 078: in Word, by a few lines
    **{f"{name}-nl-fr-leeg": BESIDE_EACH_OTHER[name] for name in INSTRUMENTS},
    **{f"{name}-{language}-gesprek": 2 for name in CONVERSATION for language in LANGUAGES},
    **{f"{name}-{language}-tafel": 2 for name in AT_THE_TABLE for language in LANGUAGES},
    **{f"{name}-{language}-rol": 2 for name in PART for language in LANGUAGES},
}
"""By the name that a form has in `every_document`."""
