/**
 * Case files: written as the terminal writes them, and opened only in that form.
 *
 * @typedef {import("../../engine/program.js").Program} Program
 * @typedef {import("./block_form.js").Mapping} Mapping
 * @typedef {import("./block_form.js").Tree} Tree
 * @typedef {import("./sitting.js").CaseFile} CaseFile
 * @typedef {import("./sitting.js").Given} Given
 * @typedef {import("./sitting.js").Moment} Moment
 */

import { DONT_KNOW, DONT_KNOW_ID, taken } from "../../engine/answers.js";
import { blockFormLines, flow, mapping, readBlockForm, word } from "./block_form.js";

const SCHEMA = "integraal/casus/1";
const PSEUDONYM = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const OF_A_MOMENT = ["moment", "instruments", "answers", "agreements", "decisions"];
const OF_THE_CASE = ["schema", "casus", "land", "keep_until", "moments", "closed"];

/** What is wrong with a file: a key of a sentence, the line, and values for it. */
export class CaseFileError extends Error {
  /**
   * @param {string} reason
   * @param {number} line
   * @param {Record<string, string>} [values]
   */
  constructor(reason, line, values = {}) {
    super(reason);
    this.reason = reason;
    this.line = line;
    this.values = values;
  }
}

/**
 * Open a case file.
 * @param {string} text
 * @param {Program[]} programs whose questions it may answer
 * @returns {CaseFile}
 */
export function openCase(text, programs) {
  const tree = readBlockForm(text);
  check(tree, [...OF_THE_CASE, ...OF_A_MOMENT]);
  if (wordIn(tree, "schema") !== SCHEMA) throw new CaseFileError("not-ours", 1);
  const id = wordIn(tree, "casus");
  if (!PSEUDONYM.test(id)) throw new CaseFileError("name", lineOf(tree, "casus"));
  const country = wordIn(tree, "land");
  if (!["", "nl", "be"].includes(country)) throw new CaseFileError("value", lineOf(tree, "land"));
  const keepUntil = wordIn(tree, "keep_until") || null;
  if (keepUntil !== null && !isDay(keepUntil)) {
    throw new CaseFileError("value", lineOf(tree, "keep_until"));
  }
  const moments = momentsIn(tree).map((one) => readMoment(one, programs, one === tree));
  return { id, country, keepUntil, moments, closed: notesIn(tree, "closed") };
}

/**
 * The moments of a file: the one at its top, or those that are listed, each with a day of its own.
 * @param {Mapping} tree
 * @returns {Tree[]}
 */
function momentsIn(tree) {
  const moments = tree.entries.get("moments");
  if (moments === undefined) return [tree];
  const twice = OF_A_MOMENT.find((key) => tree.entries.has(key));
  if (twice) throw new CaseFileError("twice", lineOf(tree, twice));
  if (moments.kind !== "list" || !moments.items.length) {
    throw new CaseFileError("value", moments.line);
  }
  const days = moments.items.map((one) => (one.kind === "map" ? wordIn(one, "moment") : ""));
  const wrong = days.findIndex((day, place) => !day || days.indexOf(day) < place);
  if (wrong >= 0) throw new CaseFileError("day", moments.items[wrong].line);
  return moments.items;
}

