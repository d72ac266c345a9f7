/** From programs and a case to the advice as data, `integraal/advies/2`: the same as Python gives. */

import { adviceData } from "./advice_data.js";
import { DONT_KNOW, DONT_KNOW_ID, isKnown, several, taken } from "./answers.js";
import { beside } from "./beside.js";
import { gathered } from "./dangers.js";
import { evaluate } from "./evaluate.js";
import { leftOut, notCounted, withoutDropped } from "./interpreter.js";
import { earlierAnswers } from "./knowledge.js";
import { shownTo, withoutSensitive } from "./readers.js";
import { look } from "./timeline.js";
import { UNKNOWN, truth } from "./truth.js";

/** @typedef {import("./answers.js").Answers} Answers */
/** @typedef {import("./program.js").Program} Program */
/** @typedef {import("./timeline.js").Case} Case */
/** @typedef {import("./timeline.js").Moment} Moment */

/**
 * @typedef {object} MomentData
 * @property {string | null} day
 * @property {Record<string, unknown>} answers
 * @property {string[]} instruments
 * @property {boolean} [is_noted] whether people agreed or decided something that day
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
  return assessed(program, readCase([program, ...others.whole], data), others);
}

/**
 * Evaluate a case as a reader may see it; null where nothing may be seen.
 * @param {import("./readers.js").Reader} reader
 * @param {Program} program
 * @param {CaseData} data
 * @param {Others} others
 * @returns {Assessment | null}
 */
export function assessFor(reader, program, data, others) {
  const whole = assess(program, data, others);
  if (reader === "professional") return whole;
  const shown = shownTo(program, whole.case, reader);
  if (shown === null) return null;
  const found = assessed(program, shown.case, { whole: [], sameMode: [] });
  return {
    ...found,
    advice: shown.isMasked ? withoutSensitive(program, found.advice) : found.advice,
    along: [],
    dangers: [],
    leftOut: [],
    notCounted: [],
    earlier: [],
    beside: [],
    isCompulsory: whole.isCompulsory,
    isForOthers: true,
    isMasked: shown.isMasked,
  };
}

/**
 * @param {Program} program
 * @param {Case} case_
 * @param {Others} others
 */
function assessed(program, case_, others) {
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
    isCompulsory: isCompulsory([program, ...others.whole], looked.answers),
    isForOthers: false,
    isMasked: false,
  };
}

/** @typedef {ReturnType<typeof assessed>} Assessment */

/**
 * Whether nobody may refuse the help, as far as an answer says so.
 * @param {Program[]} programs
 * @param {Answers} answers
 * @returns {import("./truth.js").Truth}
 */
function isCompulsory(programs, answers) {
  for (const { id, compulsory } of programs.flatMap((program) => program.asked)) {
    if (compulsory.length && isKnown(answers, id)) {
      return truth(compulsory.includes(String(answers.get(id))));
    }
  }
  return UNKNOWN;
}

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
  const read = ({ day, answers, instruments, is_noted }) => {
    const given = Object.entries(answers).map(
      ([id, answer]) => /** @type {const} */ ([id, takenOf(programs, id, answer)]),
    );
    return { day, instruments, answers: new Map(given), isNoted: is_noted ?? false };
  };
  return { ...data, moments: data.moments.map(read), ahead: data.ahead.map(read) };
}

/**
 * The dangers that answers as data make true.
 * @param {Program[]} programs
 * @param {Record<string, unknown>} answers
 */
export function gatheredIn(programs, answers) {
  const given = Object.entries(answers).map(
    ([id, answer]) => /** @type {const} */ ([id, takenOf(programs, id, answer)]),
  );
  return gathered(programs, new Map(given));
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
  return typeof answer === "number" ? answer : answer === null || answer === DONT_KNOW_ID ? DONT_KNOW : String(answer);
}
