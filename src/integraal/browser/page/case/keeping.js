/** Keep a case: with which versions it was answered, and as a file of one's own. */

import { make } from "../dom.js";

/**
 * Note with which versions of instruments a moment was answered: of those that were, and seen.
 * @param {import("./sitting.js").Moment} moment
 * @param {import("../../engine/program.js").Program[]} programs
 * @param {string} shown the instrument in view
 */
export function stamp(moment, programs, shown) {
  for (const program of programs) {
    const isAnswered = program.asked.some(
      ({ id, from_case }) => !from_case && (id in moment.answers || id in moment.texts));
    if (isAnswered && (program.id === shown || program.id in moment.versions)) {
      moment.versions[program.id] = program.data.version;
    }
  }
}

/**
 * Hand a text over as a file.
 * @param {string} name
 * @param {string} text
 */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