/** Whether a text is a day that there is. */
function isDay(/** @type {string} */ text) {
  const time = DAY.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * A list of what people agreed, did or decided, kept as it was written.
 * @param {Mapping} tree
 * @param {string} key
 * @returns {Tree | null}
 */
function notesIn(tree, key) {
  const found = tree.entries.get(key);
  if (found === undefined || (found.kind === "word" && !found.text)) return null;
  if (found.kind !== "list" || found.items.some(({ kind }) => kind !== "map")) {
    throw new CaseFileError("value", found.line);
  }
  return found;
}

/**
 * @param {Tree} tree
 * @param {Program[]} programs
 * @param {boolean} isTop
 * @returns {Moment}
 */
function readMoment(tree, programs, isTop) {
  if (tree.kind !== "map") throw new CaseFileError("shape", tree.line);
  if (!isTop) check(tree, OF_A_MOMENT);
  const day = wordIn(tree, "moment") || null;
  if (day !== null && !isDay(day)) throw new CaseFileError("value", lineOf(tree, "moment"));
  /** @type {Record<string, Given>} */
  const answers = {};
  /** @type {Record<string, Tree>} */
  const texts = {};
  for (const [id, value] of entriesIn(tree, "answers")) {
    const program = programs.find((one) => one.questions.has(id));
    if (!program) throw new CaseFileError("question", value.line, { id });
    const question = program.question(id);
    if (question.kind === "text") {
      if (value.kind !== "word") throw new CaseFileError("answer", value.line, { id });
      texts[id] = value;
    } else answers[id] = givenIn(value, question);
  }
  const versions = entriesIn(tree, "instruments").map(
    ([id, version]) => [id, version.kind === "word" ? version.text : ""]);
  return {
    day,
    answers,
    texts,
    versions: Object.fromEntries(versions),
    notes: { agreements: notesIn(tree, "agreements"), decisions: notesIn(tree, "decisions") },
  };
}

/**
 * @param {Tree} value
 * @param {import("../../engine/program.js").Question} question
 * @returns {Given}
 */
function givenIn(value, question) {
  /** @type {Given} */
  let given;
  if (value.kind === "list") given = value.items.map((item) => (item.kind === "word" ? item.text : ""));
  else if (value.kind === "word" && question.kind === "number" && value.text !== DONT_KNOW_ID) {
    given = Number(value.text);
  } else given = value.kind === "word" ? value.text : "";
  const isUnknown = given === DONT_KNOW_ID || (Array.isArray(given) && given.includes(DONT_KNOW_ID));
  const isOption = !Array.isArray(given)
    || given.every((id) => id === DONT_KNOW_ID || question.options.includes(id));
  if (!isOption || (taken(question, given) === DONT_KNOW && !isUnknown)) {
    throw new CaseFileError("answer", value.line, { id: question.id });
  }
  return given;
}

/**
 * Write a case file, with the answers in the order of their questions.
 * @param {CaseFile} file
 * @param {Program[]} programs
 * @returns {string}
 */
export function writeCase(file, programs) {
  /** @type {Record<string, Tree>} */
  const top = { schema: word(SCHEMA), casus: word(file.id) };
  if (file.country) top.land = word(file.country);
  if (file.keepUntil) top.keep_until = word(file.keepUntil);
  const said = file.moments.filter((moment) => file.moments.length === 1 || isSaid(moment));
  const moments = said.map((moment) => momentTree(moment, programs));
  /** @type {Record<string, Tree>} */
  const closed = file.closed ? { closed: file.closed } : {};
  const whole = moments.length === 1
    ? mapping({ ...top, ...Object.fromEntries(moments[0].entries), ...closed })
    : mapping({ ...top, moments: { kind: "list", items: moments, line: 0, isFlow: false }, ...closed });
  return `${blockFormLines(whole).join("\n")}\n`;
}

/** Whether anything stands at a moment. @param {Moment} moment */
function isSaid({ answers, texts, versions, notes }) {
  const given = [answers, texts, versions].some((each) => Object.keys(each).length > 0);
  return given || Boolean(notes.agreements || notes.decisions);
}

/**
 * @param {Moment} moment
 * @param {Program[]} programs
 * @returns {Mapping}
 */
function momentTree(moment, programs) {
  const { texts, notes } = moment;
  const order = programs.flatMap((program) => program.asked.map(({ id }) => id));
  const place = (/** @type {string} */ id) => {
    const found = order.indexOf(id);
    return found < 0 ? order.length : found;
  };
  const ids = [...Object.keys(moment.answers), ...Object.keys(texts)];
  ids.sort((one, other) => place(one) - place(other));
  const answers = ids.map((id) => [id, texts[id] ?? answerTree(moment.answers[id])]);
  const versions = Object.entries(moment.versions).map(([id, version]) => [id, word(version)]);
  /** @type {Record<string, Tree>} */
  const entries = {};
  if (moment.day) entries.moment = word(moment.day);
  if (versions.length) entries.instruments = mapping(Object.fromEntries(versions));
  entries.answers = mapping(Object.fromEntries(answers));
  if (notes.agreements) entries.agreements = notes.agreements;
  if (notes.decisions) entries.decisions = notes.decisions;
  return mapping(entries);
}

/** @param {Given} given @returns {Tree} */
function answerTree(given) {
  return Array.isArray(given) ? flow(given) : word(given);
}

/**
 * @param {Mapping} tree
 * @param {string[]} known
 */
function check(tree, known) {
  for (const [key, value] of tree.entries) {
    if (!known.includes(key)) throw new CaseFileError("key", value.line, { id: key });
  }
}

/** @param {Mapping} tree @param {string} key @returns {string} */
function wordIn(tree, key) {
  const found = tree.entries.get(key);
  if (found && found.kind !== "word") throw new CaseFileError("value", found.line);
  return found?.text ?? "";
}

/** @param {Mapping} tree @param {string} key @returns {number} */
function lineOf(tree, key) {
  return tree.entries.get(key)?.line ?? tree.line;
}

/** @param {Mapping} tree @param {string} key @returns {[string, Tree][]} */
function entriesIn(tree, key) {
  const found = tree.entries.get(key);
  if (found === undefined || (found.kind === "word" && !found.text)) return [];
  if (found.kind !== "map") throw new CaseFileError("value", found.line);
  return [...found.entries];
}
