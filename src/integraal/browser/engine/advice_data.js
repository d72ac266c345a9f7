/**
 * An advice as data, in the schema `integraal/advies/2`; every key is always there.
 *
 * @typedef {import("./assess.js").Assessment} Assessment
 * @typedef {import("./evaluate.js").Reason} Reason
 * @typedef {import("./timeline.js").Along} Along
 *
 * @typedef {object} Grounds
 * @property {string} code
 * @property {string} because
 * @property {string} for_professionals
 * @property {string} support
 * @property {string} source
 * @property {string} instrument that says so
 *
 * @typedef {{name: string, bands: Record<string, string>}} ScoreNames
 * @typedef {{id: string, text: string}} Point
 * @typedef {{id: string, countries: string[]}} HelpLine with what else a caller must know
 *
 * @typedef {object} Texts what an instrument says in words, in one language
 * @property {string} language
 * @property {string} disclaimer
 * @property {Record<string, Grounds>} rules
 * @property {Record<string, string>} outcomes
 * @property {Record<string, string>} actions
 * @property {Record<string, Point[]>} attention_points by level
 * @property {Record<string, Grounds & ScoreNames>} scores
 * @property {Record<string, string>} task_notes why a route is a task, beside a lower level
 * @property {HelpLine[]} help_lines
 */

import { answerValue, isKnown } from "./answers.js";

/**
 * @param {Assessment} assessment
 * @param {Map<string, Texts>} texts by instrument
 */
export function adviceData(assessment, texts) {
  const { program, advice } = assessment;
  const { data } = program;
  const said = textsOf(texts, program.id);
  return {
    schema: "integraal/advies/2",
    casus: assessment.case.id,
    moment: assessment.day,
    instrument: program.id,
    version: data.version,
    fingerprint: data.fingerprint,
    language: said.language,
    source_only: data.source_only,
    urgent: urgentData(assessment, texts),
    level: advice.level,
    reach: advice.reach,
    settled: advice.settled,
    searched_all: advice.searchedAll,
    provisional: advice.provisional,
    current: advice.current,
    current_at_least: advice.currentAtLeast,
    feasible: advice.feasible,
    direction: advice.direction,
    reasons: advice.reasons.map((reason) => reasonData(reason, assessment, said)),
    limits: advice.limits.map((reason) => reasonData(reason, assessment, said)),
    open_questions: advice.openQuestions.map(({ question, couldBecome }) => ({
      question,
      could_become: couldBecome,
    })),
    open_routes: advice.openRoutes,
    outcomes: advice.outcomes.map((outcome) => ({
      ...reasonData(outcome.reason, assessment, said),
      id: outcome.id,
      table: outcome.table,
      text: said.outcomes[outcome.id],
      certain: outcome.certain,
      holds_now: outcome.holdsNow,
      leads_to: program.outcome(outcome.id).leads_to || null,
    })),
    actions: advice.actions.map((reason) => ({
      ...reasonData(reason, assessment, said),
      id: reason.rule.target,
      text: said.actions[reason.rule.target],
      leads_to: program.action(reason.rule.target).leads_to || null,
    })),
    attention_points: pointsUpTo(program, advice.level, said),
    rules_open: advice.rulesOpen,
    disclaimer: said.disclaimer,
    left_out: assessment.leftOut,
    not_counted: assessment.notCounted,
    earlier: assessment.earlier.map((each) => ({
      ...alongData(each, assessment),
      was_asked: each.wasAsked,
    })),
    along: assessment.along.map((each) => alongData(each, assessment)),
    decided: null, // a file with a decision is not opened here: nobody would see it beside the advice
    beside: assessment.beside.map(({ instrument, level, outcome }) => ({ instrument, level, outcome })),
    scores: advice.scores.map((found) => scoreData(found, said)),
  };
}

/**
 * The same, with what a page says besides.
 * @param {Assessment} assessment
 * @param {Map<string, Texts>} texts by instrument
 */
export function adviceForPage(assessment, texts) {
  const said = textsOf(texts, assessment.program.id);
  return {
    ...adviceData(assessment, texts),
    first: assessment.advice.first.map((reason) => reasonData(reason, assessment, said)),
    besideWhole: assessment.beside,
  };
}

/**
 * @param {Reason} reason
 * @param {Assessment} assessment
 * @param {Texts} said
 */
