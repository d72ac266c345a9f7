/**
 * A case is a timeline: which moments an instrument looks at, and what goes along with them.
 *
 * A worry about safety of another instrument goes along until this one asks itself; a calm of before
 * is no calm of now.
 *
 * @typedef {import("./answers.js").Answer} Answer
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {import("./program.js").Program} Program
 * @typedef {import("./program.js").Question} Question
 * @typedef {{day: string | null, answers: Answers, instruments: string[], isNoted: boolean}} Moment
 *   `isNoted` where people agreed or decided something that day
 * @typedef {{id: string, country: string, moments: Moment[], ahead: Moment[]}} Case
 * @typedef {{question: string, answer: Answer, day: string | null}} Along
 */

import { DONT_KNOW, isPartly, isSame, isSeveral, partly, withAnswer } from "./answers.js";

/**
 * The moments of a case that are of an instrument, in order of time; at least one.
 * @param {Program} program
 * @param {Case} case_
 * @returns {Moment[]}
 */
export function ownMoments(program, case_) {
  const telling = tellingQuestions(program);
  const mine = case_.moments.filter((moment) => isOf(program, moment, telling));
  if (mine.length) return mine;
  const answered = case_.moments.filter((moment) => telling.some((id) => moment.answers.has(id)));
  return [answered.at(-1) ?? /** @type {Moment} */ (case_.moments.at(-1))];
}

/**
 * Look at a case with an instrument; an answer that is not known takes no other's place.
 * @param {Program} program
 * @param {Case} case_
 * @returns {{moment: Moment, answers: Answers, along: Along[]}}
 */
export function look(program, case_) {
  const mine = ownMoments(program, case_);
  const base = /** @type {Moment} */ (mine.at(-1));
  let { answers } = base;
  /** @type {Map<string, string | null>} */
  const days = new Map();
  for (const [moment, id] of elsewhere(program, case_, mine)) {
    const told = since(program, id, answers.get(id), /** @type {Answer} */ (moment.answers.get(id)));
    answers = withAnswer(answers, id, told);
    days.set(id, moment.day);
  }
  /** @type {Along[]} */
  const along = [];
  for (const { id } of program.data.questions) {
    const answer = answers.get(id);
    const day = days.get(id);
    if (answer !== undefined && day !== undefined && !isSame(answer, base.answers.get(id))) {
      along.push({ question: id, answer, day });
    }
  }
  return { moment: base, answers, along };
}

/**
 * What goes along with the last of its own moments, the oldest first.
 * @param {Program} program
 * @param {Case} case_
 * @param {Moment[]} mine
 * @returns {Generator<[Moment, string]>}
 */
function* elsewhere(program, case_, mine) {
  const base = mine.at(-1);
  let isLater = false;
  for (const moment of case_.moments) {
    if (moment === base) {
      isLater = true;
      continue;
    }
    for (const [id, answer] of moment.answers) {
      const question = askedHere(program, id);
      // What the instrument itself left open later on, it no longer says. What others asked before,
      // it did not ask again; of that, it takes over what may mean danger.
      const isWorry = question !== undefined && program.data.danger_questions.includes(id)
        && !mine.includes(moment) && !isLowest(question, answer);
      const stands = !base?.answers.has(id) && (question === undefined || isWorry);
      if (answer !== DONT_KNOW && (isLater || stands)) yield [moment, id];
    }
  }
}

/**
 * An answer after another; what it does not know of a list, stays as it was.
 * @param {Program} program
 * @param {string} id
 * @param {Answer | undefined} before
 * @param {Answer} after
 * @returns {Answer}
 */
function since(program, id, before, after) {
  if (!isSeveral(after) || !isPartly(after) || !isSeveral(before)) return after;
  const was = partly(before, program.questions.get(id)?.options ?? []);
  const unknown = [...after.unknown];
  return {
    chosen: new Set([...after.chosen, ...unknown.filter((each) => was.chosen.has(each))]),
    unknown: new Set(unknown.filter((each) => was.unknown.has(each))),
  };
}

/**
 * @param {Question} question
 * @param {Answer} answer
 */
function isLowest(question, answer) {
  if (question.kind !== "several") return answer === (question.options[0] ?? "");
  return isSeveral(answer) && !answer.chosen.size && !answer.unknown.size;
}

/**
 * @param {Program} program
 * @param {Moment} moment
 * @param {string[]} telling
 */
function isOf(program, moment, telling) {
  if (moment.instruments.length) return moment.instruments.includes(program.id);
  const answered = [...moment.answers.keys()];
  return answered.some((id) => telling.includes(id))
    || answered.every((id) => program.questions.has(id));
}

/**
 * The questions by which a moment is known to be of an instrument.
 * @param {Program} program
 * @returns {string[]}
 */
function tellingQuestions(program) {
  const own = program.asked.filter((question) => !question.from_case);
  const telling = own.filter((question) => !question.sensitive && question.kind !== "text");
  return (telling.length ? telling : own).map((question) => question.id);
}

/**
 * @param {Program} program
 * @param {string} id
 * @returns {Question | undefined}
 */
function askedHere(program, id) {
  const question = program.questions.get(id);
  return question?.unasked ? undefined : question;
}
