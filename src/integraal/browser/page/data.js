/** What stands in the file beside the page: programs, texts in each language, and the guard. */

import { unpacked } from "./unpack.js";

/**
 * @typedef {object} FormData_
 * @property {string} language
 * @property {Record<string, string>} languages their own names
 * @property {Record<string, import("./speech.js").Sentences>} sentences
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
 * @param {string} text
 * @returns {FormData_}
 */
export function readData(text) {
  const { texts, twins, programs, ...data } = JSON.parse(text);
  /** @type {Record<string, Record<string, any>>} by what it is, then by language */
  const spoken = {};
  for (const [place, language] of Object.keys(data.languages).entries()) {
    const { help_lines: lines, ...every } = unpacked(texts, place, twins);
    for (const said of Object.values(every.advice_texts)) {
      said.help_lines = said.help_lines.map((/** @type {string} */ id) => lines[id]);
    }
    for (const [name, one] of Object.entries(every)) (spoken[name] ??= {})[language] = one;
  }
  return /** @type {any} */ ({ ...data, ...spoken, programs: unpacked(programs, 0, twins) });
}