function reasonData({ rule, answers, certain }, assessment, said) {
  const { instrument, ...grounds } = said.rules[rule.id];
  // A route may be for all to read while the reason of its row is not.
  const isHidden = assessment.isMasked && rule.sensitive;
  const given = answers.filter((id) => assessment.answers.has(id));
  return {
    rule: rule.id,
    code: grounds.code,
    level: rule.effect === "raise" || rule.effect === "limit" ? rule.target : null,
    because: isHidden ? "" : grounds.because,
    for_professionals: assessment.isForOthers ? "" : grounds.for_professionals,
    certain,
    support: grounds.support,
    source: grounds.source,
    instrument,
    answers: Object.fromEntries(given.map((id) => [id, dataOf(id, assessment)])),
  };
}

/**
 * @param {string} id
 * @param {Assessment} assessment
 */
function dataOf(id, { program, answers }) {
  const answer = answers.get(id);
  return answer === undefined ? null : answerValue(answer, program.question(id).options);
}

/**
 * @param {Along} along
 * @param {Assessment} assessment
 */
function alongData({ question, answer, day }, { program }) {
  return { question, answer: answerValue(answer, program.question(question).options), moment: day };
}

/**
 * What comes first: dangers of every instrument, then what must be asked first.
 * @param {Assessment} assessment
 * @param {Map<string, Texts>} texts
 */
function urgentData(assessment, texts) {
  const { program, advice } = assessment;
  const found = dangersData(assessment.dangers, countryIn(assessment), texts);
  const asks = advice.actions
    .filter(({ rule }) => program.action(rule.target).urgent === "ask")
    .map(({ rule, answers }) => ({
      id: rule.target,
      text: textsOf(texts, program.id).actions[rule.target],
      kind: "ask",
      calls: [],
      because: answers,
      instrument: program.id,
    }));
  return [...found, ...asks];
}

/**
 * Dangers as data, each with whom to call in a country; in every one where it is empty.
 * @param {import("./dangers.js").Danger[]} dangers
 * @param {string} country
 * @param {Map<string, Texts>} texts
 */
export function dangersData(dangers, country, texts) {
  return dangers.map(({ program, statement, because }) => {
    const said = textsOf(texts, program.id);
    return {
      id: statement.id,
      text: said.actions[statement.id] ?? said.outcomes[statement.id],
      kind: "danger",
      calls: said.help_lines.filter(
        (line) => statement.call.includes(line.id)
          && (!country || line.countries.includes(country)),
      ),
      because,
      instrument: program.id,
    };
  });
}

/** @param {Assessment} assessment */
function countryIn({ program, case: case_, answers }) {
  const asked = program.asked.find(({ id, from_case }) => from_case && isKnown(answers, id));
  return case_.country || (asked ? String(answers.get(asked.id)) : "");
}

/**
 * The points of the level and, below it, those of the lower levels that keep applying.
 * @param {Assessment["program"]} program
 * @param {string | null} level
 * @param {Texts} said
 */
function pointsUpTo(program, level, said) {
  if (level === null) return [];
  const upTo = program.data.levels.slice(0, program.rank(level) + 1).reverse();
  return upTo.flatMap((each) => said.attention_points[each].map((point) => ({ level: each, ...point })));
}

/**
 * A score: never a sum without the bands and the source that say what it means.
 * @param {Assessment["advice"]["scores"][number]} found
 * @param {Texts} said
 */
function scoreData(found, said) {
  const grounds = said.scores[found.score.id];
  /** @param {import("./program.js").Band} band */
  const band = ({ id, low, high }) => ({ id, name: grounds.bands[id], from: low, to: high });
  return {
    id: found.score.id,
    name: grounds.name,
    low: found.low,
    high: found.high,
    most: found.most,
    bands: found.bands.map(band),
    every_band: found.score.bands.map(band),
    open_questions: found.open,
    counted: found.counted,
    because: grounds.because,
    support: grounds.support,
    source: grounds.source,
    instrument: grounds.instrument,
  };
}

/**
 * @param {Map<string, Texts>} texts
 * @param {string} instrument
 * @returns {Texts}
 */
function textsOf(texts, instrument) {
  const said = texts.get(instrument);
  if (said === undefined) throw new RangeError(`no texts of ${instrument}`);
  return said;
}
