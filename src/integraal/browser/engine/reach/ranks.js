/** How high the level certainly is, and how high it could still become: exactly. */

import * as truths from "../truth.js";
import { Unknowns } from "./search.js";
import { BudgetSpent } from "./trail.js";

/** @typedef {import("../answers.js").Answer} Answer */
/** @typedef {import("../interpreter.js").Evaluation} Evaluation */
/** @typedef {import("../program.js").RankedRule} RankedRule */
/** @typedef {import("./gates.js").Literal} Literal */
/** @typedef {{level: number, reach: number}} Ranks places on the scale, 0 for the lowest */

/** How far a case can yet move: looked for once, within one budget. */
export class Outlook {
  /** @param {Evaluation} evaluation */
  constructor(evaluation) {
    this.evaluation = evaluation;
    /** Whether everything was shown; else what may be was taken to be. */
    this.searchedAll = true;
    this.unknowns = new Unknowns(evaluation);
    this.rough = kleeneRanks(evaluation);
    this.openRules = openRules(evaluation, this.rough);
    this.literals = this.openRules.map((rule) => this.unknowns.literal(rule.node));
    const level = this.exactLevel();
    this.lowest = this.unknowns.guess();
    /** @type {Ranks} */
    this.ranks = { level, reach: this.exactReach(level) };
  }

  /**
   * Demand of what is looked for from here on that no rule of this rank or more holds.
   * @param {number} rank
   */
  ruleOut(rank) {
    for (const literal of this.from(rank)) this.unknowns.search.demand(literal ^ 1);
    this.unknowns.goBackTo(this.lowest);
  }

  /**
   * Whether a question alone can make a rule hold; when nobody knows, it can.
   * @param {string} question
   * @param {RankedRule} rule
   */
  tells(question, rule) {
    const literal = this.unknowns.literal(rule.node);
    if (!this.unknowns.above(question).has(literal >> 1)) return false;
    return this.unlessItGivesUp(() => this.unknowns.tells(question, literal));
  }

  /**
   * Work out both ranks as they would be with one answer more, by each rule alone.
   * @param {string} question
   * @param {Answer} answer
   * @returns {Ranks}
   */
  withAnswer(question, answer) {
    const now = this.unknowns.gates.settledBy(this.unknowns.holding(question, answer));
    /** @param {(literal: Literal) => boolean} isIt */
    const highest = (isIt) => {
      const place = this.literals.findIndex(isIt); // the highest first
      return place < 0 ? this.rough.level : this.openRules[place].rank;
    };
    return {
      level: highest((literal) => now.has(literal)),
      reach: highest((literal) => !now.has(literal ^ 1)),
    };
  }

  /** Find the lowest rank at which all higher rules can be false together. */
  exactLevel() {
    for (let rank = this.rough.level; rank < this.rough.reach; rank += 1) {
      if (this.isPossible(this.from(rank + 1).map((literal) => literal ^ 1))) return rank;
    }
    return this.rough.reach;
  }

  /**
   * Find the highest rank of which some rule can hold.
   * @param {number} level
   */
  exactReach(level) {
    for (let rank = this.rough.reach; rank > level; rank -= 1) {
      if (this.from(rank, rank).some((literal) => this.isPossible([literal]))) return rank;
    }
    return level;
  }

  /**
   * The literals of the open rules from one rank to another.
   * @param {number} least
   * @param {number} [most]
   * @returns {Literal[]}
   */
  from(least, most = Infinity) {
    return this.literals.filter((_, place) => {
      const { rank } = this.openRules[place];
      return least <= rank && rank <= most;
    });
  }

  /** @param {Literal[]} literals */
  isPossible(literals) {
    return this.unlessItGivesUp(() => this.unknowns.search.finds(literals));
  }

  /**
   * What a search finds; when nobody knows, it is so.
   * @param {() => boolean} search
   */
  unlessItGivesUp(search) {
    try {
      return search();
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      this.searchedAll = false;
      return true;
    }
  }
}

/**
 * Work out both ranks from the truth of each rule by itself.
 * @param {Evaluation} evaluation
 * @returns {Ranks}
 */
function kleeneRanks(evaluation) {
  let level = 0;
  let reach = 0;
  for (const { node, rank } of evaluation.program.data.raising) {
    const value = evaluation.of(node);
    if (value === truths.TRUE) level = Math.max(level, rank);
    if (value !== truths.FALSE) reach = Math.max(reach, rank);
  }
  return { level, reach };
}

/**
 * The rules that may still raise the level, the highest first.
 * @param {Evaluation} evaluation
 * @param {Ranks} rough
 * @returns {RankedRule[]}
 */
function openRules(evaluation, rough) {
  return evaluation.program.data.raising
    .filter((rule) => rough.level < rule.rank && evaluation.of(rule.node) === truths.UNKNOWN)
    .sort((one, other) => other.rank - one.rank);
}
