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
  const ids = words.map((word) => optionIn(word, question.options));
  return taken(question, question.kind === "several" ? ids : ids[0] ?? null);
}

/**
 * The option that a word stands for or nearly stands for, else the word.
 * @param {string} word
 * @param {readonly string[]} options
 */
function optionIn(word, options) {
  if (options.includes(word)) return word;
  const spelt = options.includes("ja") ? YES : [];
  if (spelt.includes(word)) return "ja";
  const near = options.find((option) => isSlip(word, option));
  return near ?? (spelt.some((yes) => isSlip(word, yes)) ? "ja" : word);
}

/**
 * Whether a word is another but for one letter more, less or else.
 * @param {string} word
 * @param {string} meant of more than one letter
 */
function isSlip(word, meant) {
  if (meant.length < 2 || Math.abs(word.length - meant.length) > 1) return false;
  let same = 0;
  while (same < meant.length && word[same] === meant[same]) same += 1;
  const rests = [[1, 1], [1, 0], [0, 1]];
  return rests.some(([more, less]) => word.slice(same + more) === meant.slice(same + less));
}
