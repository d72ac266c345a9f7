/** Which unanswered questions keep a route open, in the order in which the tables are read. */

import { isKnown } from "../answers.js";
import { Evaluation, supporting } from "../interpreter.js";
import { FALSE, TRUE, UNKNOWN, anyOf, negate } from "../truth.js";

/** @typedef {import("../program.js").Rule} Rule */
/** @typedef {import("../program.js").Table} Table */
/** @typedef {import("../truth.js").Truth} Truth */

/**
 * A row that an answer may still make hold or fail; or the row at which reading surely ends.
 * @typedef {object} OpenRow
 * @property {string} table
 * @property {string} rule
 * @property {string} outcome
 * @property {string[]} questions what is not known
 * @property {boolean} isOpen
 */

/** The truths as they may become: whether something is known is open while it is not. */
export class Foresight extends Evaluation {
  /**
   * @param {number} index
   * @returns {Truth}
   */
  leaf(index) {
    const { question, known } = this.program.data.leaves[index];
    const mayBeAsked = !this.program.question(question).unasked;
    // Nobody will answer here what is not asked here.
    if (known !== undefined && !isKnown(this.answers, question) && mayBeAsked) return UNKNOWN;
    return super.leaf(index);
  }

  /**
   * Whether a row of a table will hold; `otherwise` does when no other row of it does.
   * @param {Rule} rule
   * @returns {Truth}
   */
  ofRow(rule) {
    const ofCondition = (/** @type {Rule} */ one) => this.ofRule(one) ?? UNKNOWN;
    if (!rule.otherwise) return ofCondition(rule);
    return negate(anyOf(this.program.alternatives(rule).map(ofCondition)));
  }

  /**
   * Name the questions that keep a row open.
   * @param {Rule} rule
   * @returns {string[]}
   */
  missing(rule) {
    const asking = rule.otherwise ? this.program.alternatives(rule) : [rule];
    const open = asking.filter((each) => this.ofRule(each) === UNKNOWN);
    return [...new Set(open.flatMap((each) => supporting(this, each.node)))];
  }
}

/**
 * List the rows that may still come to decide, of the tables of which the route may change.
 * @param {Evaluation} evaluation
 * @returns {OpenRow[]}
 */
export function openRows(evaluation) {
  const foresight = new Foresight(evaluation.program, evaluation.answers);
  return evaluation.program.data.tables.flatMap((table) => {
    const found = [...reached(foresight, table)];
    if (table.policy === "collect") return found.filter((row) => row.isOpen);
    const ends = found.length > 0 && !found[found.length - 1].isOpen;
    // A table without such a row may end with no route at all: then nothing of it is settled.
    return ends && new Set(found.map((row) => row.outcome)).size === 1 ? [] : found;
  });
}

/**
 * Name the questions that keep a route open, with the routes that hang on them.
 * @param {OpenRow[]} found
 * @returns {{question: string, outcomes: string[]}[]}
 */
export function openRoutes(found) {
  /** @type {Map<string, Set<string>>} */
  const byQuestion = new Map();
  for (const row of found) {
    for (const question of row.questions) {
      const routes = byQuestion.get(question) ?? new Set();
      byQuestion.set(question, routes.add(row.outcome));
    }
  }
  return [...byQuestion].map(([question, routes]) => ({ question, outcomes: [...routes] }));
}

/**
 * The rows that will hold or may, up to the one below which a `first` table is not read.
 * @param {Foresight} foresight
 * @param {Table} table
 * @returns {Generator<OpenRow>}
 */
function* reached(foresight, table) {
  for (const rule of foresight.program.rows(table)) {
    const value = foresight.ofRow(rule);
    const isOpen = value === UNKNOWN;
    const questions = isOpen ? foresight.missing(rule) : [];
    if (value !== FALSE) {
      yield { table: table.id, rule: rule.id, outcome: rule.target, questions, isOpen };
    }
    if (value === TRUE && table.policy === "first") return;
  }
}
