/**
 * Look for a way in which literals over gates can hold together, and learn from every clash.
 *
 * The order is fixed by the order in which gates were made, and the budget counts steps, so that the
 * same questions have the same answers here as in Python.
 *
 * Source: Marques-Silva and Sakallah 1996; Goel 1981.
 */

import { NO_GATE, byNumber } from "./gates.js";
import { Trail } from "./trail.js";

/** @typedef {import("./gates.js").Literal} Literal */

export class Search extends Trail {
  /**
   * Demand of all searches from here on that a literal holds.
   * @param {Literal} literal
   */
  demand(literal) {
    this.back(0);
    this.catchUp();
    if (this.holds[literal ^ 1]) this.contradicts = true;
    else if (!this.holds[literal]) this.put(literal, NO_GATE);
  }

  /**
   * Whether these can hold together with all that is demanded; then the guess shows how.
   * @param {Literal[]} wanted
   */
  finds(wanted) {
    this.back(0);
    this.catchUp();
    while (!this.contradicts) {
      const clash = this.follow();
      if (clash !== NO_GATE) {
        this.learn(clash);
      } else if (this.heads.length < wanted.length) {
        const next = wanted[this.heads.length];
        if (this.holds[next ^ 1]) return false;
        this.decide(next);
      } else {
        const gate = this.shortOf();
        if (gate === NO_GATE) return true;
        this.decide(this.nearer(gate));
      }
    }
    return false;
  }

  /** @param {Literal} literal */
  decide(literal) {
    this.heads.push(this.trail.length);
    if (!this.holds[literal]) this.put(literal, NO_GATE);
  }

  /**
   * Keep why these decisions clash, and go back to where that says something.
   * @param {number} clash
   */
  learn(clash) {
    if (!this.heads.length) {
      this.contradicts = true;
      return;
    }
    const [first, others] = this.reasonOf(clash);
    const clause = [...new Set(others.map((literal) => literal ^ 1))].sort(byNumber);
    this.back(Math.max(0, ...clause.map((literal) => this.level[literal >> 1])));
    let gate = NO_GATE;
    if (clause.length) {
      gate = this.gates.demand(1, [first ^ 1, ...clause]);
      this.takeIn(gate);
    }
    this.put(first ^ 1, gate);
  }

  /**
   * Find what of the last decision, and what of those before it, cannot hold together.
   * @param {number} clash
   * @returns {[Literal, Literal[]]}
   */
  reasonOf(clash) {
    const here = this.heads.length;
    const seen = new Set();
    /** @type {Literal[]} */
    const earlier = [];
    let place = this.trail.length;
    let waiting = 0;
    let telling = this.clashing(clash);
    for (;;) {
      for (const literal of telling) {
        const variable = literal >> 1;
        if (seen.has(variable) || !this.level[variable]) continue;
        seen.add(variable);
        if (this.level[variable] === here) waiting += 1;
        else earlier.push(literal);
      }
      do place -= 1;
      while (!seen.has(this.trail[place] >> 1));
      waiting -= 1;
      if (!waiting) return [this.trail[place], earlier];
      telling = this.forcing(this.trail[place]);
    }
  }

  /**
   * List what cannot hold together according to a gate.
   * @param {number} gate
   * @returns {Literal[]}
   */
  clashing(gate) {
    const out = this.gates.out[gate];
    const needed = this.gates.needed[gate];
    const parts = this.gates.parts[gate];
    if (this.holds[out]) {
      const failing = parts.map((part) => part ^ 1).filter((part) => this.holds[part]);
      return [out, ...failing.slice(0, parts.length - needed + 1)];
    }
    return [out ^ 1, ...parts.filter((part) => this.holds[part]).slice(0, needed)];
  }

  /**
   * List what forced a literal, by its gate.
   * @param {Literal} literal
   * @returns {Literal[]}
   */
  forcing(literal) {
    const gate = this.why[literal >> 1];
    const before = this.place[literal >> 1];
    const out = this.gates.out[gate];
    const needed = this.gates.needed[gate];
    const parts = this.gates.parts[gate];
    const spare = parts.length - needed;
    if (literal === out) return this.held(parts, before, 0, needed);
    if (literal === (out ^ 1)) return this.held(parts, before, 1, spare + 1);
    if (this.holds[out]) return [out, ...this.held(parts, before, 1, spare)];
    return [out ^ 1, ...this.held(parts, before, 0, needed - 1)];
  }

  /**
   * List so many of these literals, or their opposites, that held by then.
   * @param {Literal[]} parts
   * @param {number} before
   * @param {0 | 1} opposite
   * @param {number} most
   * @returns {Literal[]}
   */
  held(parts, before, opposite, most) {
    return parts
      .map((part) => part ^ opposite)
      .filter((part) => this.holds[part] && this.place[part >> 1] < before)
      .slice(0, most);
  }

  /** Find a gate of which the guess is not yet what it must be. @returns {number} */
  shortOf() {
    const { moved, out } = this.gates;
    for (let gate = moved.last(); gate !== NO_GATE; gate = moved.last()) {
      const must = this.holds[out[gate]] ? out[gate] : out[gate] ^ 1;
      if (this.holds[must] && this.isGuessed(gate) !== (must === out[gate])) return gate;
      moved.delete(gate);
    }
    return NO_GATE;
  }

  /** @param {number} gate */
  isGuessed(gate) {
    return this.gates.guessed[gate] >= this.gates.needed[gate];
  }

  /**
   * Trace back from a gate that falls short to a free variable that may help.
   * @param {number} gate
   * @returns {Literal}
   */
  nearer(gate) {
    const { gates, holds } = this;
    let wanted = !this.isGuessed(gate);
    for (;;) {
      const turned = gates.parts[gate].map((part) => (wanted ? part : part ^ 1));
      const short = turned.filter((each) => !gates.guess[each] && !holds[each ^ 1]);
      const literal = short.find((each) => !holds[each]) ?? short[0];
      gate = gates.madeBy[literal >> 1];
      if (gate === NO_GATE) return literal;
      wanted = literal === gates.out[gate];
    }
  }
}
