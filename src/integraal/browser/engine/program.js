/**
 * The program of an instrument, read from `integraal/programma/1`: nothing left to look up.
 *
 * @typedef {object} Question
 * @property {string} id
 * @property {"one" | "several" | "number" | "text"} kind
 * @property {string[]} options low to high need
 * @property {boolean} whole
 * @property {number | null} min
 * @property {number | null} max
 * @property {boolean} own_addition
 * @property {boolean} from_case
 * @property {boolean} sensitive
 * @property {string[]} compulsory the options that say that nobody may refuse the help
 * @property {number} asked the node of when it applies
 * @property {boolean} unasked whether it counts here and is put to nobody
 *
 * @typedef {object} Leaf one of four, told by its key
 * @property {string} question
 * @property {string[]} [one_in]
 * @property {string[]} [chosen]
 * @property {number} [at_least]
 * @property {number | null} [low]
 * @property {number | null} [high]
 * @property {boolean} [known]
 * @property {boolean} [in_part]
 *
 * @typedef {object} Node one of seven, told by its key
 * @property {number} [test] a leaf
 * @property {boolean} [always]
 * @property {number[]} [all]
 * @property {number[]} [any]
 * @property {number} [not]
 * @property {number} [at_least]
 * @property {number} [adds_up_to]
 * @property {number[]} [of]
 * @property {number[]} [weights]
 *
 * @typedef {object} Rule
 * @property {string} id
 * @property {"raise" | "limit" | "route" | "act" | "provisional"} effect
 * @property {string} target
 * @property {number | null} node
 * @property {number | null} written
 * @property {boolean} otherwise
 * @property {string | null} direction
 * @property {boolean} sensitive
 *
 * @typedef {object} Statement
 * @property {string} id
 * @property {string} table
 * @property {"danger" | "ask" | null} urgent
 * @property {string[]} call
 * @property {string} leads_to
 * @property {string} task_below
 * @property {boolean} sensitive
 *
 * @typedef {{rule: string, node: number, rank: number}} RankedRule
 * @typedef {{id: string, policy: "first" | "collect"}} Table
 * @typedef {{question: string, weight: number, node: number}} Part
 * @typedef {{id: string, low: number, high: number}} Band
 * @typedef {{id: string, questions: string[], parts: Part[], bands: Band[]}} Score
 *
 * @typedef {object} ProgramData
 * @property {string} schema
 * @property {string} instrument
 * @property {string} version
 * @property {string} fingerprint
 * @property {boolean} source_only
 * @property {number} budget
 * @property {string | null} scale
 * @property {string[]} levels
 * @property {{question: string, levels: Record<string, string>} | null} present
 * @property {string[]} minimum_from
 * @property {string[]} danger_questions
 * @property {{question: string, option: string, never: string} | null} withhold_until
 * @property {Question[]} questions
 * @property {Leaf[]} leaves
 * @property {Node[]} nodes
 * @property {Rule[]} rules
 * @property {RankedRule[]} raising
 * @property {{outcome: string, node: number}[]} promised_away
 * @property {Table[]} tables
 * @property {Statement[]} outcomes
 * @property {Statement[]} actions
 * @property {Score[]} scores
 */

const SCHEMA = "integraal/programma/1";

export class Program {
  /** @param {ProgramData} data */
  constructor(data) {
    if (data.schema !== SCHEMA) throw new TypeError(`not ${SCHEMA}: ${data.schema}`);
    this.data = data;
    this.id = data.instrument;
    /** @type {Map<string, Question>} those that are asked, then those that only count */
    this.questions = byId(data.questions);
    /** @type {Question[]} */
    this.asked = data.questions.filter((question) => !question.unasked);
    /** @type {Map<string, Rule>} */
    this.rules = byId(data.rules);
    this.outcomes = byId(data.outcomes);
    this.actions = byId(data.actions);
  }

  /** @param {string} id @returns {Question} */
  question(id) {
    return get(this.questions, id);
  }

  /** @param {string} id @returns {Statement} */
  outcome(id) {
    return get(this.outcomes, id);
  }

  /** @param {string} id @returns {Statement} */
  action(id) {
    return get(this.actions, id);
  }

  /** @param {string} level 0 for the lowest @returns {number} */
  rank(level) {
    return this.data.levels.indexOf(level);
  }

  /** @param {number} rank @returns {string | null} */
  level(rank) {
    return this.data.levels[rank] ?? null;
  }

  /**
   * Whether a node never holds, whatever the answers.
   * @param {number} node
   */
  isNever(node) {
    return this.data.nodes[node].always === false;
  }

  /**
   * The parts of a node; none of a leaf.
   * @param {number} place
   * @returns {number[]}
   */
  parts(place) {
    const node = this.data.nodes[place];
    if (node.not !== undefined) return [node.not];
    return node.all ?? node.any ?? node.of ?? [];
  }

  /**
   * The rows of a table, from the top.
   * @param {Table} table
   * @returns {Rule[]}
   */
  rows(table) {
    return this.data.rules.filter(
      (rule) => rule.effect === "route" && this.outcome(rule.target).table === table.id,
    );
  }

  /** @param {Rule["effect"]} effect @returns {Rule[]} */
  rulesWith(effect) {
    return this.data.rules.filter((rule) => rule.effect === effect);
  }

  /**
   * The other rules with the same kind of effect; of a row, the others of its table.
   * @param {Rule} rule
   * @returns {Rule[]}
   */
  alternatives(rule) {
    const table = rule.effect === "route" ? this.outcome(rule.target).table : null;
    return this.rulesWith(rule.effect).filter(
      (other) => other !== rule && (table === null || this.outcome(other.target).table === table),
    );
  }

  /**
   * The action or outcome that a rule leads to; undefined where it leads to neither.
   * @param {Rule} rule
   * @returns {Statement | undefined}
   */
  statement(rule) {
    if (rule.effect === "act") return this.action(rule.target);
    return rule.effect === "route" ? this.outcome(rule.target) : undefined;
  }

  /** The rules that say that somebody may be in danger. @returns {Rule[]} */
  get dangerRules() {
    return this.data.rules.filter((rule) => this.statement(rule)?.urgent === "danger");
  }
}

/**
 * @template {{id: string}} T
 * @param {T[]} things
 * @returns {Map<string, T>}
 */
function byId(things) {
  return new Map(things.map((each) => [each.id, each]));
}

/**
 * @template T
 * @param {Map<string, T>} things
 * @param {string} id
 * @returns {T}
 */
function get(things, id) {
  const found = things.get(id);
  if (found === undefined) throw new RangeError(`no such id: ${id}`);
  return found;
}
