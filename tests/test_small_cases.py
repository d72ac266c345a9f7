"""Small case files around which somebody could be hurt, each with what must be said of it.

A case stands for its kind. What is said goes over stdout and stderr together, in the order in which
people read it, without lines and frames.
"""

import re
from dataclasses import dataclass

import pytest

from tests.conftest import ROOT, Run

CASES = ROOT / "tests" / "small_cases"
_112 = "Bel nu 112. Zorg dat iedereen veilig is"
NO_PAGE = "Voor deze lezer is er nu geen blad."


@dataclass(frozen=True, slots=True)
class Small:
    """A question about one case file, and its answer."""

    case: str
    asked: str
    """The command; `-` in it stands for the case on stdin."""
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    exit_code: int = 0

    def __str__(self) -> str:
        return f"{self.case}: {self.asked}"


SMALL = (
    # Danger goes before everything, whatever mode or instrument was asked for.
    Small(
        "gevaar-bij-de-bron",
        "advies --instrument kruispunt-onthaal --alleen-bron",
        (
            _112,
            "De vraag over «direct gevaar» is een aanvulling van ons. Ze wordt toch gesteld, en het"
            " antwoord telt mee.",
            "Bel nu de crisisdienst, en bij levensgevaar 112.",
        ),
        ("tegen",),
    ),
    Small(
        "gevaar-onbekend-bij-de-bron",
        "advies --instrument kruispunt-onthaal --alleen-bron",
        (
            "Vraag nu of er direct gevaar is. Dit antwoord ontbreekt nog, en het gaat voor alles.",
            "misschien nog: Bel nu de crisisdienst, en bij levensgevaar 112.",
        ),
        (_112,),
    ),
    Small("gevaar-bij-een-ander", "advies --instrument procesregie", (_112, "101 Politie")),
    Small("gevaar-bij-een-ander", "advies --instrument gedeelde-zorg", (_112,)),
    Small(
        "gevaar-bij-een-ander",
        "advies --instrument kruispunt-kernprincipes",
        (_112, "error[kept-apart]"),
        exit_code=1,
    ),
    Small(
        "gevaar-van-stdin",
        "advies -",
        (_112, "0800-2000 Veilig Thuis", "meldcode en spreekrecht"),
        ("segregatie",),
    ),
    Small("gevaar-van-stdin", "advies - --instrument voor-wie-doen-we-wat", (_112,)),
    Small(
        "onveilig-bij-de-bron",
        "advies --alleen-bron",
        (
            "Volg nu ook de veiligheidsroute",
            "Het antwoord op «veiligheid en basiszorg» telt zo niet mee voor het niveau. Wat"
            " ervoor gedaan moet worden, staat er wel.",
        ),
        ("spreken elkaar nergens tegen",),
    ),
    Small(
        "geen-zorg-bij-de-bron",
        "advies --alleen-bron",
        ("Het antwoord op «veiligheid en basiszorg» telt zo niet mee",),
        ("spreken elkaar nergens tegen", "Volg nu ook de veiligheidsroute"),
    ),
    # Nothing told to the wrong reader.
    *(
        Small(
            case,
            f"advies --voor {reader}",
            (NO_PAGE, "Volg nu ook de veiligheidsroute"),
            ("Hoe werken jullie hulpverleners samen?",),
            1,
        )
        for case in ("praten-is-niet-veilig", "praten-is-niet-veilig-en-acuut")
        for reader in ("gezin", "kind", "tafel")
    ),
    # One case, one story.
    Small(
        "afweging-zonder-land",
        "advies --instrument meldcode",
        ("De afweging kan nog niet, want het land is niet gekozen. (dit kan nog veranderen)",),
        ("Meld bij Veilig Thuis",),
    ),
    Small(
        "eerste-contact",
        "advies --instrument kruispunt-onthaal",
        (
            "De frontoffice vraagt eerst na wat nog niet bekend is.",
            "(dit kan nog veranderen)",
        ),
    ),
    *(
        Small(case, "advies --instrument meldcode --formaat json", (says,), (never,))
        for case, says, never in (
            (
                "gevaar-bij-een-ander",
                "Nog niet bekend is of er is overlegd.",
                "Er is nog niet overlegd",
            ),
            (
                "praten-is-niet-veilig",
                "Nog niet bekend is of er is overlegd.",
                "Er is nog niet overlegd",
            ),
        )
    ),
    Small(
        "afweging-klaar",
        "advies --instrument meldcode",
        ("Neem dan twee besluiten.", "Meld bij Veilig Thuis."),
        ("Er is nog niet overlegd",),
    ),
    Small(
        "onveilig-zonder-hulp",
        "advies --instrument procesregie",
        (
            "Volg nu ook de meldcode.",
            "Er is nog geen professional betrokken, maar er speelt wel wat.",
        ),
    ),
    Small(
        "gedeelde-zorg-telt-mee",
        "advies",
        ("Advies: coöperatie.", "regel A3 van Gedeelde zorg"),
        ("Advies: connectie",),
    ),
    Small("gedeelde-zorg-telt-mee", "advies --instrument gedeelde-zorg", ("Advies: coöperatie.",)),
    Small(
        "minderjarig-van-elders",
        "advies --instrument kruispunt-onthaal",
        ("Kies geen hulp uit het aanbod van hier, want dat is voor volwassenen uit de regio.",),
    ),
    Small(
        "jeugdkader-bij-volwassenen",
        "advies --instrument procesregie",
        (
            "Een gedwongen kader voor jeugd gaat over een kind of jongere, en hier staat dat het"
            " alleen om volwassenen gaat.",
            "komt eerst de medewerker die de gedwongen hulp opvolgt",
        ),
    ),
    Small(
        "meer-problemen-of-niet",
        "advies --instrument procesregie",
        ("Ga samen na wat er klopt. Bij meerdere problemen staat nee",),
    ),
    *(
        Small("apart-te-houden", asked, ("error[kept-apart]",), exit_code=1)
        for asked in (
            "advies",
            "advies --instrument buurtoverleg",
            "verloop",
            "export ics",
            "reflecteer buurtoverleg --casus",
        )
    ),
    Small(
        "regisseur-nog-open",
        "advies --instrument procesregie",
        (
            "Ga eerst na langs welke weg de hulp begon, en of er meerdere problemen spelen. Na een"
            " medische verwijzing komt er bij meerdere problemen eerst een overleg. (dit kan nog"
            " veranderen)",
        ),
    ),
    # Sentences that would soothe falsely.
    Small(
        "meer-dan-haalbaar",
        "advies",
        (
            "Nu is hooguit connectie haalbaar. Of dat genoeg is, hangt af van wat nog openstaat",
            "Toch werken jullie nu al op het niveau coöperatie, en dat is meer.",
        ),
        ("Dat is genoeg voor dit advies",),
    ),
    Small("deels-bekende-vormen", "advies", ("Nu werken jullie op het niveau integratie.",)),
    Small(
        "veiligheid-niet-meer-gevraagd",
        "verloop",
        (
            "ja, herhaald of acuut (1 september 2026); daarna niet meer gevraagd",
            "er is minder bekend",
        ),
        ("lager",),
    ),
    Small(
        "zorg-wordt-onbekend",
        "advies --wat-als veiligheid=weet_niet",
        ("Dan is er minder bekend. Daar wordt niets beter van",),
    ),
    Small(
        "stap-omlaag",
        "advies --kleinste-stap connectie",
        ("We zochten alleen naar verbeteringen van wat mensen kunnen veranderen.",),
        ("Bestaande vormen", "Vormen van"),
    ),
    Small(
        "stap-met-opbrengst",
        "advies --kleinste-stap",
        ("Geen verbetering van één of twee dingen leidt naar een ander advies.",),
    ),
    Small(
        "stap-niet-gevonden",
        "advies --kleinste-stap",
        ("Naar wat slechter kan gaan, of wat nog niet bekend is, keken we niet.",),
    ),
    # A family's page contradicts neither itself nor the answers.
    Small(
        "stap-omlaag",
        "advies --voor gezin",
        ("Hulp van één vast team dat er al is", "Is deze hulp vrijwillig, dan mogen jullie nee"),
        ("jullie hele gezin", "een lijn"),
    ),
    Small(
        "gezin-een-organisatie",
        "advies --voor gezin",
        ("We weten nog niet alles. Misschien is er meer nodig",),
        ("jullie hele gezin", "Er is één plan"),
    ),
)


@pytest.mark.parametrize("small", SMALL, ids=str)
def test_what_must_be_said_of_a_case_is_said(small: Small, integraal: Run) -> None:
    """Also what must not be said is not."""
    path = CASES / f"{small.case}.yaml"
    words = small.asked.split()
    is_piped = words[1:2] == ["-"]
    arguments = words if is_piped else [*words, path]
    result = integraal(*arguments, stdin=path.read_text(encoding="utf-8") if is_piped else "")
    told = " ".join(re.sub("[\u2500-\u257f]", " ", result.stdout + result.stderr).split())
    assert result.returncode == small.exit_code, result.stderr
    for sentence in small.says:
        assert sentence in told
    for sentence in small.never:
        assert sentence not in told


def test_each_small_case_is_asked_about() -> None:
    """No file lies there for nothing."""
    assert {path.stem for path in CASES.iterdir()} == {small.case for small in SMALL}
