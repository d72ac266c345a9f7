/**
 * Whether somebody may be in danger, as far as the answers tell, whatever instrument is in view.
 *
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {import("./program.js").Program} Program
 * @typedef {import("./program.js").Statement} Statement
 * @typedef {{program: Program, statement: Statement, because: string[], answers: Answers}} Danger
 */

import { isSame } from "./answers.js";
import { Evaluation, supporting, withoutDropped } from "./interpreter.js";
import { TRUE } from "./truth.js";

/**
 * The dangers that these answers make true, each cause once, in the order of the rules.
 * @param {Program} program
 * @param {Answers} given
 * @returns {Danger[]}
 */
export function dangers(program, given) {
  const answers = withoutDropped(program, given);
  const evaluation = new Evaluation(program, answers);
  /** @type {Map<string, Danger>} */
  const found = new Map();
  for (const rule of program.dangerRules) {
    const statement = /** @type {Statement} */ (program.statement(rule));
    if (evaluation.ofRule(rule) === TRUE && !found.has(statement.id)) {
      const because = supporting(evaluation, rule.node);
      found.set(statement.id, { program, statement, because, answers });
    }
  }
  return [...found.values()];
}

/**
 * The dangers that several instruments see in one case; what two say alike is said once.
 * @param {Program[]} programs the instrument in view, and the others
 * @param {Answers} answers
 * @param {Answers[]} ahead of days after today: what they alone make true is said too
 * @returns {Danger[]}
 */
export function gathered(programs, answers, ahead = []) {
  /** @type {Danger[]} */
  const found = [];
  for (const danger of programs.flatMap((program) => dangers(program, answers))) {
    if (!found.some((other) => isTold(danger, other))) found.push(danger);
  }
  for (const later of ahead) {
    const told = found.map(nameOf);
    found.push(...gathered(programs, later).filter((one) => !told.includes(nameOf(one))));
  }
  return found;
}

/**
 * Whether another danger has the same cause and calls at least the same lines.
 * @param {Danger} danger
 * @param {Danger} other
 */
function isTold(danger, other) {
  const sameCause = danger.because.length === other.because.length
    && danger.because.every(
      (id) => other.because.includes(id) && isSame(danger.answers.get(id), other.answers.get(id)),
    );
  return sameCause && danger.program.id !== other.program.id
    && danger.statement.call.every((line) => other.statement.call.includes(line));
}

/** @param {Danger} danger */
function nameOf(danger) {
  return `${danger.program.id}/${danger.statement.id}`;
}
