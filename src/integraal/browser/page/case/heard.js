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

const LINE = /^[\s-]*['"]?([A-Za-z][\w.-]*)['"]?\s*:\s*(.*?)\s*(?:\s#.*)?$/;
const PIECES = /\r?\n|[{},](?=\s*['"]?[A-Za-z][\w.-]*['"]?\s*:)/;
const YES = ["ja", "j", "yes", "y", "oui", "o", "true", "waar", "vrai", "1"];

/**
 * The dangers that answers in a text make true, also where each sign of it has two bytes.
 * @param {string} text
 * @param {Program[]} programs
 * @param {Record<string, string>} oldNames how questions were called before
 * @returns {Danger[]}
 */
export function heardIn(text, programs, oldNames) {
  const asked = new Map(programs.flatMap(({ questions }) => [...questions]));
  const found = text.replaceAll("\0", "").split(PIECES).flatMap((line) => {
    const [, written, said] = LINE.exec(line) ?? [];
    const question = written && meant(written.toLowerCase(), asked, oldNames);
    return question ? [/** @type {const} */ ([question.id, answerIn(said, question)])] : [];
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
 * The question that a name stands for, stood for before, or nearly stands for.
 * @param {string} name
 * @param {Map<string, import("../../engine/program.js").Question>} asked
 * @param {Record<string, string>} oldNames
 */
function meant(name, asked, oldNames) {
  const known = asked.get(name) ?? asked.get(oldNames[name]);
  if (known) return known;
  const near = [...asked.keys(), ...Object.keys(oldNames)].find((id) => isSlip(name, id));
  return near && (asked.get(near) ?? asked.get(oldNames[near]));
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
