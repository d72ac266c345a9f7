/** What stands in the file beside the page: programs, texts in each language, and the guard. */

import { unpacked } from "./unpack.js";

/**
 * @typedef {object} FormData_
 * @property {string} language
 * @property {Record<string, string>} languages their own names
 * @property {Record<string, import("./speech.js").Sentences>} sentences
 * @property {Record<string, string>} old_names of questions, with those of now
 * @property {string[]} shown the instruments that can be chosen
 * @property {Record<string, import("../engine/program.js").ProgramData>} programs
 * @property {Record<string, Record<string, import("../engine/advice_data.js").Texts>>} advice_texts
 * @property {Record<string, Record<string, string>>} titles of all instruments
 * @property {Record<string, Record<string, import("./questions/questions.js").FormText>>} form_texts
 * @property {Record<string, Record<string, Record<string, import("./advice/advice.js").LevelText>>>} levels
 * @property {Record<string, Record<string, Record<string, string>>>} tables
 * @property {Record<string, Record<string, import("./others/page.js").OthersText>>} others
 * @property {Record<string, import("./others/page.js").Line[]>} lines
 * @property {Record<string, Record<string, import("./advice/services.js").Services>>} services
 * @property {import("./guard/patterns.js").GuardData} guard
 */

/**
 * Read it; each language is unpacked when somebody first reads it.
 * @param {string} text
 * @returns {FormData_}
 */
export function readData(text) {
  const { texts, twins, programs, ...data } = JSON.parse(text);
  const tongues = Object.keys(data.languages);
  /** @type {Map<string, Record<string, any>>} */
  const read = new Map();
  const said = (/** @type {string} */ language) => {
    const every = read.get(language) ?? inLanguage(texts, tongues.indexOf(language), twins);
    read.set(language, every);
    return every;
  };
  const spoken = Object.keys(texts).map((name) => {
    const byLanguage = tongues.map((one) => [one, { get: () => said(one)[name], enumerable: true }]);
    return [name, Object.defineProperties({}, Object.fromEntries(byLanguage))];
  });
  const whole = { ...data, ...Object.fromEntries(spoken), programs: unpacked(programs, 0, twins) };
  return /** @type {any} */ (whole);
}

/**
 * @param {any} texts
 * @param {number} place of the language
 * @param {string[]} twins
 * @returns {Record<string, any>}
 */
function inLanguage(texts, place, twins) {
  const every = unpacked(texts, place, twins);
  for (const said of Object.values(every.advice_texts)) {
    said.help_lines = said.help_lines.map((/** @type {string} */ id) => every.help_lines[id]);
  }
  return every;
}
