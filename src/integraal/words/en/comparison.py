"""Comparing views of a case, comparing versions of an instrument, and exporting, in English."""

WORDS = {
    # Help
    "help.vergelijk": "Lay the answers of several people side by side, for the meeting.",
    "help.vergelijk.examples": (
        "\b\nExamples:\n"
        "  integraal vergelijk team.yaml school.yaml family.yaml\n"
        "  integraal vergelijk a.yaml b.yaml -f markdown -o differences.md"
    ),
    "argument.views": "Two or more case files about the same case, each from somebody else.",
    "usage.two_views": "give at least two case files, each from somebody else.",
    "usage.view_twice": "{file} is there twice; give one file for each person.",
    "vergelijk.other_cases": "Please note: these files are about different cases ({cases}). We lay them side by side all the same.",
    "vergelijk.urgent": "This sheet says something about safety, or something else that is urgent. Think first about whether to discuss that with everybody at once.",
    # The sheet for the meeting
    "compare.title": "Differences on the table",
    "compare.about": "Where you see things differently, the conversation begins. This sheet does not say who is right.",
    "compare.from": "This follows from the answers of {who}.",
    "compare.advices": "What advice follows from each person's answers?",
    "compare.same_advice": "The same advice follows from everybody's answers.",
    "compare.mark.advice": "advice",
    "compare.mark.at_least": "at least",
    "compare.mark.reach": "perhaps",
    "level.at_least": "at least {level}",
    "level.perhaps": "perhaps {level}",
    "level.route": "“{route}”",
    "compare.no_outcome": "no route yet",
    "compare.change": "{before} → {after}",
    "compare.first": "Talk about this first",
    "compare.first_about": "You see this differently, and that changes the advice. Below each: what one person's advice becomes with another's answer.",
    "compare.first_none": "You sometimes see things differently, but no single difference changes the advice. Begin wherever you like.",
    "compare.no_difference": "Your answers contradict each other nowhere.",
    "compare.swap": "{whose} with the answer of {givers}: {change}",
    "compare.without": "{whose} without this answer: {change}",
    "compare.urgent": "Whether “This first” applies depends on this.",
    "compare.rest": "You also see this differently",
    "compare.rest_about": "It does not change the advice.",
    "compare.ask": "Still to ask",
    "compare.ask_about": "Some of you know this, others do not. That is not a difference of opinion, but it can change the advice.",
    "compare.ask_rest": "Not everybody knows this yet. It does not change the advice.",
    "compare.unknown_to_all": "None of you knows this yet, and it can change the advice: {questions}.",
    "compare.agreed": "You see this the same way",
    "compare.agreed_about": "Looking at these answers alone, the advice is: {advice}.",
    "compare.agreed_none": "There is no question to which you all gave the same answer.",
    "compare.own_words": "In your own words",
    "compare.agreement": "What do we agree on, and who asks what?",
    # Two versions of an instrument
    "help.vergelijk-versies": "Show which cases change under a new version.",
    "help.vergelijk-versies.examples": (
        "\b\nExamples:\n"
        "  integraal vergelijk-versies old.yaml voor-wie-doen-we-wat cases/\n"
        "  integraal vergelijk-versies old.yaml new.yaml C-1.yaml C-2.yaml -f json"
    ),
    "metavar.old": "OLD",
    "metavar.new": "NEW",
    "argument.old": "The old version: name of an instrument, or a YAML file.",
    "argument.new": "The new version: name of an instrument, or a YAML file.",
    "argument.many_cases": "Case files, or folders with case files.",
    "usage.no_cases": "there are no cases in the folder {folder}.",
    "versions.only_old": "Only the old version cannot read this in {file}:",
    "versions.only_new": "Only the new version cannot read this in {file}:",
    "versions.two_instruments": "Please note: these are two different instruments, {old} and {new}.",
    "versions.renamed": "Cases with an old name, read as the new one: {count}.",
    "versions.title": "What does the new version change?",
    "versions.total": "Cases looked at: {count}.",
    "versions.changed": "The advice changes: {count}.",
    "versions.same": "Everything stays the same: {count}.",
    "versions.other_rules": "The same advice, for other reasons: {count}.",
    "versions.unreadable": "Could not be read: {count}.",
    "versions.moves": "From what to what",
    "versions.moves_none": "same level and same route, but something else changes (see case by case)",
    "versions.rules": "By which rules",
    "versions.cases": "Case by case",
    "versions.times": "{count} × {what}",
    "versions.feasible": "The most that is possible now: {change}",
    "versions.current": "The level now: {change}",
    "versions.no_feasible": "no limit",
    "versions.no_current": "unknown",
    "versions.provisional": "provisional",
    "versions.provisional_true": "The advice is now provisional.",
    "versions.provisional_false": "The advice is no longer provisional.",
    "versions.action_more": "Added: {action}",
    "versions.action_less": "No longer: {action}",
    "versions.at_most": "now at most {level}",
    "versions.turn.holds": "Rule {rule} now holds: {effect}",
    "versions.turn.no_longer_holds": "Rule {rule} no longer holds: {effect}",
    "versions.turn.no_longer_certain": "Rule {rule} no longer holds for certain: {effect}",
    "versions.turn.might_hold": "Rule {rule} might hold: {effect}",
    "versions.turn.ruled_out": "Rule {rule} can no longer hold: {effect}",
    "versions.turn.other_effect": "Rule {rule} does something else: {effect}",
    # Export
    "help.export": "Give something to another program, such as an editor, a database or a spreadsheet.",
    "help.export.examples": "\b\nExamples:\n  integraal export schema instrument -o instrument.json\n  integraal export sjabloon.xlsx",
    "help.export.usage": "COMMAND [...]",
    "help.export.schema": "Give the JSON Schema of a kind of file, for your editor.",
    "help.export.schema.examples": (
        "\b\nExamples:\n"
        "  integraal export schema instrument -o schemas/instrument.json\n"
        "  integraal export schema casus"
    ),
    "metavar.kind": "KIND",
    "argument.kind": "Kind of file: instrument, scale, sources, translation, casus or test.",
}
