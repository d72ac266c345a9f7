/** From programs and a case to the advice as data, `integraal/advies/2`: the same as Python gives. */

import { adviceData } from "./advice_data.js";
import { DONT_KNOW, several, taken } from "./answers.js";
import { beside } from "./beside.js";
import { gathered } from "./dangers.js";
import { evaluate } from "./evaluate.js";
import { leftOut, notCounted, withoutDropped } from "./interpreter.js";
import { earlierAnswers } from "./knowledge.js";
import { look } from "./timeline.js";

/** @typedef {import("./answers.js").Answers} Answers */
/** @typedef {import("./program.js").Program} Program */
/** @typedef {import("./timeline.js").Case} Case */
/** @typedef {import("./timeline.js").Moment} Moment */

/**
 * @typedef {object} MomentData
 * @property {string | null} day
 * @property {Record<string, unknown>} answers
 * @property {string[]} instruments
 *
 * @typedef {{id: string, country: string, moments: MomentData[], ahead: MomentData[]}} CaseData
 */

/**
 * @typedef {object} Others the other instruments
 * @property {Program[]} whole
 * @property {Program[]} sameMode as the instrument in view, which may leave questions out
 */

/**
 * Evaluate a case at the last moment of an instrument, with what goes along.
 * @param {Program} program
 * @param {CaseData} data
 * @param {Others} others those that may see a danger in these answers
 */
export function assess(program, data, others) {
  const case_ = readCase([program, ...others.whole], data);
  const looked = look(program, case_);
  const answers = withoutDropped(program, looked.answers);
  const advice = evaluate(program, answers);
  const ahead = case_.ahead.map((moment) => moment.answers);
  return {
    program,
    case: case_,
    day: looked.moment.day,
    along: looked.along,
    answers,
    advice,
    dangers: gathered([program, ...others.whole], looked.answers, ahead),
    earlier: earlierAnswers(program, case_),
    leftOut: leftOut(program, answers),
    notCounted: notCounted(program, answers),
    beside: beside(program, advice, others.sameMode, looked.answers),
  };
}

/** @typedef {ReturnType<typeof assess>} Assessment */

/**
 * The advice on a case as data.
 * @param {Program} program
 * @param {CaseData} case_
 * @param {Others} others
 * @param {Map<string, import("./advice_data.js").Texts>} texts by instrument
 */
export function adviceOn(program, case_, others, texts) {
  return adviceData(assess(program, case_, others), texts);
}

/**
 * Take over a case as data: every answer as its question understands it.
 * @param {Program[]} programs
 * @param {CaseData} data
 * @returns {Case}
 */
function readCase(programs, data) {
  /** @param {MomentData} moment @returns {Moment} */
  const read = ({ day, answers, instruments }) => {
    const given = Object.entries(answers).map(
      ([id, answer]) => /** @type {const} */ ([id, takenOf(programs, id, answer)]),
    );
    return { day, instruments, answers: new Map(given) };
  };
  return { ...data, moments: data.moments.map(read), ahead: data.ahead.map(read) };
}

/**
 * @param {Program[]} programs
 * @param {string} id
 * @param {unknown} answer
 */
function takenOf(programs, id, answer) {
  const asking = programs.find((program) => program.questions.has(id));
  if (asking) return taken(asking.question(id), answer);
  // Nobody here asks it; it is kept as it was said.
  if (Array.isArray(answer)) return several(answer, []);
  return typeof answer === "number" ? answer : answer === null ? DONT_KNOW : String(answer);
}
