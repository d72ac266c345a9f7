/**
 * What people agreed and decided, as it stands in a case file: kept as it was written, and shown.
 *
 * @typedef {import("./block_form.js").Tree} Tree
 * @typedef {import("./sitting.js").CaseFile} CaseFile
 * @typedef {import("./sitting.js").Moment} Moment
 *
 * @typedef {object} Agreement
 * @property {string} what
 * @property {string} who a role
 * @property {string | null} by
 * @property {boolean} done
 * @property {boolean} forOthers whether it may stand on a page for others
 *
 * @typedef {object} Decision
 * @property {string | null} day
 * @property {string} instrument
 * @property {string} chosen a level or a route
 * @property {string} because
 * @property {string} who
 */

import { mapping, ownWord, word } from "./block_form.js";

const TRUE = "true";

/**
 * What was agreed, each once, as it stands now: a later one of the same words takes its place.
 * @param {CaseFile} file
 * @param {string} today a moment after it settles nothing
 * @returns {Agreement[]}
 */
export function agreementsNow(file, today) {
  /** @type {Map<string, Agreement>} */
  const found = new Map();
  const said = file.moments
    .filter(({ day }) => day === null || day <= today)
    .flatMap((moment) => agreedAt(moment).map((one) => ({ day: moment.day ?? "", one })));
  const done = listIn(file.closed).flatMap((tree) => {
    const { moment = "", n, on } = wordsIn(tree);
    const agreed = file.moments.find(({ day }) => (day ?? "") === moment);
    const one = agreed && agreedAt(agreed)[Number(n) - 1];
    return one && on <= today ? [{ day: on, one: { ...one, done: true } }] : [];
  });
  const every = [...said, ...done].sort((one, other) => one.day.localeCompare(other.day));
  for (const { one } of every) found.set(identity(one), one);
  return [...found.values()];
}

/**
 * What is still to be done, the first day first; what has no day comes last.
 * @param {CaseFile} file
 * @param {string} today
 */
export function openAgreements(file, today) {
  const last = "9999";
  return agreementsNow(file, today)
    .filter(({ done }) => !done)
    .sort((one, other) => (one.by ?? last).localeCompare(other.by ?? last));
}

/**
 * What people chose instead of the advice of an instrument, the last of it; null where nothing.
 * @param {CaseFile} file
 * @param {string} instrument
 * @param {string} today one of a day after it is not taken yet
 * @returns {Decision | null}
 */
export function decidedNow(file, instrument, today) {
  const every = file.moments.flatMap(({ day, notes }) => listIn(notes.decisions).map((tree) => {
    const { instrument: name, level, outcome, because = "", who = "" } = wordsIn(tree);
    return { day, instrument: name, chosen: level ?? outcome ?? "", because, who };
  }));
  const ordered = every.sort((one, other) => (one.day ?? "").localeCompare(other.day ?? ""));
  const taken = ordered.filter(({ day }) => day === null || day <= today);
  return taken.filter((one) => one.instrument === instrument).at(-1) ?? null;
}

/**
 * Add an agreement to a moment, as the terminal writes it.
 * @param {Moment} moment
 * @param {{what: string, who: string, by: string, forOthers: boolean}} agreement
 */
export function agree(moment, { what, who, by, forOthers }) {
  /** @type {Record<string, Tree>} */
  const entries = { what: ownWord(what), who: ownWord(who) };
  if (by) entries.by = word(by);
  if (forOthers) entries.for_others = { kind: "word", text: TRUE, raw: TRUE, line: 0 };
  const tree = mapping(entries);
  const { agreements } = moment.notes;
  const items = [...listIn(agreements), tree];
  moment.notes.agreements = { kind: "list", items, line: 0, isFlow: false };
}

/** @param {Moment} moment @returns {Agreement[]} */
function agreedAt({ notes }) {
  return listIn(notes.agreements).map((tree) => {
    const { what = "", who = "", by, done, for_others, sensitive } = wordsIn(tree);
    const forOthers = for_others === TRUE && sensitive !== TRUE;
    return { what, who, by: by ?? null, done: done === TRUE, forOthers };
  });
}

/** @param {Agreement} agreement */
function identity({ what, who }) {
  return [what, who].map((text) => text.toLowerCase().split(/\s+/).join(" ").trim()).join("\n");
}

/** @param {Tree | null | undefined} tree @returns {Tree[]} */
export function listIn(tree) {
  return tree?.kind === "list" ? tree.items : [];
}

/** @param {Tree} tree @returns {Record<string, string>} */
function wordsIn(tree) {
  if (tree.kind !== "map") return {};
  const words = [...tree.entries].map(([key, value]) => [key, value.kind === "word" ? value.text : ""]);
  return Object.fromEntries(words);
}
