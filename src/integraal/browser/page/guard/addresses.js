/**
 * Where somebody lives: a street with its number, a postcode, a box.
 *
 * @typedef {import("./patterns.js").Patterns} Patterns
 */

import { folded } from "./patterns.js";

const LEAST_NAME = 5;

/**
 * @param {string} text
 * @param {Patterns} patterns
 */
export function hasAddress(text, patterns) {
  if (!/\p{Nd}/u.test(text)) return false;
  return hasStreet(text, patterns)
    || patterns.all("dutch_postcode", text).some((match) => isDutch(match, patterns))
    || patterns.all("belgian_postcode", text).some((match) => isBelgian(match, text, patterns))
    || found("box", text, patterns).length > 0;
}

/** @param {string} text @param {Patterns} patterns */
function hasStreet(text, patterns) {
  const named = ["street", "loose"].flatMap((name) => found(name, text, patterns));
  const isStreet = named.some(({ groups }) => {
    const name = groups?.name ?? "";
    return name.length >= LEAST_NAME && !patterns.lists.no_streets.includes(folded(name));
  });
  return isStreet
    || ["french", "english"].some((name) => found(name, text, patterns).length > 0)
    || patterns.all("lives", text).some((match) => isAt(text, match, patterns));
}

/**
 * Whether an address follows what says that somebody lives there.
 * @param {string} text
 * @param {RegExpMatchArray} lives
 * @param {Patterns} patterns
 */
function isAt(text, lives, patterns) {
  const match = patterns.at("after_lives", text, endOf(lives));
  return match !== null && !counts(match, text, patterns);
}

/**
 * Matches of which the number counts nothing.
 * @param {string} name
 * @param {string} text
 * @param {Patterns} patterns
 */
function found(name, text, patterns) {
  return patterns.all(name, text).filter((match) => !counts(match, text, patterns));
}

/**
 * Whether the number in a match says how many, and not which house.
 * @param {RegExpMatchArray} match
 * @param {string} text
 * @param {Patterns} patterns
 */
function counts(match, text, patterns) {
  return /\d$/.test(match[0]) && patterns.at("unit", text, endOf(match)) !== null;
}

/** @param {RegExpMatchArray} match */
function endOf(match) {
  return (match.index ?? 0) + match[0].length;
}

/** @param {RegExpMatchArray} match @param {Patterns} patterns */
function isDutch(match, { lists }) {
  const letters = match.groups?.letters;
  if (letters) return !lists.words_of_two.includes(letters);
  return !lists.small_words_of_two.includes(match[0].slice(-2));
}

/**
 * Whether a postcode has a town behind it; which words are towns is not known here, so that any word
 * with a capital is one.
 * @param {RegExpMatchArray} match
 * @param {string} text
 * @param {Patterns} patterns
 */
function isBelgian(match, text, patterns) {
  const { code = "", town = "" } = match.groups ?? {};
  const place = match.index ?? 0;
  const before = text.slice(Math.max(0, place - 16), place);
  if (patterns.isAll("like_a_year", code) && patterns.has("in_a_year", before)) {
    return patterns.has("lives_in", before);
  }
  return town[0] !== town[0].toLowerCase() || patterns.has("lives_in", before);
}
