/** Add up what the answers count for; what is unknown widens the sum, and is no zero. */

import { supporting } from "./interpreter.js";
import { TRUE, UNKNOWN } from "./truth.js";

/** @typedef {import("./interpreter.js").Evaluation} Evaluation */
/** @typedef {import("./program.js").Part} Part */
/** @typedef {import("./program.js").Score} Score */

/**
 * Every score of the instrument, in its order.
 * @param {Evaluation} evaluation
 */
export function scoreRanges(evaluation) {
  return evaluation.program.data.scores.map((score) => scoreRange(evaluation, score));
}

/**
 * @param {Evaluation} evaluation
 * @param {Score} score
 */
function scoreRange(evaluation, score) {
  const [low, high] = bounds(evaluation, score.parts);
  const missing = score.parts.filter((part) => evaluation.of(part.node) === UNKNOWN);
  return {
    score,
    low,
    high,
    most: sum(score.parts.filter((part) => !evaluation.program.isNever(part.node))),
    bands: score.bands.filter((band) => band.low <= high && band.high >= low),
    counted: score.questions.map((question) => {
      const own = score.parts.filter((part) => part.question === question);
      const [least, most] = bounds(evaluation, own);
      return { question, low: least, high: most };
    }),
    open: [...new Set(missing.flatMap((part) => supporting(evaluation, part.node)))],
  };
}

/**
 * The lowest and the highest sum that the answers leave open.
 * @param {Evaluation} evaluation
 * @param {Part[]} parts
 * @returns {[number, number]}
 */
function bounds(evaluation, parts) {
  const low = sum(parts.filter((part) => evaluation.of(part.node) === TRUE));
  return [low, low + sum(parts.filter((part) => evaluation.of(part.node) === UNKNOWN))];
}

/** @param {Part[]} parts */
function sum(parts) {
  return parts.reduce((total, part) => total + part.weight, 0);
}
