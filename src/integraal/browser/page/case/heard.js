/**
 * Danger in a file that is not opened: what was typed is read for that alone, and nothing else of it.
 *
 * A word too many does less harm than a word too few: each line is looked at by itself, and all of them
 * together, whatever is wrong with the rest.
 *
 * @typedef {import("../../engine/dangers.js").Danger} Danger
 * @typedef {import("../../engine/program.js").Program} Program
 */

import { taken } from "../../engine/answers.js";
import { gathered } from "../../engine/dangers.js";

const LINE = /^[\s-]*([A-Za-z][\w.-]*)['"]?\s*:\s*(.*?)\s*(?:\s#.*)?$/;
const YES = ["ja", "j", "yes", "y", "oui", "o", "true", "waar", "vrai", "1"];

/**
 * The dangers that answers in a text make true.
 * @param {string} text
 * @param {Program[]} programs
 * @returns {Danger[]}
 */
export function heardIn(text, programs) {
  const found = text.split(/\r?\n|[{},](?=\s*[A-Za-z][\w.-]*\s*:)/).flatMap((line) => {
    const [, id, said] = LINE.exec(line) ?? [];
    const asking = programs.find((program) => program.questions.has(id));
    return asking ? [/** @type {const} */ ([id, answerIn(said, asking.question(id))])] : [];
  });
  const cases = [new Map(found), ...found.map((one) => new Map([one]))];
  /** @type {Map<string, Danger>} */
  const told = new Map();
  for (const danger of cases.flatMap((answers) => gathered(programs, answers))) {
    const name = `${danger.program.id}/${danger.statement.id}`;
    if (!told.has(name)) told.set(name, danger);
  }
  return [...told.values()];
}

/**
 * @param {string} said
 * @param {import("../../engine/program.js").Question} question
 */
function answerIn(said, question) {
  const words = said.toLowerCase().match(/[\w.-]+/g) ?? [];
  const ids = words.map((word) =>
    (YES.includes(word) && question.options.includes("ja") ? "ja" : word));
  return taken(question, question.kind === "several" ? ids : ids[0] ?? null);
}
