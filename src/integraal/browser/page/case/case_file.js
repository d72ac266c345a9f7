/**
 * Case files: written as the terminal writes them, and opened only in that form.
 *
 * @typedef {import("../../engine/program.js").Program} Program
 * @typedef {import("./block_form.js").Mapping} Mapping
 * @typedef {import("./block_form.js").Tree} Tree
 * @typedef {import("./block_form.js").List} List
 * @typedef {import("./sitting.js").CaseFile} CaseFile
 * @typedef {import("./sitting.js").Given} Given
 * @typedef {import("./sitting.js").Moment} Moment
 */

import { blockFormLines, flow, mapping, readBlockForm, word } from "./block_form.js";
import { givenIn } from "./given.js";
import { Refused } from "./refused.js";

const SCHEMA = "integraal/casus/1";
const PSEUDONYM = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const COUNTRY = "land";
const COUNTRIES = ["nl", "be"];
/** In the place of a list or a map where a word should stand. */
const UNREAD = "…";
const DAY = /^\d{4}-\d\d-\d\d$/;
const OF_A_MOMENT = ["moment", "instruments", "answers", "agreements", "decisions"];
const OF_THE_CASE = ["schema", "casus", "land", "keep_until", "moments", "closed"];

/**
 * Open a case file.
 * @param {string} text
 * @param {Program[]} programs whose questions it may answer
 * @param {Record<string, string>} [oldNames] how questions were called before
 * @returns {CaseFile}
 */
export function openCase(text, programs, oldNames = {}) {
  const tree = readBlockForm(text);
  const schema = wanted(tree, "schema");
  if (schema !== SCHEMA) throw misfit(tree, "unknown-word", "schema", SCHEMA);
  check(tree, [...OF_THE_CASE, ...OF_A_MOMENT]);
  const id = wanted(tree, "casus");
  if (!PSEUDONYM.test(id)) throw misfit(tree, "bad-form", "casus");
  const country = wordIn(tree, "land");
  if (!["", ...COUNTRIES].includes(country)) {
    throw misfit(tree, "unknown-word", "land", COUNTRIES.join(", "));
  }
  const keepUntil = dayIn(tree, "keep_until");
  const trees = momentsIn(tree);
  checkInstruments(tree, trees, programs, oldNames);
  /** @type {Record<string, string>} */
  const moved = {};
  const named = (/** @type {string} */ id) => {
    if (!(id in oldNames) || programs.some(({ questions }) => questions.has(id))) return id;
    moved[id] = oldNames[id];
    return oldNames[id];
  };
  const moments = trees.map((one) => readMoment(one, programs, one === tree, named));
  checkDays(trees, moments);
  checkCountry(trees, moments, country);
  return { id, country, keepUntil, moments, moved, closed: notesIn(tree, "closed") };
}

/**
 * The moments of a file: the one at its top, or those that are listed.
 * @param {Mapping} tree
 * @returns {Mapping[]}
 */
function momentsIn(tree) {
  const moments = notesIn(tree, "moments");
  if (moments === null || !moments.items.length) return [tree];
  const twice = OF_A_MOMENT.find((key) => tree.entries.has(key));
  if (twice) throw new Refused("moment-twice", keyLine(tree, twice), { key: twice });
  return /** @type {Mapping[]} */ (moments.items);
}

/**
 * Each of several moments has a day of its own, or one would be taken for another.
 * @param {Mapping[]} trees
 * @param {Moment[]} moments
 */
function checkDays(trees, moments) {
  if (moments.length === 1 && trees[0].entries.has("schema")) return;
  for (const [place, { day }] of moments.entries()) {
    const { line } = trees[place];
    if (day === null) throw new Refused("missing-key", line, { key: "moment" });
    const isTwice = moments.findIndex((one) => one.day === day) < place;
    if (isTwice) throw new Refused("day-twice", line, { day });
  }
}

/**
 * What the case says of itself is no other answer at a moment.
 * @param {Mapping[]} trees
 * @param {Moment[]} moments
 * @param {string} country
 */
function checkCountry(trees, moments, country) {
  for (const [place, { answers }] of moments.entries()) {
    if (!country || [undefined, country].includes(/** @type {string} */ (answers[COUNTRY]))) continue;
    const said = /** @type {Mapping} */ (trees[place].entries.get("answers"));
    throw new Refused("answered-twice", keyLine(said, COUNTRY), { question: COUNTRY });
  }
}

/**
 * A case of other instruments only is said to be so once, in place of a question that is not known.
 * @param {Mapping} tree
 * @param {Mapping[]} moments
 * @param {Program[]} programs
 * @param {Record<string, string>} oldNames
 */
function checkInstruments(tree, moments, programs, oldNames) {
  const every = moments.flatMap((one) => entriesIn(one, "instruments"));
  const used = [...new Set(every.map(([id]) => id))];
  if (!used.length || used.some((id) => programs.some(({ data }) => data.instrument === id))) return;
  const strange = moments.flatMap((one) => entriesIn(one, "answers"))
    .some(([id]) => !(id in oldNames || programs.some(({ questions }) => questions.has(id))));
  const instruments = used.join(", ");
  const line = tree.lines.get("instruments") ?? tree.line;
  if (strange) throw new Refused("other-instrument", line, { instruments });
}

