"""What a spreadsheet template says, and what is said about one, in English."""

WORDS = {
    "help.export.sjabloon": "Make a table for Excel or LibreOffice, with drop-down lists, to fill in many cases.",
    "help.export.sjabloon.examples": (
        "integraal export sjabloon.xlsx --taal en\n"
        "integraal export sjabloon procesregie -o procesregie.xlsx\n"
        "integraal export sjabloon netwerk -o netwerk.xlsx\n"
        "integraal batch sjabloon.xlsx advice.xlsx"
    ),
    "usage.template_is_xlsx": "it cannot become '{file}': for cases the template is a workbook (.xlsx).",
    "template.cases": "cases",
    "template.guide": "how to fill in",
    "template.lists": "lists",
    "template.first_band": "The case",
    "template.case": "Case",
    "template.case_about": "A made-up number, such as C-1. Write no name, address or date of birth anywhere.",
    "template.case_wrong": "Give the case a made-up number, such as C-1: at most 64 characters, without spaces and without @.",
    "template.region": "Region",
    "template.period": "Period",
    "template.team": "Team",
    "template.grouping_about": "May stay empty. It is there to count by later, and has no part in the advice. Write no names of people here.",
    "template.choose_about": "Choose an answer from the list. Empty means: not known yet.",
    "template.option_about": "Choose yes or no. Empty means: not known yet, so it is no 'no'.",
    "template.number_about": "Type here: {wanted}. If you do not know, leave the cell empty.",
    "template.only_when": "Needed only if this calls for it: {questions}.",
    "template.not_in_list": "This answer is not in the list. Choose one from the list, or leave the cell empty if you do not know.",
    "template.not_a_number": "Type here: {wanted}. Leave the cell empty if you do not know.",
    "template.wrong_title": "That does not fit here",
    "template.header_locked": "This cell belongs to the head of the template. Your cases go below it.",
    "template.guide_title": "Many cases in one table: {title}",
    "template.guide_steps": (
        "Each row of the first sheet is one case. Give each case a made-up number, such as C-1. Write no name, address or date of birth anywhere.\n"
        "Choose an answer from the list in each cell. You don't know? Leave the cell empty, or choose 'I don't know'. Empty never counts as no.\n"
        "Where a question can have several answers, each answer has a column of its own. Choose yes if it applies and no if it does not. What stays empty is not known.\n"
        "Some questions say that you need not always answer them. If you do, they count only when they are needed.\n"
        "Region, period and team are there to count by later. You may leave them empty, and they have no part in the advice.\n"
        "Copying from another file? Paste values only, so that the lists keep working. Leave the head and the hidden row above it as they are.\n"
        "Save the file as an Excel workbook (.xlsx). Then type: integraal batch sjabloon.xlsx advice.xlsx (or whatever your file is called). Each case gets its advice; a row that cannot be read is named by its number."
    ),
    "template.guide_columns": "Name\nQuestion\nWhy this question?\nWhen\nAnswers",
    "template.guide_texts": "Open questions are left out of this template, because no rule reads them and they may hold a name: {questions}.",
    "template.made_for": "Made for {instrument}, version {version}.",
    "batch.not_grouped": "These columns are not in the result. If you want them there, add: --groepeer {columns}",
    "finding.template-other-instrument": "this template was made for '{made_for}', not for '{instrument}'.",
    "remedy.template-other-instrument": "Leave --instrument out. Or make a template with: integraal export sjabloon {instrument}",
    "finding.template-unknown-instrument": "this template was made for '{made_for}', and we do not know that instrument here.",
    "remedy.template-unknown-instrument": "Name the file of that instrument, with --instrument.",
    "finding.template-other-version": "this template was made for {instrument} version {version}, and the instrument has changed since (now {now}). We read it with today's questions.",
    "remedy.template-other-version": "Are rows rejected, or are there columns that we do not know? Then make a new template.",
}
