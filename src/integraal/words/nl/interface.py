"""The interface in Dutch: plain, friendly, no blame (B1)."""

WORDS = {
    # Small words
    "and": "en",
    "because": "Want:",
    "pair": "{name}: {value}",
    "months": "januari februari maart april mei juni juli augustus september oktober november december",
    "first_of_month": "1",
    "written": "Geschreven: {file}",
    "interrupted": "Onderbroken.",
    "internal": "Hier gaat iets mis in integraal zelf; dat ligt niet aan jou. Je antwoorden zijn bewaard tot het laatste dat op schijf kwam. Meld dit alsjeblieft: {place}",
    "cannot_print": "Het resultaat kon niet worden geschreven ({reason}).",
    "footer": "Advies, geen besluit. Mensen beslissen. · integraal, {instrument} {version}",
    "disclaimer": (
        "Dit is een advies en geen besluit. Niemand heeft onderzocht of deze vragen tot het beste "
        "niveau leiden. Gebruik het om samen na te denken, niet om te bepalen wie recht heeft op hulp."
    ),
    # The start page
    "welcome": (
        "integraal helpt je nadenken: hoe nauw werken we samen rond dit gezin?\n"
        "\n"
        "Het stelt vragen, geeft een advies met alle redenen erbij,\n"
        "en laat zien wat nog open is.\n"
        "Het adviseert. Jij beslist, samen met het gezin en je collega's.\n"
        "\n"
        "Begin hier:\n"
        "  integraal reflecteer --casus C-1.yaml   de vragen, met bewaarde antwoorden\n"
        "  integraal advies C-1.yaml               het advies van een bewaarde casus\n"
        "  integraal checklist                     de vragen op papier, voor aan tafel\n"
        "\n"
        "Alle opdrachten: integraal --help\n"
        "In English: --taal en      En français : --taal fr\n"
    ),
    # Help
    "help.about": "Denk na over hoe nauw jullie samenwerken rond een gezin. Advies, geen besluit.",
    "help.usage": "Gebruik:",
    "help.options": "Opties:",
    "help.arguments": "Argumenten:",
    "help.commands": "Opdrachten:",
    "help.required": "[verplicht]",
    "help.group_usage": "[OPTIES] OPDRACHT [...]",
    "help.options_usage": "[OPTIES]",
    "help.help": "Toon deze uitleg.",
    "help.install_completion": "Laat je shell opdrachten aanvullen met Tab.",
    "help.show_completion": "Toon het script voor het aanvullen met Tab.",
    "help.reflecteer": "Loop de vragen door en krijg een advies. Stoppen en later verdergaan kan altijd.",
    "help.reflecteer.examples": (
        "\b\nVoorbeelden:\n"
        "  integraal reflecteer --casus C-2041.yaml\n"
        "  integraal reflecteer --casus C-2041.yaml --alleen-bron\n"
        "  integraal reflecteer --eenvoudig --casus C-2041.yaml < antwoorden.txt"
    ),
    "help.advies": "Toon het advies van bewaarde casussen, met alle redenen.",
    "help.advies.examples": (
        "\b\nVoorbeelden:\n"
        "  integraal advies C-2041.yaml\n"
        "  integraal advies C-2041.yaml --voor gezin\n"
        "  integraal advies casussen/*.yaml --formaat json\n"
        "  integraal advies C-2041.yaml --formaat markdown -o advies.md"
    ),
    "help.checklist": "Toon de vragen als formulier, leeg of ingevuld.",
    "help.checklist.examples": (
        "\b\nVoorbeelden:\n"
        "  integraal checklist\n"
        "  integraal checklist --taal nl,fr --formaat markdown -o formulier.md\n"
        "  integraal checklist --casus C-2041.yaml"
    ),
    "help.instrumenten": "Toon welke instrumenten er zijn.",
    "help.instrumenten.examples": (
        "\b\nVoorbeelden:\n  integraal instrumenten\n  integraal instrumenten --formaat json"
    ),
    "metavar.file": "BESTAND",
    "metavar.cases": "CASUS",
    "metavar.instrument": "INSTRUMENT",
    "argument.cases": "Een of meer casusbestanden, of - voor stdin.",
    "argument.instrument": "Naam van een instrument, of een eigen YAML-bestand.",
    "option.instrument": "Naam van een instrument, of een eigen YAML-bestand.",
    "option.layout": "Vorm waarin je het wilt.",
    "option.reader": "Voor wie: de professional, of het gezin (zonder vaktaal).",
    "option.source_only": "Alleen de vragen van het brondocument, zonder onze aanvulling.",
    "option.version": "Toon de versie.",
    "option.language": "Taal: nl, en of fr.",
    "option.languages": "Een of meer talen naast elkaar, zoals nl,fr.",
    "option.output": "Schrijf naar dit bestand.",
    "option.overwrite": "Overschrijf het bestand als het al bestaat.",
    "option.quiet": "Geen opmerkingen, alleen het resultaat en fouten.",
    "option.case": "Vul de antwoorden van deze casus in.",
    "option.keep": "Bewaar de antwoorden in dit bestand, of ga daarin verder.",
    "option.with_text": "Stel ook de open vragen. Schrijf geen namen op.",
    "option.plain": "Gewone regels in plaats van een menu, ook fijn bij een voorleesprogramma.",
    # Wrong usage
    "usage.help": "Meer uitleg: {command} --help",
    "usage.no_such_option": "De optie {option} bestaat niet.",
    "usage.no_such_command": "De opdracht '{command}' bestaat niet.",
    "usage.missing": "Er ontbreekt iets: {name}.",
    "usage.bad_value": "Dit past niet bij {name}: {problem}",
    "usage.needs_value": "De optie {option} heeft een waarde nodig.",
    "usage.whole_number": "'{given}' is geen heel getal van 1 tot en met {most}.",
    "usage.choose_from": "kies uit {choices}.",
    "usage.ending": "'{file}' kan dit commando niet maken. Kies een naam die eindigt op {known}.",
    "usage.other_ending": "{file} heet anders dan het is: kies een naam die op {ending} eindigt, of laat --formaat weg.",
    "usage.languages": "'{given}' kennen we niet; kies uit {known}, met een komma ertussen.",
    "usage.not_for_family": "deze uitleg is er alleen voor de professional; kies --voor gezin zonder --waarom en dergelijke.",
    "usage.no_family": "{instrument} heeft geen bladzijde voor het gezin. Dat is met opzet: het gaat niet over een gezin, of zo'n blad kan iemand in gevaar brengen.",
    "kind.casus": "een casus",
    "kind.translation": "een vertaling",
    "kind.sources": "een bronnenlijst",
    "kind.scale": "een schaal",
    "kind.test": "een bestand met testcasussen",
    "usage.too_much": "Dit past niet bij deze opdracht: {problem}",
    # Answers
    "answer.none": "nog geen antwoord",
    "answer.dont_know": "Weet ik niet",
    "answer.none_of_these": "Geen van deze",
    "answer.rest_unknown": "van de rest weet ik het niet",
    # Typed answers; alternatives are separated by |
    "typed.dont_know": "weet ik niet|weet niet|weet_niet|?",
    "typed.none": "geen van deze|geen|geen_van_deze|0",
    "typed.skip": "overslaan|sla over|o",
    "typed.back": "terug|t|<",
    "typed.why": "waarom|w|waarom deze vraag|waarom deze vraag?",
    "typed.stop": "stop|stoppen|s",
    "typed.ready": "klaar|k|advies",
    "typed.not_an_answer": "'{word}' is geen antwoord op deze vraag. Typ het nummer of het hele antwoord.",
    "typed.other_question": "Dit antwoord is voor de vraag '{word}', maar die staat hier niet.",
    "typed.identifies": "Dit lijkt op een gegeven van een persoon ({word}). Schrijf het op zonder dat iemand herkenbaar is.",
    "typed.not_a_code": "'{word}' staat niet op deze bladzijde. Typ bijvoorbeeld B3, of Enter voor het advies.",
    # The interview
    "card.progress": "Vraag {number} van {total}",
    "card.several": "Je kunt er meer kiezen.",
    "card.given": "Je antwoord was: {answer}",
    "why.title": "Waarom deze vraag?",
    "why.source": "Bron: {source}",
    "plain.prompt": "> ",
    "plain.how": (
        "Typ het nummer of het antwoord. Of: ? = weet ik niet, Enter = overslaan, "
        "w = waarom deze vraag, t = terug, s = stoppen."
    ),
    "plain.several": "Meer antwoorden: met een komma ertussen. Geen van deze: 0.",
    "plain.text": "Schrijf geen namen op. Enter = overslaan. Typ :w voor waarom, :t voor terug, :s voor stoppen.",
    "menu.skip": "Overslaan",
    "menu.why": "Waarom deze vraag?",
    "menu.back": "Terug",
    "menu.stop": "Stoppen",
    "menu.how": "Kies met de pijltjes en Enter, of typ het nummer of het antwoord.",
    "menu.how_several": "Kies met de pijltjes en de spatiebalk, daarna Enter. Of typ de nummers, zoals 1,3.",
    "menu.choose_first": "Kies eerst een antwoord, of typ het.",
    "review.title": "Je antwoorden",
    "review.prompt": "Iets wijzigen? Typ de code, zoals B3. Enter = naar het advies, s = stoppen. ",
    "keep.ask": "Wil je je antwoorden bewaren? Typ een bestandsnaam, zoals C-1.yaml (geen naam van een persoon). Enter = niet bewaren. ",
    "keep.nothing": "Je antwoorden worden niet bewaard. Wil je dat wel? Begin met --casus BESTAND.",
    "keep.kept": "Elk antwoord wordt meteen bewaard in {file}.",
    "keep.resume": "Antwoorden tot nu toe: {count}. Je gaat verder waar je was.",
    "keep.stopped": "Gestopt. Je bent nog niet klaar; dat geeft niet.",
    "keep.lost": "Er is niets bewaard. Wil je dat wel? Begin met --casus BESTAND.",
    "keep.where": "Je antwoorden staan in {file}. Verdergaan of wijzigen:",
    "keep.retry": "Bewaren lukte niet. Los het op en druk op Enter om het opnieuw te proberen, of typ s om te stoppen. ",
    # The advice page
    "case.line": "Casus {casus}",
    "advies.failed": "{failed} van de {total} casussen konden we niet lezen; zie hierboven.",
    "mark.now": "nu",
    "mark.advice": "advies",
    "mark.advice_at_least": "advies: minstens dit",
    "mark.reach": "kan het nog worden",
    "mark.feasible": "kan nu hooguit",
    "advice.at_least": "Minstens {level}.",
    "advice.settled_before": "Advies: ",
    "advice.settled": ".",
    "advice.settled_whatever": ". Wat je nog niet weet, verandert dat niet meer.",
    "advice.range_before": "Advies: minstens ",
    "advice.range_between": ". Het kan nog ",
    "advice.range_after": " worden. Dat hangt af van: {questions}.",
    "advice.more_questions": "nog {count} andere",
    "advice.urgent": "Eerst dit",
    "advice.left_out_title": "Alleen de vragen van de bron",
    "advice.left_out": "Deze bewaarde antwoorden tellen nu niet mee: {questions}. Staat er iets over veiligheid bij? Volg dan toch de veiligheidsroute.",
    "advice.provisional": "Voorlopig: eerst breed kijken",
    "direction.opschalen": "Nu werken jullie op het niveau {now}. Dat is minder dan het advies: bespreek wat er nodig is om nauwer samen te werken.",
    "direction.passend": "Nu werken jullie op het niveau {now}. Dat past bij het advies.",
    "direction.afschalen_bespreken": "Nu werken jullie op het niveau {now}. Dat is meer dan het advies: bespreek of het nog nodig is. Rust kan er juist dankzij die vorm zijn.",
    "direction.onbekend": "Nu werken jullie op het niveau {now}. Of dat past, hangt af van wat nog open is.",
    "direction.no_present": "Er zijn nu geen vormen van samenwerken bekend.",
    "feasible.below": "Nu kan hooguit {feasible}. Dat verandert het advies niet: wat nodig is, blijft {level}. Bespreek het verschil met je leiding en met het gezin.",
    "feasible.enough": "Nu kan hooguit {feasible}. Dat is genoeg voor dit advies.",
    "reasons.title": "Waarom {level}",
    "reasons.lower": "Dit geldt ook, maar vraagt op zichzelf minder:",
    "reason.your_answers": "Uit jouw antwoorden: ",
    "reason.rule": "regel",
    "reason.either_way": " (dit of een andere reden met dit niveau geldt, hoe je ook antwoordt)",
    "support.source": "de bron zegt het",
    "support.direction": "de bron wijst die kant op, de grens is van ons",
    "support.choice": "onze keuze",
    "limits.title": "Wat nu kan",
    "open.title": "Wat nog open is",
    "open.about": "Deze vragen kunnen het advies nog veranderen. De eerste zegt het meest.",
    "open.could_become": "(kan nog leiden tot {level})",
    "outcomes.title": "Welke route",
    "outcomes.maybe": "misschien nog: ",
    "outcomes.may_change": " (dit kan nog veranderen)",
    "outcomes.depends": "Dat hangt af van: {questions}.",
    "onward.title": "Verder met",
    "grounds.honest_routes": "Niemand heeft onderzocht of deze vragen tot de beste weg leiden. Gebruik dit om samen te kiezen.",
    "service.key_point": "sleutelpunt",
    "service.needs_check": "te controleren",
    "service.no_region": "Welke diensten dit bij jullie zijn, staat in de tabel van jullie regio. Geef die mee met --regio BESTAND.",
    "option.region": "Het bestand met de diensten van jullie regio.",
    "actions.title": "Om te bespreken of te doen",
    "estimate.title": "Jullie eigen inschatting",
    "estimate.family_same": "Het gezin dacht vooraf aan {level}. Dat past bij het advies.",
    "estimate.family_lower": "Het gezin dacht vooraf aan {level}. Dat is minder dan het advies.",
    "estimate.family_higher": "Het gezin dacht vooraf aan {level}. Dat is meer dan het advies.",
    "estimate.professional_same": "Jij dacht vooraf aan {level}. Dat past bij het advies.",
    "estimate.professional_lower": "Jij dacht vooraf aan {level}. Dat is minder dan het advies.",
    "estimate.professional_higher": "Jij dacht vooraf aan {level}. Dat is meer dan het advies.",
    "estimate.differ": "Jij en het gezin denken hier anders over. Praat daarover; het advies beslist dat niet.",
    "attention.title": "Aandachtspunten bij {level}",
    "attention.examples": "Bijvoorbeeld: {examples}.",
    "attention.note": "Onze aanvulling",
    "attention.lower": "De punten van de lagere niveaus blijven gelden:",
    "grounds.title": "Waar dit op rust",
    "grounds.source": "{count} keer zegt een bron het zelf.",
    "grounds.direction": "{count} keer wijst een bron die kant op; waar de grens ligt, kozen wij.",
    "grounds.choice": "{count} keer is het onze eigen keuze, die deskundigen nog moeten bevestigen.",
    "grounds.honest": "Niemand heeft onderzocht of deze vragen tot het beste niveau leiden. Meer samenwerken is niet altijd beter: het advies is het laagste niveau dat past bij alle redenen samen.",
    "grounds.sources": "Bronnen:",
    # For the family
    "family.title": "Hoe werken jullie hulpverleners samen?",
    "family.title_routes": "Hoe gaan we samen verder?",
    "family.about": "Dit blad is voor jullie. Het laat zien welk advies er ligt over hoe jullie hulpverleners samenwerken, en waarom. Het is een advies, geen besluit. Jullie beslissen mee.",
    "family.advice": "Het advies",
    "family.way": "Hoe het verder gaat",
    "family.may_change": "Dit staat nog niet vast.",
    "family.could_become": "We weten nog niet alles. Misschien is er meer nodig: {more}",
    "family.why": "Waarom",
    "family.first": "Eerst nog dit",
    "family.limits": "Wat nu niet kan",
    "family.together": "Wat we samen bespreken",
    "family.yours": "Wat vinden jullie?",
    "family.rights": "Klopt er iets niet, of missen we iets? Zeg het. Vraag gerust wat er over jullie gedeeld wordt, met wie en waarom. Jullie mogen ook nee zeggen tegen dit advies.",
    "family.room": "Ruimte voor jullie eigen woorden:",
    # The checklist; the rest of it stands in its own module.
    "checklist.how": "Kruis aan wat past. Weet je het niet, kruis dan «Weet ik niet» aan: dat is ook een antwoord.",
    "checklist.think_of": "Denk aan:",
    "checklist.agreements": "Afspraken",
    # The list of instruments
    "instruments.heading": "Instrumenten",
    "instruments.about": "Versie {version} · talen {languages} · bron {source}",
    "instruments.next": "Beginnen: integraal reflecteer NAAM. Op papier: integraal checklist NAAM.",
}
