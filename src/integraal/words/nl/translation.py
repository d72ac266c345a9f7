"""What `integraal vertaal` says, in Dutch."""

WORDS = {
    "help.vertaal": "Zet een instrument, een schaal of hulplijnen klaar om te vertalen, of werk een vertaling bij. Wat een vertaler schreef, blijft.",
    "help.vertaal.examples": (
        "integraal vertaal mijn-instrument.yaml fr\n"
        "integraal vertaal mijn-instrument.yaml fr -o naar-vertaler.po\n"
        "integraal vertaal mijn-instrument.yaml fr --po van-vertaler.po"
    ),
    "metavar.language": "TAAL",
    "argument.translated": "Je eigen YAML-bestand: de vertaling komt ernaast, in de map translations. Of een naam van wat bij integraal hoort: de vertaling komt dan op het scherm, of in het bestand van -o.",
    "argument.into": "De taal om naar te vertalen: nl, en of fr.",
    "option.po": "Neem over wat er in dit PO-bestand is vertaald.",
    "usage.own_language": "in deze taal is het al geschreven; kies een andere taal.",
    "vertaal.counted": "Teksten: {texts}. Nog te vertalen: {empty}. Opnieuw na te kijken: {stale}.",
    "vertaal.unused": "Vertalingen van teksten die er niet meer zijn: {count}. We bewaren ze onder 'unused': {keys}",
    "vertaal.unchanged": "Er verandert niets in {file}.",
    "vertaal.taken_in": "Vertaalde teksten in {file}: {count}. Daarvan laten we weg, omdat er een nieuwere vertaling is: {left}.",
    "finding.po-unreadable": "dit is geen PO-bestand dat we kunnen lezen.",
    "remedy.po-unreadable": "Bewaar het opnieuw als PO, met het programma waarin het is vertaald.",
    "finding.po-language": "dit PO-bestand zegt dat het in '{language}' is, en je vraagt om '{wanted}'.",
}
