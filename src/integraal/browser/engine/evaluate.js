/** From a program and answers to an advice: levels, limits, routes, actions, what is open. */

import { Evaluation, supporting, withoutDropped } from "./interpreter.js";
import { outcomes } from "./outcomes.js";
import { NOWHERE, presentLevel } from "./present.js";
import { openQuestions } from "./reach/open_questions.js";
import { openRoutes, openRows } from "./reach/open_routes.js";
import { Outlook } from "./reach/ranks.js";
import { scoreRanges } from "./scores.js";
import { FALSE, TRUE, UNKNOWN, anyOf, negate, truth } from "./truth.js";

/** @typedef {import("./answers.js").Answers} Answers */
/** @typedef {import("./present.js").Now} Now */
/** @typedef {import("./program.js").Program} Program */
/** @typedef {import("./program.js").Rule} Rule */
/** @typedef {import("./reach/ranks.js").Ranks} Ranks */
/** @typedef {import("./truth.js").Truth} Truth */
/** @typedef {{rule: Rule, answers: string[], certain: boolean}} Reason */
/** @typedef {ReturnType<typeof evaluate>} Advice */

/**
 * Evaluate one case.
 * @param {Program} program
 * @param {Answers} given answers to questions that do not apply count nowhere
 * @param {boolean} [withOpenQuestions] whether to work out which are open, which takes most time
 */
export function evaluate(program, given, withOpenQuestions = true) {
  const answers = withoutDropped(program, given);
  const evaluation = new Evaluation(program, answers);
  const outlook = new Outlook(evaluation);
  const found = outlook.ranks;
  const present = presentNow(evaluation);
  const direction = directionOf(program, found, present);
  const truths = truthsOf(evaluation, found, direction, present);
  const opened = openRows(evaluation);
  const stillOpen = withOpenQuestions ? openQuestions(outlook) : [];
  /** @param {Rule["effect"]} effect @param {Truth[]} values @returns {Reason[]} */
  const holding = (effect, ...values) =>
    program
      .rulesWith(effect)
      .filter((rule) => values.includes(/** @type {Truth} */ (truths.get(rule.id))))
      .map((rule) => reason(evaluation, rule));
  const limits = holding("limit", TRUE);
  const first = holding("provisional", TRUE, UNKNOWN);
  limits.sort((one, other) => program.rank(one.rule.target) - program.rank(other.rule.target));
  /** @type {Map<string, Reason>} */
  const actions = new Map();
  for (const each of holding("act", TRUE)) {
    if (!actions.has(each.rule.target)) actions.set(each.rule.target, each);
  }
  const hasScale = program.data.scale !== null;
  return {
    level: hasScale ? program.level(found.level) : null,
    reach: hasScale ? program.level(found.reach) : null,
    settled: hasScale ? found.level === found.reach : opened.length === 0,
    current: present.least === present.most ? present.least : null,
    currentAtLeast: present.least,
    feasible: limits.length ? limits[0].rule.target : null,
    direction,
    provisional: first.length > 0,
    first,
    reasons: reasonsOf(evaluation, truths, found),
    limits,
    actions: [...actions.values()],
    outcomes: outcomes(program, truths, opened, promisedAway(evaluation)).map((outcome) => ({
      ...outcome,
      reason: reason(evaluation, outcome.rule),
    })),
    openQuestions: stillOpen,
    openRoutes: openRoutes(opened),
    rulesOpen: [...truths].filter(([, value]) => value === UNKNOWN).map(([id]) => id),
    searchedAll: outlook.searchedAll,
    scores: scoreRanges(evaluation),
  };
}

/**
 * Name the routes that a promise forbids: while its condition holds, or might.
 * @param {Evaluation} evaluation
 * @returns {Set<string>}
 */
function promisedAway(evaluation) {
  const promises = evaluation.program.data.promised_away;
  const forbidding = promises.filter(({ node }) => evaluation.of(node) !== FALSE);
  return new Set(forbidding.map(({ outcome }) => outcome));
}

/**
 * List the rules that raise the level, deciding ones first.
 *
 * Two rules that need opposite answers to one question can raise the level together while neither
 * is certain: then both are given, as not certain.
 * @param {Evaluation} evaluation
 * @param {Map<string, Truth>} truths
 * @param {Ranks} found
 * @returns {Reason[]}
 */
function reasonsOf(evaluation, truths, found) {
  const { program } = evaluation;
  const rules = program.rulesWith("raise");
  /** @param {Rule} rule */
  const ranked = (rule) => Math.max(program.rank(rule.target), 0);
  const holding = rules
    .filter((rule) => truths.get(rule.id) === TRUE)
    .map((rule) => reason(evaluation, rule));
  if (found.level > Math.max(0, ...holding.map((each) => ranked(each.rule)))) {
    const may = rules.filter(
      (rule) => truths.get(rule.id) === UNKNOWN && ranked(rule) >= found.level,
    );
    holding.push(...may.map((rule) => ({ ...reason(evaluation, rule), certain: false })));
  }
  return holding.sort((one, other) => ranked(other.rule) - ranked(one.rule));
}

/**
 * @param {Evaluation} evaluation
 * @returns {Now}
 */
function presentNow(evaluation) {
  const { present } = evaluation.program.data;
  const now = presentLevel(evaluation.program, evaluation.answers);
  if (!present) return now;
  const applies = evaluation.applies(present.question);
  if (applies === FALSE) return NOWHERE;
  return applies === TRUE ? now : { ...now, least: null }; // the answer may yet count nowhere
}

/**
 * @param {Program} program
 * @param {Ranks} found
 * @param {Now} present
 */
function directionOf(program, found, present) {
  if (present.least !== null && found.reach < program.rank(present.least)) {
    return "afschalen_bespreken"; // whatever other forms there are
  }
  if (present.least === null || present.least !== present.most) return "onbekend";
  if (found.level > program.rank(present.least)) return "opschalen";
  return found.level === found.reach ? "passend" : "onbekend";
}

/**
 * Whether each rule holds, in the instrument's order.
 * @param {Evaluation} evaluation
 * @param {Ranks} found
 * @param {string} direction
 * @param {Now} present
 * @returns {Map<string, Truth>}
 */
function truthsOf(evaluation, found, direction, present) {
  const { program } = evaluation;
  /** @type {Map<string, Truth>} */
  const truths = new Map();
  for (const rule of program.data.rules) {
    const isNone = present.least === null && present.most === null;
    const value = rule.direction === null
      ? evaluation.ofRule(rule)
      : isNone ? FALSE : directionTruth(rule.direction, direction);
    // What holds `otherwise` keeps its place here, and is settled below.
    truths.set(rule.id, value ?? UNKNOWN);
  }
  for (const rule of program.data.rules.filter((each) => each.otherwise)) {
    const others = program.alternatives(rule).map((other) => truths.get(other.id) ?? UNKNOWN);
    // A last resort for the level says what is known now, so it is never open.
    const value = rule.effect === "raise" ? truth(found.level === 0) : negate(anyOf(others));
    truths.set(rule.id, value);
  }
  return truths;
}

/**
 * @param {string} wanted
 * @param {string} direction
 * @returns {Truth}
 */
function directionTruth(wanted, direction) {
  if (wanted === direction) return TRUE;
  return direction === "onbekend" ? UNKNOWN : FALSE;
}

/**
 * @param {Evaluation} evaluation
 * @param {Rule} rule
 * @returns {Reason}
 */
function reason(evaluation, rule) {
  return { rule, answers: supporting(evaluation, rule.written), certain: true };
}
