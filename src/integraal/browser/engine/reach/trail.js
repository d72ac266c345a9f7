/**
 * What holds as things are wanted and decided, and what follows from it, gate by gate.
 *
 * The trail keeps the order, so that decisions can be taken back, and what forced a literal is known.
 */

import { NO_GATE, TRUE } from "./gates.js";

/** @typedef {import("./gates.js").Gates} Gates */
/** @typedef {import("./gates.js").Literal} Literal */
/** @typedef {{gates: number, literals: number, trail: number}} Mark */

/** The budget is spent; nothing is known about the outcome. */
export class BudgetSpent extends Error {}

export class Trail {
  /**
   * @param {Gates} gates
   * @param {number} budget steps that all searches about one case may take together
   */
  constructor(gates, budget) {
    this.gates = gates;
    this.left = budget;
    /** @type {number[]} by literal: 1 where it holds as things are wanted and decided */
    this.holds = [];
    /** @type {number[]} by variable: where it stands on the trail */
    this.place = [];
    /** @type {number[]} by variable: after how many decisions it came */
    this.level = [];
    /** @type {number[]} by variable: the gate that forced it */
    this.why = [];
    /** @type {number[]} by gate: how many parts hold */
    this.sure = [];
    /** @type {number[]} by gate: how many parts cannot hold any more */
    this.lost = [];
    /** @type {Literal[]} */
    this.trail = [];
    this.done = 0;
    /** @type {number[]} where on the trail each decision stands */
    this.heads = [];
    this.contradicts = false;
    this.makeRoom(1);
    this.put(TRUE, NO_GATE);
  }

  /** Remember what there is, to go back to with `forget`. @returns {Mark} */
  mark() {
    this.back(0);
    const { out, fan } = this.gates;
    return { gates: out.length, literals: fan.length, trail: this.trail.length };
  }

  /**
   * Take away what was made since then; what was learned about the rest is kept.
   * @param {Mark} since
   */
  forget(since) {
    this.back(0);
    const own = this.gates;
    const learned = [];
    for (let gate = since.gates; gate < this.sure.length; gate += 1) {
      const parts = own.parts[gate];
      const isMade = own.madeBy[own.out[gate] >> 1] === gate;
      if (!isMade && Math.max(...parts) < since.literals) learned.push(parts);
    }
    own.forget(since.gates, since.literals);
    this.sure.length = this.lost.length = since.gates;
    this.holds.length = since.literals;
    for (const byVariable of [this.place, this.level, this.why]) {
      byVariable.length = since.literals >> 1;
    }
    this.forgetCertainties(since);
    for (const parts of learned) own.demand(1, parts);
  }

  /**
   * Take from the trail what is certain of what there is no more.
   * @param {Mark} since
   */
  forgetCertainties(since) {
    const fresh = this.trail.slice(since.trail);
    const told = fresh.slice(0, Math.max(this.done - since.trail, 0));
    const done = told.filter((literal) => literal < since.literals).length;
    this.done = Math.min(this.done, since.trail) + done;
    this.trail.length = since.trail;
    for (const literal of fresh) {
      if (literal < since.literals) {
        this.place[literal >> 1] = this.trail.length;
        this.trail.push(literal);
      }
    }
  }

  /** Take in the variables and gates that are new. */
  catchUp() {
    this.makeRoom(this.gates.madeBy.length - this.why.length);
    for (let gate = this.sure.length; gate < this.gates.out.length; gate += 1) {
      this.takeIn(gate);
      if (!this.settle(gate)) this.contradicts = true;
    }
  }

  /** @param {number} variables */
  makeRoom(variables) {
    for (let count = 0; count < variables; count += 1) {
      this.holds.push(0, 0);
      this.place.push(0);
      this.level.push(0);
      this.why.push(NO_GATE);
    }
  }

  /** @param {number} gate */
  takeIn(gate) {
    const parts = this.gates.parts[gate];
    this.sure.push(parts.filter((part) => this.isFollowed(part)).length);
    this.lost.push(parts.filter((part) => this.isFollowed(part ^ 1)).length);
  }

  /**
   * Whether a literal holds and its gates know.
   * @param {Literal} literal
   */
  isFollowed(literal) {
    return Boolean(this.holds[literal]) && this.place[literal >> 1] < this.done;
  }

  /**
   * @param {Literal} literal
   * @param {number} why
   */
  put(literal, why) {
    const variable = literal >> 1;
    this.holds[literal] = 1;
    this.place[variable] = this.trail.length;
    this.level[variable] = this.heads.length;
    this.why[variable] = why;
    this.trail.push(literal);
  }

  /** Follow what is forced. @returns {number} the gate that cannot be right any more, if any */
  follow() {
    while (this.done < this.trail.length) {
      if (this.left <= 0) throw new BudgetSpent();
      this.left -= 1;
      for (const gate of this.told()) {
        if (!this.settle(gate)) return gate;
      }
    }
    return NO_GATE;
  }

  /** Tell the gates of the next literal on the trail, and name them. @returns {number[]} */
  told() {
    const { gates } = this;
    const literal = this.trail[this.done];
    this.done += 1;
    const holding = gates.fan[literal];
    const failing = gates.fan[literal ^ 1];
    for (const gate of holding) this.sure[gate] += 1;
    for (const gate of failing) this.lost[gate] += 1;
    const own = gates.madeBy[literal >> 1];
    if (own !== NO_GATE) {
      gates.moved.add(own);
      return [own, ...holding, ...failing];
    }
    if (!gates.guess[literal]) gates.turn(literal);
    return [...holding, ...failing];
  }

  /**
   * Put on the trail what a gate forces; false when it cannot be right any more.
   * @param {number} gate
   */
  settle(gate) {
    const out = this.gates.out[gate];
    const needed = this.gates.needed[gate];
    const spare = this.gates.parts[gate].length - needed - this.lost[gate];
    const missing = needed - this.sure[gate];
    if (this.holds[out]) {
      if (spare === 0 && missing > 0) this.force(gate, 0);
      return spare >= 0;
    }
    if (this.holds[out ^ 1]) {
      if (missing === 1 && spare >= 0) this.force(gate, 1);
      return missing > 0;
    }
    if (missing <= 0) this.put(out, gate);
    else if (spare < 0) this.put(out ^ 1, gate);
    return true;
  }

  /**
   * @param {number} gate
   * @param {0 | 1} opposite
   */
  force(gate, opposite) {
    for (const part of this.gates.parts[gate]) {
      if (!this.holds[part] && !this.holds[part ^ 1]) this.put(part ^ opposite, gate);
    }
  }

  /**
   * Take back the decisions after the first so many, and what followed from them.
   * @param {number} level
   */
  back(level) {
    if (this.heads.length <= level) return;
    const start = this.heads[level];
    const { fan } = this.gates;
    for (let place = this.trail.length - 1; place >= start; place -= 1) {
      const literal = this.trail[place];
      this.holds[literal] = 0;
      if (place < this.done) {
        for (const gate of fan[literal]) this.sure[gate] -= 1;
        for (const gate of fan[literal ^ 1]) this.lost[gate] -= 1;
      }
    }
    this.trail.length = start;
    this.heads.length = level;
    this.done = Math.min(this.done, start);
  }
}
