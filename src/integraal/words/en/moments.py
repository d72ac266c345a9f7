"""At which moment answers belong, and what there is to say of another day."""

WORDS = {
    "typed.onward": "go on|g|continue",
    "typed.anew": "new|new moment|anew",
    "moment.ask": "This case is of {day}. Go on with the answers of then, or a new moment? Whether everybody is safe, we ask anew in any case. What you answer now will stand under today; what was said then stays. Type go on or new (Enter = go on). ",
    "moment.ask_day": "This file holds a moment of {day}. That is after today. Which day was it? Type the day, such as 2026-11-21 (Enter = leave it). ",
    "moment.no_such_day": "That is not a day that fits: type a day up to today on which there is no moment yet.",
    "moment.onward": "The answers of {day} go along into a new moment; whether everybody is safe, we ask anew. What was said then stays.",
    "moment.anew": "This becomes a new moment. What was said on {day} stays.",
    "metavar.day": "DAY",
    "option.day": "The day on which the answers were given, such as 2026-11-21; otherwise today.",
    "usage.past_day": "'{given}' is not a day up to today, such as 2026-11-21",
    "usage.day_taken": "there is a moment of {day} with this already; it stays as it is. Choose another day, or mend it in the file itself",
}
