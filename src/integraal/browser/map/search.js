/**
 * Find services by what people type, by the same rules as the command: without accents, in parts of
 * compounds, with a slip.
 *
 * @typedef {object} Entry a service, as far as it is looked through
 * @property {[number, string][]} texts each with how much a word in it weighs
 * @property {string[]} areas ids of the areas of life that it is for
 * @property {string[]} languages
 * @property {string[]} places none where it is for all of the region
 * @property {string} name
 * @property {boolean} is_key_point
 * @property {boolean} needs_check
 *
 * @typedef {{words: string, area: string, language: string, place: string}} Wanted
 */

const SHORTEST_PART = 4;
const ENDING = 3;
const SHORTEST_SLIP = 5;
const SHORTEST_END = 7;
const ALIKE = 0.8;
const PLURAL = ["en", "s"];
const SAME = 1;
const BEGINS = 0.9;
const PART = 0.7;
const ONE_OF = 0.6;
const SLIP = 0.5;

/**
 * A text as it is compared: no capitals, no accents.
 * @param {string} text
 */
export function folded(text) {
  const small = text.toLowerCase().replaceAll("ß", "ss").replaceAll("œ", "oe").replaceAll("æ", "ae");
  return small.normalize("NFKD").replace(/\p{Mn}/gu, "");
}

/**
 * The words of a text as they are compared.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsIn(text) {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * How well one word fits another, of 1; 0 where it does not.
 * @param {string} typed
 * @param {string} word
 */
export function fit(typed, word) {
  if (typed === word) return SAME;
  if (typed.length >= SHORTEST_PART && word.includes(typed)) return word.startsWith(typed) ? BEGINS : PART;
  const isLonger = word.length >= SHORTEST_PART && typed.length <= word.length + ENDING;
  if (isLonger && typed.startsWith(word)) return BEGINS;
  const one = oneOf(typed);
  if (one && word.startsWith(one)) return ONE_OF;
  return isSlip(typed, word) ? SLIP : 0;
}

/**
 * A plural without its ending, as it begins a compound; empty for what is none.
 * @param {string} typed
 */
function oneOf(typed) {
  const ending = PLURAL.find((each) => typed.endsWith(each));
  const stem = ending ? typed.slice(0, -ending.length) : "";
  return stem.length >= SHORTEST_SLIP ? stem : "";
}

/**
 * Whether two words are nearly the same, or one is nearly the first or last part of the other.
 * @param {string} typed
 * @param {string} word
 */
function isSlip(typed, word) {
  const size = typed.length;
  if (size < SHORTEST_SLIP || word.length < size - 2) return false;
  if (isAlike(typed, word.slice(0, size + 2))) return true;
  const isCompound = size >= SHORTEST_END && word.length > size + 2;
  return isCompound && [size, size - 1, size + 1].some((each) => isAlike(typed, word.slice(-each)));
}

/**
 * @param {string} typed
 * @param {string} part
 */
function isAlike(typed, part) {
  return typed[0] === part[0] && (2 * common(typed, part)) / (typed.length + part.length) >= ALIKE;
}

/**
 * How many letters two words have in common: those of the longest part, and of what is left and right of it.
 * @param {string} one
 * @param {string} other
 * @returns {number}
 */
function common(one, other) {
  let [size, from, to] = [0, 0, 0];
  for (let i = 0; i < one.length; i += 1) {
    for (let j = 0; j < other.length; j += 1) {
      let same = 0;
      while (i + same < one.length && one[i + same] === other[j + same]) same += 1;
      if (same > size) [size, from, to] = [same, i, j];
    }
  }
  if (!size) return 0;
  const left = common(one.slice(0, from), other.slice(0, to));
  return left + size + common(one.slice(from + size), other.slice(to + size));
}

/** The services of a map, ready to be looked through. */
export class Finder {
  /**
   * @param {Entry[]} entries
   * @param {string[]} idle words that say nothing
   */
  constructor(entries, idle) {
    this.idle = new Set(idle.map(folded));
    this.entries = entries.map((entry) => ({ entry, weights: weights(entry) }));
  }

  /**
   * The services that fit, those with the best words first; where none has all of the words, those
   * that have most of them.
   * @param {Wanted} wanted
   * @returns {{found: Entry[], onlySome: boolean}}
   */
  find(wanted) {
    const typed = wordsIn(wanted.words).filter((word) => !this.idle.has(word));
    const place = wordsIn(wanted.place);
    const scored = this.entries
      .filter(({ entry }) => isWithin(entry, wanted, place))
      .map(({ entry, weights: words }) => ({ entry, ...score(typed, words) }));
    const most = Math.max(0, ...scored.map(({ count }) => count));
    if (typed.length && !most) return { found: [], onlySome: false };
    const best = scored.filter(({ count }) => count === most).sort(byFit);
    return { found: best.map(({ entry }) => entry), onlySome: most < typed.length };
  }
}

/**
 * @param {{entry: Entry, sum: number}} one
 * @param {{entry: Entry, sum: number}} other
 */
function byFit(one, other) {
  const [a, b] = [one.entry, other.entry];
  const order = other.sum - one.sum || Number(b.is_key_point) - Number(a.is_key_point)
    || Number(a.needs_check) - Number(b.needs_check);
  return order || (a.name < b.name ? -1 : Number(a.name > b.name));
}

/**
 * Each word of a service, with the most that it weighs.
 * @param {Entry} entry
 */
function weights({ texts }) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const [weight, text] of texts) {
    for (const word of wordsIn(text)) found.set(word, Math.max(weight, found.get(word) ?? 0));
  }
  return found;
}

/**
 * How many of the words it has, and how well they fit together.
 * @param {string[]} typed
 * @param {Map<string, number>} words
 */
function score(typed, words) {
  const best = typed.map((each) => {
    let most = 0;
    for (const [word, weight] of words) most = Math.max(most, weight * fit(each, word));
    return most;
  });
  return { count: best.filter(Boolean).length, sum: best.reduce((sum, one) => sum + one, 0) };
}

/**
 * @param {Entry} entry
 * @param {Wanted} wanted
 * @param {string[]} place its words as they are compared
 */
function isWithin({ areas, languages, places }, { area, language }, place) {
  const speaks = !language || languages.includes(language);
  const isNear = !place.length || !places.length || places.some((one) => hasAll(wordsIn(one), place));
  return speaks && isNear && (!area || areas.includes(area));
}

/**
 * @param {string[]} words
 * @param {string[]} wanted
 */
function hasAll(words, wanted) {
  return wanted.every((each) => words.includes(each));
}
