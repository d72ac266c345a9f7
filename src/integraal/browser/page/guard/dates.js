/**
 * Dates of birth among other dates in a text: one that is not yet there is nobody's birthday.
 *
 * @typedef {import("./patterns.js").Patterns} Patterns
 * @typedef {{start: number, end: number, isBirth: boolean}} Found
 */

import { folded } from "./patterns.js";

const MONTH_OF = /** @type {Record<string, number>} */ ({
  jan: 1, feb: 2, fev: 2, maa: 3, mar: 3, mrt: 3, mer: 3, apr: 4, avr: 4, mei: 5, may: 5, mai: 5,
  jun: 6, jui: 6, jul: 7, aug: 8, aou: 8, sep: 9, okt: 10, oct: 10, nov: 11, dec: 12,
});
const BEFORE = 60;
const NEAR = 30;
const YEARS_TO_COME = 3;

/**
 * The dates in a text, and birthdays without a year.
 * @param {string} text
 * @param {string} today
 * @param {Patterns} patterns
 * @returns {Found[]}
 */
export function dates(text, today, patterns) {
  /** @type {Found[]} */
  const found = [];
  for (const match of patterns.all("written", text)) {
    const day = dayOf(match.groups ?? {}, Number(today.slice(0, 4)));
    if (day === null) continue;
    const [start, end] = placeOf(match);
    const before = text.slice(Math.max(0, start - BEFORE), start);
    const begins = patterns.at("until", text.slice(end, end + NEAR)) !== null;
    found.push({ start, end, isBirth: isBirth(before, day, today, begins, patterns) });
  }
  for (const match of patterns.all("birthday", text)) {
    const [start, end] = placeOf(match);
    found.push({ start, end, isBirth: true });
  }
  return found;
}

/** @param {RegExpMatchArray} match @returns {[number, number]} */
function placeOf(match) {
  const start = match.index ?? 0;
  return [start, start + match[0].length];
}

/**
 * @param {string} before
 * @param {string} day
 * @param {string} today
 * @param {boolean} begins
 * @param {Patterns} patterns
 */
function isBirth(before, day, today, begins, patterns) {
  const sentence = before.split(/[;\n]/).at(-1) ?? "";
  const born = patterns.all("born", sentence).at(-1);
  // "geb. 3-4-2011, overleg op 5 mei 2026": the last that was said of it counts.
  if (born && !/\d/.test(sentence.slice(placeOf(born)[1]))) return true;
  if (day > today) return false;
  return !(begins || patterns.has("on", before) || patterns.has("event", before.slice(-NEAR)));
}

/**
 * @param {Record<string, string | undefined>} parts
 * @param {number} thisYear
 * @returns {string | null} a day; null where there is no such day
 */
function dayOf(parts, thisYear) {
  const written = parts.ymd ?? parts.dmy;
  if (written) {
    const [one, two, three] = threeOf(written, Boolean(parts.ymd));
    return parts.ymd ? dayIn(one, two, three, thisYear) : dayIn(three, two, one, thisYear);
  }
  const name = folded(parts.month ?? parts.month2 ?? "");
  const month = name.startsWith("juil") ? 7 : MONTH_OF[name.slice(0, 3)] ?? 0;
  return dayIn(parts.year ?? parts.year2 ?? "", String(month), parts.day ?? parts.day2 ?? "", thisYear);
}

/**
 * @param {string} written
 * @param {boolean} isYearFirst
 */
function threeOf(written, isYearFirst) {
  const parts = written.match(/\d+/g) ?? [];
  if (parts.length === 3) return parts;
  const digits = parts[0] ?? "";
  if (parts.length !== 1 || digits.length !== 8) return ["0", "0", "0"];
  const [first, second] = isYearFirst ? [4, 6] : [2, 4];
  return [digits.slice(0, first), digits.slice(first, second), digits.slice(second)];
}

/**
 * @param {string} year
 * @param {string} month
 * @param {string} date
 * @param {number} thisYear
 */
function dayIn(year, month, date, thisYear) {
  const whole = fullYear(year.replaceAll("'", ""), thisYear);
  const text = `${String(whole).padStart(4, "0")}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/**
 * @param {string} written
 * @param {number} thisYear
 */
function fullYear(written, thisYear) {
  const year = Number(written);
  if (written.length > 2) return year;
  const century = thisYear - (thisYear % 100);
  return century + year <= thisYear + YEARS_TO_COME ? century + year : century - 100 + year;
}
