/** The unknown answers of a case as free literals, and the rules over them as gates. */

import { isSeveral, partly } from "../answers.js";
import { isBetween, leafTruth } from "../interpreter.js";
import * as truths from "../truth.js";
import { Search } from "./conflicts.js";
import { FALSE, Gates, NO_GATE, TRUE } from "./gates.js";
import { representatives } from "./numbers.js";

/** @typedef {import("../answers.js").Answer} Answer */
/** @typedef {import("../interpreter.js").Evaluation} Evaluation */
/** @typedef {import("../program.js").Leaf} Leaf */
/** @typedef {import("../program.js").Question} Question */
/** @typedef {import("./gates.js").Literal} Literal */
/** @typedef {Map<string | number, Literal>} Values for every option, or number: it is in the answer */

export class Unknowns {
  /** @param {Evaluation} evaluation */
  constructor(evaluation) {
    this.evaluation = evaluation;
    this.program = evaluation.program;
    this.gates = new Gates();
    this.search = new Search(this.gates, this.program.data.budget);
    /** @type {Map<string, Set<number>>} */
    this.hanging = new Map();
    /** @type {Map<string, Values>} */
    this.valued = new Map();
    /** @type {Map<number, Literal>} */
    this.literals = new Map();
  }

  /**
   * The literal of whether a node holds.
   * @param {number} place
   * @returns {Literal}
   */
  literal(place) {
    const found = this.literals.get(place);
    if (found !== undefined) return found;
    const made = this.made(place);
    this.literals.set(place, made);
    return made;
  }

  /**
   * @param {number} place
   * @returns {Literal}
   */
  made(place) {
    const node = this.program.data.nodes[place];
    if (node.test !== undefined) return this.leaf(this.program.data.leaves[node.test]);
    if (node.always !== undefined) return node.always ? TRUE : FALSE;
    const parts = this.program.parts(place).map((part) => this.literal(part));
    if (node.not !== undefined) return parts[0] ^ 1;
    if (node.all) return this.gates.atLeast(parts.length, parts);
    if (node.any) return this.gates.atLeast(1, parts);
    const { weights } = node;
    if (weights === undefined) return this.gates.atLeast(node.at_least ?? 0, parts);
    const weighed = parts.flatMap((part, at) => new Array(weights[at]).fill(part));
    return this.gates.atLeast(node.adds_up_to ?? 0, weighed);
  }

  /**
   * @param {Leaf} leaf
   * @returns {Literal}
   */
  leaf(leaf) {
    const value = leafTruth(leaf, this.evaluation.answers);
    if (value !== truths.UNKNOWN) return value === truths.TRUE ? TRUE : FALSE;
    const values = this.values(leaf.question);
    const options = leaf.one_in ?? leaf.chosen;
    if (options) {
      const literals = options.map((option) => /** @type {Literal} */ (values.get(option)));
      return this.gates.atLeast(leaf.one_in ? 1 : (leaf.at_least ?? 1), literals);
    }
    const within = [...values].filter(([value_]) => isBetween(leaf, Number(value_)));
    return this.gates.atLeast(1, within.map(([, literal]) => literal));
  }

  /**
   * The literals of an answer that is not known, or not wholly.
   * @param {string} question
   * @returns {Values}
   */
  values(question) {
    const found = this.valued.get(question);
    if (found) return found;
    const made = this.madeValues(this.program.question(question));
    this.valued.set(question, made);
    return made;
  }

  /**
   * @param {Question} question
   * @returns {Values}
   */
  madeValues(question) {
    if (question.kind === "several") {
      const known = partly(this.evaluation.answers.get(question.id), question.options);
      return new Map(question.options.map((option) => [option, this.option(option, known)]));
    }
    const every = question.kind === "number"
      ? representatives(this.program, question)
      : question.options;
    const literals = every.map((_, place) => this.gates.variable(!place));
    this.demandOne(literals);
    return new Map(every.map((value, place) => [value, literals[place]]));
  }

  /**
   * @param {string} option
   * @param {import("../answers.js").Several} known
   * @returns {Literal}
   */
  option(option, known) {
    if (known.unknown.has(option)) return this.gates.variable(false);
    return known.chosen.has(option) ? TRUE : FALSE;
  }

  /**
   * Demand that exactly one of these holds.
   * @param {Literal[]} literals
   */
  demandOne(literals) {
    this.gates.demand(1, literals);
    this.gates.demand(literals.length - 1, literals.map((literal) => literal ^ 1));
  }

  /**
   * The literals of an open question that hold when this is the answer to it.
   * @param {string} question
   * @param {Answer} answer
   * @returns {Literal[]}
   */
  holding(question, answer) {
    const isChosen = (/** @type {string | number} */ value) =>
      isSeveral(answer) ? answer.chosen.has(String(value)) : value === answer;
    return this.free(question).map(([value, literal]) => (isChosen(value) ? literal : literal ^ 1));
  }

  /**
   * What of a question is free to hold or not.
   * @param {string} question
   * @returns {[string | number, Literal][]}
   */
  free(question) {
    return [...this.values(question)].filter(([, literal]) => literal > FALSE);
  }

  /** The guess as it is, to go back to. @returns {number[]} */
  guess() {
    return [...this.gates.guess];
  }

  /**
   * Guess of what is free as it was guessed before.
   * @param {number[]} guess
   */
  goBackTo(guess) {
    for (let literal = 0; literal < guess.length; literal += 2) {
      const isFree = this.gates.madeBy[literal >> 1] === NO_GATE;
      if (isFree && this.gates.guess[literal] !== guess[literal]) {
        this.gates.turn(literal | (guess[literal] ? 0 : 1));
      }
    }
  }

  /**
   * The variables that hang on a question.
   * @param {string} question
   * @returns {Set<number>}
   */
  above(question) {
    const found = this.hanging.get(question);
    if (found) return found;
    const made = this.gates.above(this.free(question).map(([, literal]) => literal));
    this.hanging.set(question, made);
    return made;
  }

  /**
   * Whether one answer to a question can make a literal hold while all demands are met with an answer
   * to it of their own; all other answers are the same.
   * @param {string} question
   * @param {Literal} literal
   */
  tells(question, literal) {
    const before = this.search.mark();
    const copied = this.copied(question, literal);
    try {
      return this.search.finds([copied]);
    } finally {
      this.search.forget(before);
    }
  }

  /**
   * Make a literal anew over an answer of its own to a question.
   * @param {string} question
   * @param {Literal} literal
   * @returns {Literal}
   */
  copied(question, literal) {
    const { gates } = this;
    const above = this.above(question);
    /** @type {Map<number, Literal>} */
    const copies = new Map();
    for (const [, each] of this.free(question)) {
      copies.set(each >> 1, gates.variable(Boolean(gates.guess[each])));
    }
    if (this.program.question(question).kind !== "several") this.demandOne([...copies.values()]);
    /** @param {Literal} old @returns {Literal} */
    const copy = (old) => {
      const variable = old >> 1;
      if (!above.has(variable)) return old;
      let made = copies.get(variable);
      if (made === undefined) {
        const gate = gates.madeBy[variable];
        const parts = gates.parts[gate].map(copy);
        copies.set(variable, (made = gates.gate(gates.needed[gate], parts)));
      }
      return made ^ (old & 1);
    };
    return copy(literal);
  }
}
