/** Answers and levels in words, as they stand inside a sentence. */

import { DONT_KNOW_ID } from "../engine/answers.js";

/**
 * @typedef {import("./speech.js").Speech} Speech
 * @typedef {import("./questions/questions.js").QuestionText} QuestionText
 */

/**
 * A text with a small letter, as inside a sentence; abbreviations and the English I stay.
 * @param {string} text
 */
export function lowered(text) {
  if (text.startsWith("Eén")) return `é${text.slice(1)}`;
  const second = text.slice(1, 2);
  const stays = second !== second.toLowerCase() || text.startsWith("I ");
  return stays ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/**
 * One answer, as data has it, as people would say it.
 * @param {unknown} given
 * @param {QuestionText} text
 * @param {Speech} speech
 * @returns {string}
 */
export function answerText(given, text, speech) {
  if (given === DONT_KNOW_ID) return speech.say("answer.dont_know");
  if (!Array.isArray(given)) {
    const said = text.options[String(given)]?.label ?? String(given);
    return typeof given === "number" && text.unit ? `${said} ${text.unit}` : said;
  }
  const labels = given.filter((id) => id !== DONT_KNOW_ID).map((id) => text.options[id].label);
  const chosen = labels.map((label, place) => (place ? lowered(label) : label)).join(", ");
  if (!given.includes(DONT_KNOW_ID)) return chosen || speech.say("answer.none_of_these");
  return chosen ? speech.say("answer.partly", { chosen }) : speech.say("answer.dont_know");
}

/**
 * What is certain: the level, or at least that level.
 * @param {string} level
 * @param {string} reach
 * @param {Record<string, {name: string}>} levels
 * @param {Speech} speech
 */
export function certainText(level, reach, levels, speech) {
  const name = lowered(levels[level].name);
  return level === reach ? name : speech.say("level.at_least", { level: name });
}

/**
 * A day, or that none was written.
 * @param {string | null} day
 * @param {Speech} speech
 */
export function dayText(day, speech) {
  return day === null ? speech.say("course.no_day") : speech.day(day);
}
