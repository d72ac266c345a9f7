/** Which unanswered questions can still change the level, most telling first. */

import { partly } from "../answers.js";
import { supporting } from "../interpreter.js";
import { representatives } from "./numbers.js";

/** @typedef {import("../answers.js").Answer} Answer */
/** @typedef {import("../program.js").Question} Question */
/** @typedef {import("./ranks.js").Outlook} Outlook */

/**
 * Name the open questions: those of which two answers can lead to two levels.
 *
 * First the question whose answer narrows the range most, averaged over its answers; equals go by the
 * level they could lead to, then by the instrument's order.
 * @param {Outlook} outlook
 * @returns {{question: string, couldBecome: string}[]}
 */
export function openQuestions(outlook) {
  const { program } = outlook.evaluation;
  if (program.data.scale === null || outlook.ranks.level === outlook.ranks.reach) return [];
  const couldBecome = differences(outlook);
  return [...program.questions.values()]
    .filter((question) => couldBecome.has(question.id))
    .map((question) => ({
      id: question.id,
      width: meanWidth(outlook, question),
      rank: /** @type {number} */ (couldBecome.get(question.id)),
    }))
    .sort((one, other) => one.width - other.width || other.rank - one.rank)
    .map(({ id, rank }) => ({
      question: id,
      couldBecome: /** @type {string} */ (program.level(rank)),
    }));
}

/**
 * Find the highest rank that one answer to a question reaches and another does not.
 * @param {Outlook} outlook
 * @returns {Map<string, number>}
 */
function differences(outlook) {
  /** @type {Map<string, number>} */
  const found = new Map();
  const asked = candidates(outlook);
  for (let rank = outlook.ranks.reach; rank > outlook.ranks.level; rank -= 1) {
    const rules = outlook.openRules.filter((rule) => rule.rank === rank);
    outlook.ruleOut(rank);
    for (const question of asked) {
      if (!found.has(question) && rules.some((rule) => outlook.tells(question, rule))) {
        found.set(question, rank);
      }
    }
  }
  return found;
}

/**
 * Name the questions that keep a rule above the level open, as far as Kleene can tell.
 * @param {Outlook} outlook
 * @returns {string[]}
 */
function candidates(outlook) {
  const { level, reach } = outlook.ranks;
  const rules = outlook.openRules.filter((rule) => level < rule.rank && rule.rank <= reach);
  return [...new Set(rules.flatMap((rule) => supporting(outlook.evaluation, rule.node)))];
}

/**
 * Average how wide the range would still be, over the possible answers, as Kleene sees it.
 * @param {Outlook} outlook
 * @param {Question} question
 */
function meanWidth(outlook, question) {
  const widths = extremes(outlook, question).map((answer) => {
    const { level, reach } = outlook.withAnswer(question.id, answer);
    return reach - level;
  });
  return widths.reduce((total, width) => total + width, 0) / widths.length;
}

/**
 * List the answers to try; for choose-several, what is known with more and more added.
 * @param {Outlook} outlook
 * @param {Question} question
 * @returns {Answer[]}
 */
function extremes(outlook, question) {
  if (question.kind === "one") return question.options;
  if (question.kind === "number") return representatives(outlook.evaluation.program, question);
  const { chosen, unknown } = partly(
    outlook.evaluation.answers.get(question.id), question.options,
  );
  /** @param {Iterable<string>} more @returns {Answer} */
  const withMore = (more) => ({ chosen: new Set([...chosen, ...more]), unknown: new Set() });
  /** @type {Answer[]} */
  const found = [withMore([]), withMore(unknown)];
  if (unknown.size > 1) {
    for (const option of question.options.filter((each) => unknown.has(each))) {
      found.push(withMore([option]), withMore([...unknown].filter((each) => each !== option)));
    }
  }
  return found;
}
