/**
 * Gates of one kind: a literal that holds exactly when at least so many of others do.
 *
 * A literal is a number: of variable `n` it is `2n`, and `2n + 1` is its opposite, so that `^ 1`
 * turns it round. Beside the gates stands a guess: a value for every variable such that every gate
 * is what its parts make it.
 */

export const TRUE = 0;
export const FALSE = 1;
export const NO_GATE = -1;

/** @typedef {number} Literal */

export class Gates {
  constructor() {
    /** @type {Literal[]} by gate: what it makes; TRUE where it only demands */
    this.out = [];
    /** @type {number[]} */
    this.needed = [];
    /** @type {Literal[][]} */
    this.parts = [];
    /** @type {number[]} by gate: how many parts hold in the guess */
    this.guessed = [];
    /** @type {number[][]} by literal: the gates of which it is a part, in the order they were made */
    this.fan = [[], []];
    /** @type {number[]} by variable: the gate that makes it; NO_GATE for what is free */
    this.madeBy = [NO_GATE];
    /** @type {number[]} by literal: 1 where it holds in the guess */
    this.guess = [1, 0];
    this.moved = new Moved();
    /** @type {Map<string, Literal>} */
    this.made = new Map();
  }

  /**
   * Make a literal that is free to hold or not.
   * @param {boolean} guess
   * @returns {Literal}
   */
  variable(guess) {
    const literal = this.fan.length;
    this.fan.push([], []);
    this.madeBy.push(NO_GATE);
    this.guess.push(guess ? 1 : 0, guess ? 0 : 1);
    return literal;
  }

  /**
   * Make the literal that holds exactly when at least `needed` of these do; each only once.
   * @param {number} needed
   * @param {Literal[]} listed those that occur twice count twice
   * @returns {Literal}
   */
  atLeast(needed, listed) {
    needed -= listed.filter((part) => part === TRUE).length;
    const left = listed.filter((part) => part > FALSE).sort(byNumber);
    if (needed <= 0) return TRUE;
    if (needed > left.length) return FALSE;
    if (left.length === 1) return left[0];
    const turned = left.map((part) => part ^ 1).sort(byNumber);
    const opposite = this.made.get(key(left.length - needed + 1, turned));
    if (opposite !== undefined) return opposite ^ 1;
    const own = key(needed, left);
    let made = this.made.get(own);
    if (made === undefined) this.made.set(own, (made = this.gate(needed, left)));
    return made;
  }

  /**
   * Make a gate, whether there is such a one or not.
   * @param {number} needed
   * @param {Literal[]} parts
   * @returns {Literal}
   */
  gate(needed, parts) {
    const made = this.variable(this.holding(parts) >= needed);
    this.madeBy[made >> 1] = this.demand(needed, parts, made);
    return made;
  }

  /**
   * Demand that at least `needed` of these hold exactly when `out` does.
   * @param {number} needed
   * @param {Literal[]} parts
   * @param {Literal} [out]
   * @returns {number} the gate
   */
  demand(needed, parts, out = TRUE) {
    const gate = this.out.length;
    this.out.push(out);
    this.needed.push(needed);
    this.parts.push([...parts]);
    this.guessed.push(this.holding(parts));
    for (const part of parts) this.fan[part].push(gate);
    this.moved.add(gate);
    return gate;
  }

  /**
   * Let a free literal hold in the guess that did not, and all that follows from it.
   * @param {Literal} literal
   */
  turn(literal) {
    const changed = this.count(literal);
    for (let gate = changed.pop(); gate !== undefined; gate = changed.pop()) {
      const out = this.out[gate];
      const now = this.guessed[gate] >= this.needed[gate] ? out : out ^ 1;
      this.moved.add(gate);
      if (out !== TRUE && !this.guess[now]) changed.push(...this.count(now));
    }
  }

