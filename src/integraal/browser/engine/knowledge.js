/** The last known answers to what the moment that is looked at leaves open. */

import { DONT_KNOW, partly } from "./answers.js";
import { Evaluation, withoutDropped } from "./interpreter.js";
import { look } from "./timeline.js";
import { FALSE } from "./truth.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./program.js").Program} Program */
/** @typedef {import("./program.js").Question} Question */
/** @typedef {{question: string, answer: Answer, day: string | null, wasAsked: boolean}} Earlier */

/**
 * What something urgent hangs on comes first, then the order of asking.
 * @param {Program} program
 * @param {import("./timeline.js").Case} case_
 * @returns {Earlier[]}
 */
export function earlierAnswers(program, case_) {
  const now = look(program, case_);
  const others = case_.moments.filter((moment) => moment !== now.moment);
  const days = others.map((moment) => moment.day);
  const said = [...others.map((moment) => moment.answers), now.answers];
  const moments = said.map((answers) => withoutDropped(program, answers));
  const evaluation = new Evaluation(program, moments[moments.length - 1]);
  const first = urgentQuestions(program);
  const questions = program.data.questions.filter(
    ({ id, kind }) => kind !== "text" && evaluation.applies(id) !== FALSE,
  );
  return [
    ...questions.filter(({ id }) => first.has(id)),
    ...questions.filter(({ id }) => !first.has(id)),
  ].flatMap((question) => lastKnown(question, days, moments.map((each) => each.get(question.id))));
}

/**
 * The questions that rules for something urgent look at.
 * @param {Program} program
 * @returns {Set<string>}
 */
function urgentQuestions(program) {
  const urgent = program.data.rules.filter((rule) => program.statement(rule)?.urgent);
  /** @param {number} place @returns {string[]} */
  const below = (place) => {
    const { test } = program.data.nodes[place];
    if (test !== undefined) return [program.data.leaves[test].question];
    return program.parts(place).flatMap(below);
  };
  return new Set(urgent.flatMap((rule) => (rule.node === null ? [] : below(rule.node))));
}

/**
 * Walk back through the moments as long as they know more of what is open now.
 * @param {Question} question
 * @param {(string | null)[]} days
 * @param {(Answer | undefined)[]} said
 * @returns {Earlier[]}
 */
function lastKnown(question, days, said) {
  /** @type {Earlier[]} */
  const found = [];
  let stillOpen = [...unknownOf(question, said[said.length - 1])];
  for (let place = said.length - 2; place >= 0; place -= 1) {
    const answer = said[place];
    const then = unknownOf(question, answer);
    const notKnownThen = stillOpen.filter((each) => then.has(each));
    if (answer !== undefined && notKnownThen.length !== stillOpen.length) {
      const wasAsked = said.slice(place + 1).some((later) => later !== undefined);
      found.push({ question: question.id, answer, day: days[place], wasAsked });
      stillOpen = notKnownThen;
    }
  }
  return found;
}

/**
 * What is not known of an answer; of one that is no list, one thing or nothing.
 * @param {Question} question
 * @param {Answer | undefined} answer
 * @returns {ReadonlySet<string>}
 */
function unknownOf(question, answer) {
  if (question.kind === "several") return partly(answer, question.options).unknown;
  return new Set(answer === undefined || answer === DONT_KNOW ? [""] : []);
}
