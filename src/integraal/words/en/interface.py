"""The interface in English: plain, friendly, no blame (B1)."""

WORDS = {
    # Small words
    "and": "and",
    "because": "Because:",
    "pair": "{name}: {value}",
    "months": "January February March April May June July August September October November December",
    "first_of_month": "1",
    "written": "Saved: {file}",
    "interrupted": "Interrupted.",
    "internal": "Something goes wrong in integraal itself; it is not your fault. Your answers are kept up to the last one that reached the disk. Please report this: {place}",
    "cannot_print": "The result could not be written ({reason}).",
    "footer": "Advice, not a decision. People decide. · integraal, {instrument} {version}",
    "disclaimer": (
        "This is advice and not a decision. Nobody has studied whether these questions lead to the best "
        "level. Use it to think together, not to decide who is entitled to support."
    ),
    # The start page
    "welcome": (
        "integraal helps you think: how closely do we work together\n"
        "around this family?\n"
        "\n"
        "It asks questions, gives advice with all the reasons,\n"
        "and shows what is still open.\n"
        "It advises. You decide, together with the family and your colleagues.\n"
        "\n"
        "Start here:\n"
        "  integraal reflecteer --casus C-1.yaml   the questions, with saved answers\n"
        "  integraal advies C-1.yaml               the advice for a saved case\n"
        "  integraal checklist                     the questions on paper\n"
        "\n"
        "All commands: integraal --help\n"
        "In het Nederlands: --taal nl      En français : --taal fr\n"
    ),
    # Help
    "help.about": "Think about how closely you work together around a family. Advice, not a decision.",
    "help.usage": "Usage:",
    "help.options": "Options:",
    "help.arguments": "Arguments:",
    "help.commands": "Commands:",
    "help.required": "[required]",
    "help.group_usage": "[OPTIONS] COMMAND [...]",
    "help.options_usage": "[OPTIONS]",
    "help.help": "Show this help.",
    "help.install_completion": "Let your shell complete commands with Tab.",
    "help.show_completion": "Show the script for completing commands with Tab.",
    "help.reflecteer": "Go through the questions and get an advice. You can always stop and go on later.",
    "help.reflecteer.examples": (
        "\b\nExamples:\n"
        "  integraal reflecteer --casus C-2041.yaml\n"
        "  integraal reflecteer --casus C-2041.yaml --alleen-bron\n"
        "  integraal reflecteer --eenvoudig --casus C-2041.yaml < antwoorden.txt"
    ),
    "help.advies": "Show the advice for saved cases, with all the reasons.",
    "help.advies.examples": (
        "\b\nExamples:\n"
        "  integraal advies C-2041.yaml\n"
        "  integraal advies C-2041.yaml --voor gezin\n"
        "  integraal advies casussen/*.yaml --formaat json\n"
        "  integraal advies C-2041.yaml --formaat markdown -o advies.md"
    ),
    "help.checklist": "Show the questions as a form, blank or filled in.",
    "help.checklist.examples": (
        "\b\nExamples:\n"
        "  integraal checklist\n"
        "  integraal checklist --taal nl,fr --formaat markdown -o formulier.md\n"
        "  integraal checklist --casus C-2041.yaml"
    ),
    "help.instrumenten": "Show which instruments there are.",
    "help.instrumenten.examples": (
        "\b\nExamples:\n  integraal instrumenten\n  integraal instrumenten --formaat json"
    ),
    "metavar.file": "FILE",
    "metavar.cases": "CASE",
    "metavar.instrument": "INSTRUMENT",
    "argument.cases": "One or more case files, or - for stdin.",
    "argument.instrument": "Name of an instrument, or a YAML file of your own.",
    "option.instrument": "Name of an instrument, or a YAML file of your own.",
    "option.layout": "The form you want it in.",
    "option.reader": "For whom: the professional, or the family (without jargon).",
    "option.source_only": "Only the questions from the source document, without our addition.",
    "option.version": "Show the version.",
    "option.language": "Language: nl, en or fr.",
    "option.languages": "One or more languages side by side, such as nl,fr.",
    "option.output": "Write to this file.",
    "option.overwrite": "Overwrite the file if it already exists.",
    "option.quiet": "No remarks, only the result and errors.",
    "option.case": "Fill in the answers of this case.",
    "option.keep": "Save the answers in this file, or go on with what is in it.",
    "option.with_text": "Ask the open questions too. Do not write down any names.",
    "option.plain": "Plain lines instead of a menu; also handy with a screen reader.",
    # Wrong usage
    "usage.help": "More help: {command} --help",
    "usage.no_such_option": "There is no option {option}.",
    "usage.no_such_command": "There is no command '{command}'.",
    "usage.missing": "Something is missing: {name}.",
    "usage.bad_value": "This does not fit {name}: {problem}",
    "usage.needs_value": "The option {option} needs a value.",
    "usage.whole_number": "'{given}' is no whole number from 1 to {most}.",
    "usage.choose_from": "choose from {choices}.",
    "usage.ending": "this command cannot make '{file}'. Choose a name that ends in {known}.",
    "usage.other_ending": "{file} is called something else than it is: choose a name that ends in {ending}, or leave --formaat out.",
    "usage.languages": "we do not know '{given}'; choose from {known}, with a comma in between.",
    "usage.not_for_family": "this explanation is for the professional only; use --voor gezin without --waarom and the like.",
    "usage.no_family": "{instrument} has no page for the family. That is on purpose: it is not about a family, or such a page could put somebody in danger.",
    "kind.casus": "a case",
    "kind.translation": "a translation",
    "kind.sources": "a list of sources",
    "kind.scale": "a scale",
    "kind.test": "a file with test cases",
    "usage.too_much": "This does not fit this command: {problem}",
    # Answers
    "answer.none": "no answer yet",
    "answer.dont_know": "I don't know",
    "answer.none_of_these": "None of these",
    "answer.rest_unknown": "I don't know about the rest",
    # Typed answers; alternatives are separated by |
    "typed.dont_know": "i don't know|don't know|i dont know|dont know|i do not know|do not know|not sure|weet_niet|?",
    "typed.none": "none of these|none|geen_van_deze|0",
    "typed.skip": "skip|skip it|k",
    "typed.back": "back|go back|b|<",
    "typed.why": "why|w|why?|why this question|why this question?",
    "typed.stop": "stop|stop and save|quit|s",
    "typed.ready": "ready|done|r|advice",
    "typed.not_an_answer": "'{word}' is not an answer to this question. Type the number or the whole answer.",
    "typed.other_question": "This answer is for the question '{word}', but that is not the question here.",
    "typed.identifies": "This looks like something that identifies a person ({word}). Write it so that nobody can be recognised.",
    "typed.not_a_code": "'{word}' is not on this page. Type B3, for example, or press Enter for the advice.",
    # The interview
    "card.progress": "Question {number} of {total}",
    "card.several": "You can choose more than one.",
    "card.given": "Your answer was: {answer}",
    "why.title": "Why this question?",
    "why.source": "Source: {source}",
    "plain.prompt": "> ",
    "plain.how": (
        "Type the number or the answer. Or: ? = I don't know, Enter = skip, "
        "w = why this question, b = back, s = stop."
    ),
    "plain.several": "More than one answer: put a comma in between. None of these: 0.",
    "plain.text": "Do not write down any names. Enter = skip. Type :w for why, :b for back, :s for stop.",
    "menu.skip": "Skip",
    "menu.why": "Why this question?",
    "menu.back": "Back",
    "menu.stop": "Stop",
    "menu.how": "Choose with the arrow keys and Enter, or type the number or the answer.",
    "menu.how_several": "Choose with the arrow keys and the space bar, then press Enter. Or type the numbers, such as 1,3.",
    "menu.choose_first": "Choose an answer first, or type it.",
    "review.title": "Your answers",
    "review.prompt": "Anything to change? Type the code, such as B3. Enter = go to the advice, s = stop. ",
    "keep.ask": "Do you want to save your answers? Type a file name, such as C-1.yaml (not the name of a person). Enter = do not save. ",
    "keep.nothing": "Your answers are not being saved. Do you want to save them? Start with --casus FILE.",
    "keep.kept": "Each answer is saved right away in {file}.",
    "keep.resume": "Answers so far: {count}. You go on where you were.",
    "keep.stopped": "Stopped. You have not finished yet; that is fine.",
    "keep.lost": "Nothing was saved. Would you like that? Start with --casus FILE.",
    "keep.where": "Your answers are in {file}. To go on or change something:",
    "keep.retry": "Saving did not work. Solve the problem and press Enter to try again, or type s to stop. ",
    # The advice page
    "case.line": "Case {casus}",
    "advies.failed": "Cases we could not read: {failed} of {total}; see above.",
    "mark.now": "now",
    "mark.advice": "advice",
    "mark.advice_at_least": "advice: at least this",
    "mark.reach": "could still become this",
    "mark.feasible": "the most that is possible now",
    "advice.at_least": "At least {level}.",
    "advice.settled_before": "Advice: ",
    "advice.settled": ".",
    "advice.settled_whatever": ". What you do not know yet does not change that any more.",
    "advice.range_before": "Advice: at least ",
    "advice.range_between": ". It could still become ",
    "advice.range_after": ". That depends on: {questions}.",
    "advice.more_questions": "{count} more",
    "advice.urgent": "This first",
    "advice.left_out_title": "Only the questions of the source",
    "advice.left_out": "These stored answers do not count now: {questions}. Is there something about safety among them? Then follow the safeguarding procedure all the same.",
    "advice.provisional": "Provisional: look broadly first",
    "direction.opschalen": "You now work together at the level of {now}. That is less than the advice: discuss what is needed to work together more closely.",
    "direction.passend": "You now work together at the level of {now}. That fits the advice.",
    "direction.afschalen_bespreken": "You now work together at the level of {now}. That is more than the advice: discuss whether it is still needed. Things may be calm precisely because of this form.",
    "direction.onbekend": "You now work together at the level of {now}. Whether that fits depends on what is still open.",
    "direction.no_present": "No forms of working together are known at the moment.",
    "feasible.below": "The most that is possible now is {feasible}. That does not change the advice: what is needed is still {level}. Discuss the difference with your managers and with the family.",
    "feasible.enough": "The most that is possible now is {feasible}. That is enough for this advice.",
    "reasons.title": "Why {level}",
    "reasons.lower": "This applies too, but asks for less on its own:",
    "reason.your_answers": "From your answers: ",
    "reason.rule": "rule",
    "reason.either_way": " (this or another reason with this level holds, whatever you answer)",
    "support.source": "the source says so",
    "support.direction": "the source points this way, we drew the line",
    "support.choice": "our choice",
    "limits.title": "What is possible now",
    "open.title": "What is still open",
    "open.about": "These questions can still change the advice. The first one tells the most.",
    "open.could_become": "(could still lead to {level})",
    "outcomes.title": "Which route",
    "outcomes.maybe": "perhaps still: ",
    "outcomes.may_change": " (this can still change)",
    "outcomes.depends": "That depends on: {questions}.",
    "onward.title": "Go on with",
    "grounds.honest_routes": "Nobody has studied whether these questions lead to the best way. Use this to choose together.",
    "service.key_point": "key point",
    "service.needs_check": "to be checked",
    "service.no_region": "Which services these are where you work, the table of your region says. Give it with --regio FILE.",
    "option.region": "The file with the services of your region.",
    "actions.title": "To discuss or to do",
    "estimate.title": "Your own views",
    "estimate.family_same": "Beforehand, the family thought of {level}. That fits the advice.",
    "estimate.family_lower": "Beforehand, the family thought of {level}. That is less than the advice.",
    "estimate.family_higher": "Beforehand, the family thought of {level}. That is more than the advice.",
    "estimate.professional_same": "Beforehand, you thought of {level}. That fits the advice.",
    "estimate.professional_lower": "Beforehand, you thought of {level}. That is less than the advice.",
    "estimate.professional_higher": "Beforehand, you thought of {level}. That is more than the advice.",
    "estimate.differ": "You and the family see this differently. Talk about it; the advice does not settle that.",
    "attention.title": "Points to watch: {level}",
    "attention.examples": "For example: {examples}.",
    "attention.note": "Our addition",
    "attention.lower": "The points for the lower levels still apply:",
    "grounds.title": "What this rests on",
    "grounds.source": "A source says it itself: {count}×.",
    "grounds.direction": "A source points this way; we chose where to draw the line: {count}×.",
    "grounds.choice": "Our own choice, which experts still have to confirm: {count}×.",
    "grounds.honest": "Nobody has studied whether these questions lead to the best level. Working together more is not always better: the advice is the lowest level that covers everything.",
    "grounds.sources": "Sources:",
    # For the family
    "family.title": "How do your helpers work together?",
    "family.title_routes": "How do we go on together?",
    "family.about": "This page is for you. It gives the advice on how your helpers can work together, with the reasons. It is advice, not a decision. You help decide.",
    "family.advice": "The advice",
    "family.way": "How things go on",
    "family.may_change": "This is not settled yet.",
    "family.could_become": "We do not know everything yet. Maybe more is needed: {more}",
    "family.why": "Why",
    "family.first": "This comes first",
    "family.limits": "What is not possible right now",
    "family.together": "What we will discuss together",
    "family.yours": "What do you think?",
    "family.rights": "Is something not right, or are we missing something? Tell us. Feel free to ask what is shared about you, with whom and why. You may also say no to this advice.",
    "family.room": "Space for your own words:",
    # The checklist; the rest of it stands in its own module.
    "checklist.how": 'Tick what fits. If you do not know, tick "I don\'t know": that is an answer too.',
    "checklist.think_of": "Think of:",
    "checklist.agreements": "Agreements",
    # The list of instruments
    "instruments.heading": "Instruments",
    "instruments.about": "Version {version} · languages {languages} · source {source}",
    "instruments.next": "To start: integraal reflecteer NAME. On paper: integraal checklist NAME.",
}
