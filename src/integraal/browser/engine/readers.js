/**
 * What others than professionals may read of a case: nothing from which safety can be told.
 *
 * Noninterference: a page for others is the page of the same case with every sensitive answer set to
 * its lowest need, without sensitive reasons and actions. Where the case itself has another level,
 * another route that holds now, or another reason or action that is not sensitive, there is no page.
 *
 * @typedef {import("./answers.js").Answer} Answer
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {import("./assess.js").Others} Others
 * @typedef {import("./evaluate.js").Advice} Advice
 * @typedef {import("./evaluate.js").Reason} Reason
 * @typedef {import("./program.js").Program} Program
 * @typedef {import("./program.js").Question} Question
 * @typedef {import("./timeline.js").Case} Case
 * @typedef {import("./timeline.js").Moment} Moment
 * @typedef {"professional" | "tafel" | "gezin" | "kind"} Reader
 * @typedef {{case: Case, isMasked: boolean}} Shown what others may see
 */

import { DONT_KNOW, isSame } from "./answers.js";
import { evaluate } from "./evaluate.js";
import { withoutDropped } from "./interpreter.js";
import { look, ownMoments } from "./timeline.js";

/**
 * The case as a reader may see it: itself once those involved were talked with, else without what is
 * sensitive where that shows the same advice; null where it does not, or where talking is not safe.
 * @param {Program} program
 * @param {Case} case_
 * @param {Exclude<Reader, "professional">} reader
 * @returns {Shown | null}
 */
export function shownTo(program, case_, reader) {
  const isWithheld = isUnsafe(program, case_) || dependsOnOthers(program, case_)
    || dependsOnSecrets(program, case_);
  if (isWithheld) return null;
  const fit = inNoOwnWords(program, case_);
  if (reader !== "kind" && isReleased(program, case_)) return { case: fit, isMasked: false };
  const masked = eachMoment(fit, (answers) => new Map([...answers, ...lowestAnswers(program)]));
  const [real, told] = [case_, masked].map((one) => toldOf(program, look(program, one).answers));
  return real === told ? { case: masked, isMasked: true } : null;
}

/**
 * Whether those involved were talked with, and nothing sensitive was answered after that.
 * @param {Program} program
 * @param {Case} case_
 * @returns {boolean}
 */
function isReleased(program, case_) {
  const until = program.data.withhold_until;
  if (until === null || case_.ahead.length) return false;
  const talked = case_.moments.map(({ answers }) => answers.get(until.question) === until.option);
  if (!talked.at(-1)) return false;
  // The talk was held at the first moment of the unbroken run that ends now.
  const told = case_.moments[talked.lastIndexOf(false) + 1].answers;
  const now = /** @type {Moment} */ (case_.moments.at(-1)).answers;
  // What goes along from another moment was no part of that talk.
  const shown = look(program, case_).answers;
  return sensitiveIn(program).every(
    ({ id }) => isSame(told.get(id), now.get(id)) && isSame(now.get(id), shown.get(id)));
}

/**
 * An advice without the reasons, actions and questions that are for professionals only.
 * @param {Program} program
 * @param {Advice} advice
 * @returns {Advice}
 */
export function withoutSensitive(program, advice) {
  const hidden = new Set(sensitiveIn(program).map(({ id }) => id));
  /** @param {Reason} reason @returns {Reason} */
  const bare = (reason) => ({ ...reason, answers: reason.answers.filter((id) => !hidden.has(id)) });
  /** @param {Reason[]} reasons */
  const kept = (reasons) => reasons.filter(({ rule }) => !isSensitive(program, rule)).map(bare);
  /** @param {{question: string}} one */
  const isOpenToAll = ({ question }) => !hidden.has(question);
  return {
    ...advice,
    reasons: kept(advice.reasons),
    first: kept(advice.first),
    limits: kept(advice.limits),
    actions: kept(advice.actions),
    outcomes: advice.outcomes
      .filter(({ id }) => !program.outcome(id).sensitive)
      .map((outcome) => ({ ...outcome, reason: bare(outcome.reason) })),
    openQuestions: advice.openQuestions.filter(isOpenToAll),
    openRoutes: advice.openRoutes.filter(isOpenToAll),
    scores: advice.scores.filter(({ score }) => !score.questions.some((id) => hidden.has(id))),
  };
}

