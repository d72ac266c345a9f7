"""What the form on paper says, in English."""

CHECKLIST = {
    "checklist.date": "Date",
    "checklist.present": "At the table (roles, no names of clients)",
    "checklist.decides": "Who decides what",
    "checklist.skip": "Skip with {codes}.",
    "checklist.go_on": "With {codes}: go to {to}.",
    "checklist.go_to_end": "With {codes}: go to the end.",
    "checklist.mark_ladder": "Put a cross at the level of now, at what the family thinks, at what you think and at the advice.",
    "checklist.now": "now",
    "checklist.family": "family",
    "checklist.we": "we",
    "checklist.advice": "advice",
    "checklist.agreement.what": "What do we agree?",
    "checklist.agreement.who": "Who (role)",
    "checklist.agreement.when": "When",
    "checklist.agreement.done": "Done",
}
