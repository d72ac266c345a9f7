/**
 * What other instruments say of the same case, where that is something else: one case is one story.
 *
 * @typedef {import("./evaluate.js").Advice} Advice
 * @typedef {import("./program.js").Program} Program
 *
 * @typedef {object} Beside
 * @property {string} instrument the other one, of the two
 * @property {string} asks the one that asks for a task, or is certain of a higher level
 * @property {string} level
 * @property {string} reach how high that may still become
 * @property {string | null} outcome the route that is a task
 * @property {string[]} because the rules that decide a higher level
 */

import { isKnown } from "./answers.js";
import { evaluate } from "./evaluate.js";

/**
 * @param {Program} program the instrument in view
 * @param {Advice} advice its advice
 * @param {Program[]} others the other instruments, in the same mode
 * @param {import("./answers.js").Answers} answers to the questions of all of them
 * @returns {Beside[]}
 */
export function beside(program, advice, others, answers) {
  const begun = others.filter((other) =>
    other.asked.some(({ id }) => isKnown(answers, id) && !isAsked(program, id)));
  // What another one takes over, that one says.
  const told = begun.flatMap((one) => one.data.minimum_from);
  return begun.filter((other) => !told.includes(other.id)).flatMap((other) => {
    const theirs = evaluate(other, answers, false);
    return [
      ...higher(program, advice, other, theirs),
      ...tasks(other, theirs, program, advice, other.id),
      ...tasks(program, advice, other, theirs, other.id),
    ];
  });
}

/** @param {Program} program @param {string} id */
function isAsked(program, id) {
  return program.questions.get(id)?.unasked === false;
}

/**
 * @param {Program} program
 * @param {Advice} advice
 * @param {Program} other
 * @param {Advice} theirs
 * @returns {Beside[]}
 */
function higher(program, advice, other, theirs) {
  const { level, reach } = theirs;
  if (advice.level === null || level === null || reach === null) return [];
  const isHigher = program.rank(level) > program.rank(advice.level);
  if (program.data.scale !== other.data.scale || !isHigher) return [];
  const deciding = theirs.reasons.filter(({ rule }) => rule.target === level);
  const because = deciding.map(({ rule }) => rule.id);
  return [{ instrument: other.id, asks: other.id, level, reach, outcome: null, because }];
}

/**
 * The routes of one that hold, and ask for a task above the level of the other.
 * @param {Program} asks
 * @param {Advice} routes
 * @param {Program} advises
 * @param {Advice} advice
 * @param {string} name of the one that is not in view
 * @returns {Beside[]}
 */
function tasks(asks, routes, advises, advice, name) {
  const { level, reach } = advice;
  if (level === null || reach === null) return [];
  return routes.outcomes
    .filter(({ id, holdsNow }) => {
      const below = asks.outcome(id).task_below;
      return holdsNow && advises.data.levels.includes(below)
        && advises.rank(level) < advises.rank(below);
    })
    .map(({ id }) => ({
      instrument: name,
      asks: asks.id,
      level,
      reach,
      outcome: id,
      because: [],
    }));
}
