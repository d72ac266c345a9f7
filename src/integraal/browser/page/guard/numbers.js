/**
 * Numbers that an office gave to a person or an account, by their tests.
 *
 * @typedef {import("./patterns.js").Patterns} Patterns
 */

import { digitsOf } from "./patterns.js";

const IBAN_LENGTH = /** @type {Record<string, number>} */ ({
  AT: 20, BE: 16, CH: 21, CZ: 24, DE: 22, DK: 18, ES: 24, FI: 18, FR: 27, GB: 22, GR: 27, HU: 28,
  IE: 22, IT: 27, LT: 20, LU: 20, MA: 28, NL: 18, NO: 15, PL: 28, PT: 25, SE: 24, TN: 24, TR: 26,
  UA: 29,
});

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
  if (number.length !== 11) return false;
  const [begin, check] = [number.slice(0, 9), Number(number.slice(9))];
  return [begin, `2${begin}`].some((each) => 97 - (Number(each) % 97) === check);
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
  const whole = written.replace(/[ .-]/g, "").toUpperCase();
  const compact = whole.slice(0, IBAN_LENGTH[whole.slice(0, 2)] ?? 0);
  if (!compact) return false;
  return patterns.isAll("own_iban", compact) || leavesOne(compact.slice(4) + compact.slice(0, 4));
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
  return patterns.all("phone", text).some(([written]) => {
    const digits = digitsOf(written);
    const isService = patterns.at("first", written) && patterns.isAll("service", digits);
    return isPhone(digits) && !isService;
  });
}

/** @param {string} digits */
function isPhone(digits) {
  const { length } = digits;
  if (/^(?:31|32|0031|0032)/.test(digits)) return length >= 11 && length < 15;
  return digits.startsWith("0") && (length === 9 || length === 10);
}
