/**
 * Between which levels people work together now: whatever else there is, at least as closely as in
 * the highest form that is known.
 */

import { isSeveral, partly } from "./answers.js";

/** @typedef {{least: string | null, most: string | null}} Now levels; null for none at all */

/** @type {Now} */
export const NOWHERE = { least: null, most: null };

/**
 * @param {import("./program.js").Program} program
 * @param {import("./answers.js").Answers} answers
 * @returns {Now}
 */
export function presentLevel(program, answers) {
  const { present, levels } = program.data;
  if (present === null) return NOWHERE;
  const { kind, options } = program.question(present.question);
  const answer = answers.get(present.question);
  const isOne = kind === "one" && typeof answer === "string";
  const given = isOne ? { chosen: new Set([answer]), unknown: new Set() } : answer;
  const { chosen, unknown } = partly(isSeveral(given) ? given : undefined, options);
  /** @param {(option: string) => boolean} isAmong */
  const highest = (isAmong) => {
    const named = options.filter(isAmong).map((option) => present.levels[option]);
    return levels.findLast((level) => named.includes(level)) ?? null;
  };
  return {
    least: highest((option) => chosen.has(option)),
    most: highest((option) => chosen.has(option) || unknown.has(option)),
  };
}