/** Whether a text is a day that there is. */
function isDay(/** @type {string} */ text) {
  const time = DAY.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * The moments, or what people agreed, did or decided: maps in a list, kept as they were written.
 * @param {Mapping} tree
 * @param {string} key
 * @returns {List | null}
 */
function notesIn(tree, key) {
  const found = tree.entries.get(key);
  if (found === undefined || isEmpty(found)) return null;
  if (found.kind !== "list") throw new Refused("not-a-list", found.line);
  const strange = found.items.find(({ kind }) => kind !== "map");
  if (strange) throw new Refused("not-a-mapping", strange.line);
  return found;
}

/**
 * @param {Mapping} tree
 * @param {Program[]} programs
 * @param {boolean} isTop
 * @param {(id: string) => string} named how a question is called now
 * @returns {Moment}
 */
function readMoment(tree, programs, isTop, named) {
  if (!isTop) check(tree, OF_A_MOMENT);
  const day = dayIn(tree, "moment");
  /** @type {Record<string, Given>} */
  const answers = {};
  /** @type {Record<string, Tree>} */
  const texts = {};
  for (const [written, value, line] of entriesIn(tree, "answers")) {
    const id = named(written);
    if (id in answers || id in texts) throw new Refused("answered-twice", line, { question: id });
    const program = programs.find((one) => one.questions.has(id));
    if (!program) throw new Refused("no-such-question", line, { question: id });
    const question = program.question(id);
    if (question.kind === "text") {
      if (value.kind !== "word") throw new Refused("one-answer", value.line, { question: id });
      if (value.raw) texts[id] = value;
      continue;
    }
    const given = givenIn(value, question);
    if (given !== null) answers[id] = given;
  }
  const versions = entriesIn(tree, "instruments").map(([id, version, line]) => {
    if (version.kind !== "word" || isEmpty(version)) throw new Refused("not-text", line, { key: id });
    return [id, version.text];
  });
  return {
    day,
    answers,
    texts,
    versions: Object.fromEntries(versions),
    notes: { agreements: notesIn(tree, "agreements"), decisions: notesIn(tree, "decisions") },
    isNotes: !tree.entries.has("answers"),
  };
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
  const place = (/** @type {string} */ id) => (order.includes(id) ? order.indexOf(id) : order.length);
  const ids = [...Object.keys(moment.answers), ...Object.keys(texts)];
  ids.sort((one, other) => place(one) - place(other));
  const answers = ids.map((id) => [id, texts[id] ?? answerTree(moment.answers[id])]);
  const versions = Object.entries(moment.versions).map(([id, version]) => [id, word(version)]);
  /** @type {Record<string, Tree>} */
  const entries = {};
  if (moment.day) entries.moment = word(moment.day);
  if (versions.length) entries.instruments = mapping(Object.fromEntries(versions));
  if (ids.length || !moment.isNotes) entries.answers = mapping(Object.fromEntries(answers));
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
  const strange = [...tree.entries.keys()].find((key) => !known.includes(key));
  if (strange) throw new Refused("unknown-key", keyLine(tree, strange), { key: strange, known: known.join(", "), way: "known" });
}

/** Nothing behind a key. @param {Tree} tree */
function isEmpty(tree) {
  return tree.kind === "word" && !tree.raw;
}

/** A word that must be there. @param {Mapping} tree @param {string} key */
function wanted(tree, key) {
  const found = tree.entries.get(key);
  if (found === undefined) throw new Refused("missing-key", tree.line, { key });
  if (found.kind !== "word" || isEmpty(found)) throw new Refused("not-text", keyLine(tree, key), { key });
  return found.text;
}

/** A word that may be there; empty where it is none. @param {Mapping} tree @param {string} key */
function wordIn(tree, key) {
  const found = tree.entries.get(key);
  if (found === undefined || isEmpty(found)) return "";
  return found.kind === "word" && found.text ? found.text : UNREAD;
}

/** @param {Mapping} tree @param {string} key @returns {string | null} */
function dayIn(tree, key) {
  const day = wordIn(tree, key) || null;
  if (day !== null && !isDay(day)) throw misfit(tree, "not-a-date", key);
  return day;
}

/**
 * @param {Mapping} tree
 * @param {string} code
 * @param {string} key whose value does not fit
 * @param {string} [expected]
 */
function misfit(tree, code, key, expected = "") {
  const found = tree.entries.get(key);
  const word = found?.kind === "word" ? found.text : UNREAD;
  return new Refused(code, found?.line ?? tree.line, { key, word, expected });
}

/** @param {Mapping} tree @param {string} key */
function keyLine(tree, key) {
  return tree.lines.get(key) ?? tree.line;
}

/** Keys with their values and lines. @param {Mapping} tree @param {string} key @returns {[string, Tree, number][]} */
function entriesIn(tree, key) {
  const found = tree.entries.get(key);
  if (found === undefined || isEmpty(found)) return [];
  if (found.kind !== "map") throw new Refused("not-a-mapping", found.line);
  return [...found.entries].map(([id, value]) => [id, value, keyLine(found, id)]);
}
