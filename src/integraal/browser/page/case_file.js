/**
 * Case files: written as the terminal writes them, and opened only in that form.
 *
 * @typedef {import("../engine/program.js").Program} Program
 * @typedef {import("./block_form.js").Mapping} Mapping
 * @typedef {import("./block_form.js").Tree} Tree
 * @typedef {import("./sitting.js").CaseFile} CaseFile
 * @typedef {import("./sitting.js").Given} Given
 * @typedef {import("./sitting.js").Moment} Moment
 */

import { DONT_KNOW, DONT_KNOW_ID, taken } from "../engine/answers.js";
import { blockFormLines, flow, mapping, readBlockForm, word } from "./block_form.js";

const SCHEMA = "integraal/casus/1";
const PSEUDONYM = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const TOP = ["schema", "casus", "land", "keep_until", "moment", "instruments", "answers", "agreements",
  "moments"];
const OF_A_MOMENT = ["moment", "instruments", "answers", "agreements"];

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
  check(tree, TOP);
  if (wordIn(tree, "schema") !== SCHEMA) throw new CaseFileError("not-ours", 1);
  const id = wordIn(tree, "casus");
  if (!PSEUDONYM.test(id)) throw new CaseFileError("name", lineOf(tree, "casus"));
  const country = wordIn(tree, "land");
  if (!["", "nl", "be"].includes(country)) throw new CaseFileError("value", lineOf(tree, "land"));
  const moments = tree.entries.get("moments");
  const listed = moments?.kind === "list" ? moments.items : [tree];
  return {
    id,
    country,
    keepUntil: wordIn(tree, "keep_until") || null,
    moments: listed.map((one) => readMoment(one, programs, moments === undefined)),
  };
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
  if (day !== null && !DAY.test(day)) throw new CaseFileError("value", lineOf(tree, "moment"));
  /** @type {Record<string, Given>} */
  const answers = {};
  /** @type {Record<string, Tree>} */
  const rest = {};
  for (const [id, value] of entriesIn(tree, "answers")) {
    const program = programs.find((one) => one.questions.has(id));
    if (!program) throw new CaseFileError("question", value.line, { id });
    const question = program.question(id);
    if (question.kind === "text") rest[id] = value;
    else answers[id] = givenIn(value, question);
  }
  const versions = entriesIn(tree, "instruments").map(
    ([id, version]) => [id, version.kind === "word" ? version.text : ""]);
  const agreements = tree.entries.get("agreements");
  return {
    day,
    answers,
    versions: Object.fromEntries(versions),
    rest: { texts: rest, agreements: agreements ?? null },
  };
}

/**
 * @param {Tree} value
 * @param {import("../engine/program.js").Question} question
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
  const moments = file.moments
    .filter((moment) => file.moments.length === 1 || Object.keys(moment.answers).length
      || moment.rest.agreements)
    .map((moment) => momentTree(moment, programs));
  const whole = moments.length === 1
    ? mapping({ ...top, ...Object.fromEntries(moments[0].entries) })
    : mapping({ ...top, moments: { kind: "list", items: moments, line: 0, isFlow: false } });
  return `${blockFormLines(whole).join("\n")}\n`;
}

/**
 * @param {Moment} moment
 * @param {Program[]} programs
 * @returns {Mapping}
 */
function momentTree(moment, programs) {
  const texts = /** @type {Record<string, Tree>} */ (moment.rest.texts ?? {});
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
  if (moment.rest.agreements) entries.agreements = /** @type {Tree} */ (moment.rest.agreements);
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
