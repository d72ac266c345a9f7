/**
 * Numbers that an office gave to a person or an account, by their tests.
 *
 * @typedef {import("./patterns.js").Patterns} Patterns
 */

import { digitsOf } from "./patterns.js";

/**
 * Every number of nine or eleven digits, written in one piece or in groups.
 * @param {string} text
 * @returns {Set<string>}
 */
export function numbersIn(text) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const [run] of text.matchAll(/\d+(?:[\s.-]\d+)*/g)) {
    const groups = run.split(/[\s.-]/);
    const edges = new Set([0]);
    let length = 0;
    for (const group of groups) edges.add((length += group.length));
    const digits = groups.join("");
    for (const start of edges) {
      for (const size of [9, 11]) {
        if (edges.has(start + size)) found.add(digits.slice(start, start + size));
      }
    }
  }
  return found;
}

/** Whether nine digits pass the eleven test. @param {string} number */
export function isBsn(number) {
  if (number.length !== 9 || !Number(number)) return false;
  const weighed = [...number].map((digit, place) => Number(digit) * (place === 8 ? -1 : 9 - place));
  return weighed.reduce((sum, one) => sum + one, 0) % 11 === 0;
}

/**
 * Whether eleven digits pass the modulo 97 test of a national number; those of the bis register too.
 * @param {string} number
 */
export function isNationalNumber(number) {
  if (number.length !== 11 || !Number(number) || !isMonth(Number(number.slice(2, 4)))) return false;
  const [begin, check] = [number.slice(0, 9), Number(number.slice(9))];
  return [begin, `2${begin}`].some((each) => 97 - (Number(each) % 97) === check);
}

/** Whether it can be the month of a national number: 0 where it is not known, 20 or 40 more in the
 * bis register. @param {number} month */
function isMonth(month) {
  return month <= 12 || (month >= 20 && month <= 32) || (month >= 40 && month <= 52);
}

/**
 * Whether a text has an IBAN, or a Belgian account number as they were before.
 * @param {string} text
 * @param {Patterns} patterns
 */
export function hasAccount(text, patterns) {
  const isOld = (/** @type {RegExpMatchArray} */ [, bank, number, check]) =>
    Number(bank + number) % 97 === Number(check) % 97;
  return patterns.all("iban", text).some(([, head, tail]) => isIban(head + tail, patterns))
    || patterns.all("old_account", text).some(isOld);
}

/** @param {string} written @param {Patterns} patterns */
function isIban(written, patterns) {
  const compact = written.replace(/[ .-]/g, "").toUpperCase();
  const number = patterns.at("iban_shapes", compact)?.[0];
  if (!number) return false;
  return patterns.isAll("own_iban", number) || leavesOne(number.slice(4) + number.slice(0, 4));
}

/** @param {string} moved an IBAN with its head behind it */
function leavesOne(moved) {
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/**
 * Whether a telephone number is not a service's.
 * @param {string} text
 * @param {Patterns} patterns
 */
export function hasPhoneOfAPerson(text, patterns) {
  const isSaid = patterns.all("phone_said", text).some(([, written]) => {
    const digits = digitsOf(written);
    return digits.length >= 6 && digits.length < 10 && !digits.startsWith("116");
  });
  return isSaid || patterns.all("phone", text).some(([written]) => {
    const isService = patterns.at("first", written) && patterns.isAll("service", digitsOf(written));
    return isPhone(written) && !isService;
  });
}

/** @param {string} written */
function isPhone(written) {
  const digits = digitsOf(written.replaceAll("O", "0"));
  const { length } = digits;
  if (written.startsWith("+") || digits.startsWith("00")) return length >= 10 && length < 16;
  return length === 9 || length === 10;
}
