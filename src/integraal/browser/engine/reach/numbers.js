/** Numbers that stand for all others: one for every way in which rules can tell numbers apart. */

import { byNumber } from "./gates.js";

/** @typedef {import("../program.js").Program} Program */
/** @typedef {import("../program.js").Question} Question */

/**
 * One answer to a question for every way in which a program can tell them apart, lowest first.
 * @param {Program} program
 * @param {Question} question
 * @returns {number[]}
 */
export function representatives(program, question) {
  const bounds = boundsIn(program, question.id);
  /** @type {Map<string, number>} */
  const found = new Map();
  const numbers = beside(bounds, question.whole).map((number) => nearest(question, number));
  for (const number of numbers.sort(byNumber)) {
    const below = bounds.filter((bound) => bound < number).length;
    const upTo = bounds.filter((bound) => bound <= number).length;
    const place = `${below} ${upTo}`;
    if (!found.has(place)) found.set(place, number);
  }
  return [...found.values()];
}

/**
 * The bounds that the rules put to a question, lowest first.
 * @param {Program} program
 * @param {string} question
 * @returns {number[]}
 */
function boundsIn(program, question) {
  const bounds = program.data.leaves
    .filter((leaf) => leaf.question === question && leaf.low !== undefined)
    .flatMap((leaf) => [leaf.low, leaf.high])
    .filter((bound) => typeof bound === "number");
  return [...new Set(bounds)].sort(byNumber);
}

/**
 * The bounds, and what lies between and beyond them.
 * @param {number[]} bounds
 * @param {boolean} isWhole
 * @returns {number[]}
 */
function beside(bounds, isWhole) {
  if (!bounds.length) return [0];
  if (isWhole) {
    const around = bounds.flatMap((bound) => {
      const [low, high] = [Math.floor(bound), Math.ceil(bound)];
      return [low - 1, low, high, high + 1];
    });
    return [...new Set(around)];
  }
  const between = bounds.slice(1).map((bound, place) => (bounds[place] + bound) / 2);
  return [bounds[0] - 1, ...bounds, ...between, bounds[bounds.length - 1] + 1];
}

/**
 * The number itself, or the bound that it is beyond.
 * @param {Question} question
 * @param {number} number
 */
function nearest(question, number) {
  if (question.max !== null && number > question.max) return question.max;
  return question.min !== null && number < question.min ? question.min : number;
}
