"""The interview in English: what keys do, what became of a question, a last chance to keep it."""

WORDS = {
    "typed.help": "help|h",
    "typed.erase": "erase|clear",
    "typed.blank": "blank|blank screen",
    "blank.back": "Enter = back ",
    "typed.dont_know_short": "dk",
    "menu.how_small": "Choose with ↑ ↓ and Enter, or type. ? = help.",
    "menu.how_small_several": "Choose with ↑ ↓, space and Enter, or type. ? = help.",
    "menu.more_below": "↓ There is more below.",
    "menu.more_above": "↑ There is more above.",
    "menu.more_both": "↑ ↓ There is more above and below.",
    "menu.help": (
        "↑ and ↓: to another answer. PgUp and PgDn: a good way further. Home and End: to the first, to the last.\n"
        "Enter: choose this answer. If you had an answer already, Enter keeps it.\n"
        "Space bar: tick or untick, where you can choose more than one.\n"
        "Or type the number or the answer. Or: dk = I don't know, k = skip, w = why this question, b = back, s = stop, short = fewer questions, erase = erase the answer.\n"
        "Esc: erase what you are typing. Ctrl-C: stop.\n"
        "F9, or type blank: blank the screen until you press Enter. Your answers stay.\n"
        "Press any key to go back to the question."
    ),
    "plain.help": (
        "Type the number or the answer, then press Enter.\n"
        "You can also type: dk = I don't know, k = skip, w = why this question, b = back, s = stop, short = fewer questions, erase = erase the answer.\n"
        "At an open question, put a colon before it, as in :b.\n"
        "Only Enter: skip. If you had an answer already, it stays.\n"
        "Type blank: blank the screen until you press Enter. Your answers stay."
    ),
    "plain.text_given": "Do not write down any names. Type :w for why, :b for back, :s for stop, :erase to erase it, ? for help.",
    "card.keep": "Enter = keep it",
    "card.skipped": "Skipped",
    "card.left": "Kept: {answer}",
    "card.erased": "Erased",
    "card.passed_over": "What comes in between was answered or skipped already.",
    "keep.offer": "Your answers have not been saved yet. Do you want to save them? Type a file name, such as C-1.yaml (not the name of a person). Enter = do not save. ",
    "keep.taken": "{file} already exists and stays as it is. Choose another name.",
    "instruments.source": "Version {version} · languages {languages} · source: {source}",
}