/**
 * Whether what a rule says is for professionals only.
 * @param {Program} program
 * @param {import("./program.js").Rule} rule
 */
function isSensitive(program, rule) {
  return rule.sensitive || (program.statement(rule)?.sensitive ?? false);
}

/**
 * Whether the last that is known is that talking is not safe, at whatever moment.
 * @param {Program} program
 * @param {Case} case_
 */
function isUnsafe(program, case_) {
  const until = program.data.withhold_until;
  if (until === null) return false;
  const said = [...case_.moments, ...case_.ahead].map(({ answers }) => answers.get(until.question));
  return said.filter((one) => one !== undefined && one !== DONT_KNOW).at(-1) === until.never;
}

/**
 * Whether it hangs on answers to other instruments which moment is looked at.
 *
 * Those may be sensitive there, and which are is not known here.
 * @param {Program} program
 * @param {Case} case_
 */
function dependsOnOthers(program, case_) {
  const bare = eachMoment(case_, (answers) => only(answers, (id) => program.questions.has(id)));
  const [one, other] = [case_, bare].map((each) => ownMoments(program, each).at(-1)?.day);
  return one !== other;
}

/**
 * Whether a day is looked at for no more than answers that others do not read.
 *
 * Without those nothing was answered that day, and the page would be of an earlier one.
 * @param {Program} program
 * @param {Case} case_
 */
function dependsOnSecrets(program, case_) {
  const all = program.data.questions;
  const unread = all.filter((each) => each.sensitive || each.kind === "text" || each.from_case);
  const ids = new Set(unread.map(({ id }) => id));
  const seemsNoted = case_.moments.map((moment) => moment.isNoted && !moment.instruments.length
    && [...moment.answers.keys()].every((id) => ids.has(id)));
  return seemsNoted.includes(true) && seemsNoted.includes(false);
}

/**
 * The case without what professionals wrote themselves: nobody can say what is read from a text.
 * @param {Program} program
 * @param {Case} case_
 */
function inNoOwnWords(program, case_) {
  const isText = (/** @type {string} */ id) => program.questions.get(id)?.kind === "text";
  return eachMoment(case_, (answers) => only(answers, (id) => !isText(id)));
}

/** @param {Program} program @returns {[string, Answer][]} */
function lowestAnswers(program) {
  return sensitiveIn(program).map(({ id, kind, options }) =>
    [id, kind === "several" ? { chosen: new Set(), unknown: new Set() } : options[0]]);
}

/** @param {Program} program @returns {Question[]} */
function sensitiveIn(program) {
  return program.data.questions.filter(({ sensitive }) => sensitive);
}

/**
 * @param {Case} case_
 * @param {(answers: Answers) => Answers} made
 * @returns {Case}
 */
function eachMoment(case_, made) {
  const change = (/** @type {Moment} */ one) => ({ ...one, answers: made(one.answers) });
  return { ...case_, moments: case_.moments.map(change), ahead: case_.ahead.map(change) };
}

/**
 * @param {Answers} answers
 * @param {(id: string) => boolean} isKept
 * @returns {Answers}
 */
function only(answers, isKept) {
  return new Map([...answers].filter(([id]) => isKept(id)));
}

/**
 * What a page for others tells of an advice, in one text.
 * @param {Program} program
 * @param {Answers} answers
 */
function toldOf(program, answers) {
  const found = evaluate(program, withoutDropped(program, answers), false);
  const advice = withoutSensitive(program, found);
  const reasons = [...advice.reasons, ...advice.limits, ...advice.actions, ...advice.first];
  const certain = reasons.filter((one) => one.certain).map(({ rule }) => rule.id);
  return JSON.stringify([
    advice.level,
    advice.feasible,
    advice.outcomes.filter(({ holdsNow }) => holdsNow).map(({ id }) => id).sort(),
    [...new Set(certain)].sort(),
    advice.scores.map(({ score, low, high, open }) => [score.id, low, high, open]),
  ]);
}
