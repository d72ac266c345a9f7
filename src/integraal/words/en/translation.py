"""What `integraal vertaal` says, in English."""

WORDS = {
    "help.vertaal": "Prepare an instrument, a scale or help lines for translation, or bring a translation up to date. What a translator wrote stays.",
    "help.vertaal.examples": (
        "integraal vertaal my-instrument.yaml fr\n"
        "integraal vertaal my-instrument.yaml fr -o to-translator.po\n"
        "integraal vertaal my-instrument.yaml fr --po from-translator.po"
    ),
    "metavar.language": "LANGUAGE",
    "argument.translated": "A YAML file of your own: the translation goes beside it, in the folder translations. Or a name of what comes with integraal: then it goes to the screen, or to the file of -o.",
    "argument.into": "The language to translate into: nl, en or fr.",
    "option.po": "Take in what was translated in this PO file.",
    "usage.own_language": "it is written in this language already; choose another.",
    "vertaal.counted": "Texts: {texts}. Still to translate: {empty}. To look at again: {stale}.",
    "vertaal.unused": "Translations of texts that are no longer there: {count}. We keep them under 'unused': {keys}",
    "vertaal.unchanged": "Nothing changes in {file}.",
    "vertaal.taken_in": "Translated texts in {file}: {count}. Of these we leave out, because there is a newer translation: {left}.",
    "finding.po-unreadable": "this is not a PO file that we can read.",
    "remedy.po-unreadable": "Save it again as PO, with the program in which it was translated.",
    "finding.po-language": "this PO file says that it is in '{language}', and you ask for '{wanted}'.",
}
