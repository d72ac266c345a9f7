/** Evaluate a program on the answers of one case, one node at a time. */

import { DONT_KNOW, isKnown, isPartly, isSeveral } from "./answers.js";
import { UNKNOWN, FALSE, allOf, anyOf, countReaches, negate, sumReaches, truth } from "./truth.js";

/** @typedef {import("./answers.js").Answers} Answers */
/** @typedef {import("./program.js").Leaf} Leaf */
/** @typedef {import("./program.js").Program} Program */
/** @typedef {import("./program.js").Rule} Rule */
/** @typedef {import("./truth.js").Truth} Truth */

/** The truth of every node of a program, for one set of answers; each is worked out once. */
export class Evaluation {
  /**
   * @param {Program} program
   * @param {Answers} answers as their questions understand them
   */
  constructor(program, answers) {
    this.program = program;
    this.answers = answers;
    /** @type {(Truth | undefined)[]} */
    this.truths = new Array(program.data.nodes.length);
  }

  /**
   * Whether a node holds.
   * @param {number} place
   * @returns {Truth}
   */
  of(place) {
    return (this.truths[place] ??= this.workOut(place));
  }

  /**
   * @param {number} place
   * @returns {Truth}
   */
  workOut(place) {
    const node = this.program.data.nodes[place];
    if (node.test !== undefined) return this.leaf(node.test);
    if (node.always !== undefined) return truth(node.always);
    const parts = this.program.parts(place).map((part) => this.of(part));
    if (node.all) return allOf(parts);
    if (node.any) return anyOf(parts);
    if (node.not !== undefined) return negate(parts[0]);
    if (node.at_least !== undefined) return sumReaches(node.at_least, parts);
    if (node.adds_up_to !== undefined) return sumReaches(node.adds_up_to, parts, node.weights);
    throw new TypeError(`not a node: ${JSON.stringify(node)}`);
  }

  /**
   * Whether a rule holds; undefined where it looks at other rules or the direction.
   * @param {Rule} rule
   * @returns {Truth | undefined}
   */
  ofRule(rule) {
    return rule.node === null ? undefined : this.of(rule.node);
  }

  /**
   * Whether a question applies, given the answers to the ones before it.
   * @param {string} question
   * @returns {Truth}
   */
  applies(question) {
    return this.of(this.program.question(question).asked);
  }

  /**
   * @param {number} index
   * @returns {Truth}
   */
  leaf(index) {
    return leafTruth(this.program.data.leaves[index], this.answers);
  }
}

/**
 * Whether one leaf holds, leaving aside whether its question applies.
 * @param {Leaf} leaf
 * @param {Answers} answers
 * @returns {Truth}
 */
export function leafTruth(leaf, answers) {
  const answer = answers.get(leaf.question) ?? DONT_KNOW;
  if (leaf.known !== undefined) {
    const hasPart = Boolean(leaf.in_part) && isPartly(answer);
    return truth((hasPart || isKnown(answers, leaf.question)) === leaf.known);
  }
  if (answer === DONT_KNOW) return UNKNOWN;
  if (leaf.one_in) return truth(leaf.one_in.includes(/** @type {string} */ (answer)));
  if (leaf.chosen) {
    if (!isSeveral(answer)) throw new TypeError("not an answer to a choose-several question");
    const certain = leaf.chosen.filter((option) => answer.chosen.has(option)).length;
    const possible = leaf.chosen.filter((option) => answer.unknown.has(option)).length;
    return countReaches(leaf.at_least ?? 1, certain, possible);
  }
  if (leaf.low === undefined || leaf.high === undefined) throw new TypeError("not a leaf");
  return truth(isBetween(leaf, /** @type {number} */ (answer)));
}

/**
 * @param {Leaf} leaf
 * @param {number} value
 */
export function isBetween(leaf, value) {
  return (leaf.low ?? -Infinity) <= value && value <= (leaf.high ?? Infinity);
}

/**
 * Leave out the answers to questions that, as other answers show, do not apply.
 *
 * Questions that are left out of this program altogether keep theirs: the rules cannot see them.
 * @param {Program} program
 * @param {Answers} answers
 * @returns {Answers}
 */
export function withoutDropped(program, answers) {
  const evaluation = new Evaluation(program, answers);
  const drops = (/** @type {string} */ id) => {
    const question = program.questions.get(id);
    return question && !program.isNever(question.asked) && evaluation.applies(id) === FALSE;
  };
  return new Map([...answers].filter(([id]) => !drops(id)));
}

/**
 * Name the questions that have an answer but are left out of this program altogether.
 * @param {Program} program
 * @param {Answers} answers
 * @returns {string[]}
 */
export function leftOut(program, answers) {
  return [...answers.keys()].filter((id) => {
    const question = program.questions.get(id);
    return question && program.isNever(question.asked);
  });
}

/**
 * Name the questions that have an answer and are asked, but do not count for the level.
 * @param {Program} program
 * @param {Answers} answers
 * @returns {string[]}
 */
export function notCounted(program, answers) {
  if (!program.data.source_only) return [];
  return program.data.questions
    .filter((one) => one.own_addition && answers.has(one.id) && !program.isNever(one.asked))
    .map((one) => one.id);
}

/**
 * Name the questions whose answers make a node what it is, in the order of the condition, each once.
 *
 * Of a node that is TRUE these are the answers that make it so; of one that is FALSE those that
 * prevent it; of one that is UNKNOWN those that are missing.
 * @param {Evaluation} evaluation
 * @param {number | null} node
 * @returns {string[]}
 */
export function supporting(evaluation, node) {
  return node === null ? [] : [...new Set(walk(evaluation, node))];
}

/**
 * @param {Evaluation} evaluation
 * @param {number} place
 * @returns {Generator<string>}
 */
function* walk(evaluation, place) {
  const { program } = evaluation;
  const node = program.data.nodes[place];
  if (node.test !== undefined) yield program.data.leaves[node.test].question;
  if (node.not !== undefined) yield* walk(evaluation, node.not);
  else {
    // Parts with another value than the whole did not decide it.
    const value = evaluation.of(place);
    for (const part of program.parts(place)) {
      if (evaluation.of(part) === value) yield* walk(evaluation, part);
    }
  }
}