  /**
   * Count one literal as holding that did not; list the gates for which it tells.
   * @param {Literal} literal
   * @returns {number[]}
   */
  count(literal) {
    this.guess[literal] = 1;
    this.guess[literal ^ 1] = 0;
    const changed = [];
    for (const gate of this.fan[literal]) {
      this.guessed[gate] += 1;
      if (this.guessed[gate] === this.needed[gate]) changed.push(gate);
    }
    for (const gate of this.fan[literal ^ 1]) {
      this.guessed[gate] -= 1;
      if (this.guessed[gate] === this.needed[gate] - 1) changed.push(gate);
    }
    return changed;
  }

  /**
   * Find the variables that hang on these: their own, and every gate that they reach.
   * @param {Literal[]} literals
   * @returns {Set<number>}
   */
  above(literals) {
    const found = new Set(literals.map((literal) => literal >> 1));
    const waiting = [...found];
    for (let variable = waiting.pop(); variable !== undefined; variable = waiting.pop()) {
      for (const gate of [...this.fan[2 * variable], ...this.fan[2 * variable + 1]]) {
        const made = this.out[gate] >> 1;
        if (!found.has(made) && this.madeBy[made] === gate) {
          found.add(made);
          waiting.push(made);
        }
      }
    }
    return found;
  }

  /**
   * Find what certainly holds once these do, by the look of each gate alone (Kleene).
   * @param {Literal[]} literals
   * @returns {Set<Literal>}
   */
  settledBy(literals) {
    const found = new Set(literals);
    const waiting = [...found];
    const sure = new Map();
    const lost = new Map();
    for (let literal = waiting.pop(); literal !== undefined; literal = waiting.pop()) {
      for (const [counted, side, turned] of /** @type {[Map<number, number>, Literal, number][]} */ (
        [[sure, literal, 0], [lost, literal ^ 1, 1]]
      )) {
        for (const gate of this.fan[side]) {
          const count = (counted.get(gate) ?? 0) + 1;
          counted.set(gate, count);
          const spare = this.parts[gate].length - this.needed[gate];
          if (count === (turned ? spare + 1 : this.needed[gate]) && this.out[gate] !== TRUE) {
            found.add(this.out[gate] ^ turned);
            waiting.push(this.out[gate] ^ turned);
          }
        }
      }
    }
    return found;
  }

  /**
   * Take away everything that was made after there were this many gates and literals.
   * @param {number} gates
   * @param {number} literals
   */
  forget(gates, literals) {
    for (let gate = this.out.length - 1; gate >= gates; gate -= 1) {
      for (const part of this.parts[gate]) this.fan[part].pop();
      this.moved.delete(gate);
    }
    for (const byGate of [this.out, this.needed, this.parts, this.guessed]) byGate.length = gates;
    this.fan.length = literals;
    this.guess.length = literals;
    this.madeBy.length = literals >> 1;
  }

  /** @param {Literal[]} parts @returns {number} */
  holding(parts) {
    return parts.reduce((count, part) => count + this.guess[part], 0);
  }
}

/**
 * Gates of which the guess is new, in the order in which they became so; whoever minds looks at the
 * last one and takes it out.
 */
class Moved {
  constructor() {
    /** @type {number[]} with gates that were taken out since */
    this.order = [];
    /** @type {Map<number, number>} by gate: where it stands */
    this.place = new Map();
  }

  /** @param {number} gate one that is here keeps its place */
  add(gate) {
    if (this.place.has(gate)) return;
    this.place.set(gate, this.order.length);
    this.order.push(gate);
  }

  /** @param {number} gate */
  delete(gate) {
    this.place.delete(gate);
  }

  /** @returns {number} NO_GATE where there is none */
  last() {
    while (this.order.length) {
      const gate = this.order[this.order.length - 1];
      if (this.place.get(gate) === this.order.length - 1) return gate;
      this.order.pop();
    }
    return NO_GATE;
  }
}

/** @param {number} one @param {number} other */
export function byNumber(one, other) {
  return one - other;
}

/** @param {number} needed @param {Literal[]} parts */
function key(needed, parts) {
  return `${needed}:${parts}`;
}
