/**
 * Answers as they stand in a case file, read as strictly as the commands read them.
 *
 * @typedef {import("../../engine/program.js").Question} Question
 * @typedef {import("./block_form.js").Tree} Tree
 * @typedef {import("./sitting.js").Given} Given
 */

import { DONT_KNOW, DONT_KNOW_ID, NONE_OF_THESE, taken } from "../../engine/answers.js";
import { Refused } from "./refused.js";

const NUMBER = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?$/;

/**
 * @param {Tree} value
 * @param {Question} question
 * @returns {Given | null} nothing where it was left empty
 */
export function givenIn(value, question) {
  if (value.kind === "word" && !value.raw) return null;
  if (value.kind === "word" && value.text === DONT_KNOW_ID) return DONT_KNOW_ID;
  if (question.kind === "several") return severalIn(value, question);
  if (value.kind !== "word") throw new Refused("one-answer", value.line, { question: question.id });
  return question.kind === "number" ? numberIn(value, question) : optionIn(value, question);
}

/**
 * @param {Tree} value
 * @param {Question} question
 * @returns {string[]}
 */
function severalIn(value, question) {
  const items = value.kind === "list" ? value.items : [value];
  const isNone = items.map((item) => item.kind === "word" && item.text === NONE_OF_THESE);
  if (items.length === 1 && isNone[0]) return [];
  if (isNone.includes(true)) throw new Refused("none-and-some", value.line, { question: question.id });
  return items.map((item) =>
    item.kind === "word" && item.text === DONT_KNOW_ID ? DONT_KNOW_ID : optionIn(item, question));
}

/**
 * @param {Tree} value
 * @param {Question} question
 */
function optionIn(value, question) {
  const { id, options, kind } = question;
  if (value.kind !== "word") throw new Refused("one-answer", value.line, { question: id });
  if (options.includes(value.text)) return value.text;
  const none = kind === "several" ? [NONE_OF_THESE] : [];
  const expected = [...asShown(question), ...none, DONT_KNOW_ID].join(", ");
  throw new Refused("no-such-option", value.line, { option: value.text, question: id, expected });
}

/** The options as people see them: yes before no. @param {Question} question */
function asShown({ options, kind }) {
  const [low] = options;
  const isYesOrNo = kind === "one" && options.length === 2
    && (low === "nee" || (low === "geen" && options[1] === "ja"));
  return isYesOrNo ? [...options].reverse() : options;
}

/**
 * @param {import("./block_form.js").Word} value
 * @param {Question} question
 */
function numberIn({ text, line }, question) {
  if (!NUMBER.test(text)) throw new Refused("not-a-number", line, { owner: question.id });
  const number = Number(text);
  if (taken(question, number) !== DONT_KNOW) return number;
  const { id, whole, min, max } = question;
  const isLow = min !== null && number < min;
  const code = whole && number % 1 ? "not-whole" : isLow ? "too-low" : "too-high";
  const values = { question: id, word: text, least: min ?? "", most: max ?? "" };
  throw new Refused(`answer-${code}`, line, values);
}
