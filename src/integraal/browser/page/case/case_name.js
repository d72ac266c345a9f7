/**
 * What a case may be called: a code, and nothing with the shape of what identifies a person.
 *
 * It refuses all that the terminal refuses, and a little more: nine digits are never a code here.
 */

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const YEAR = "(?:19\\d\\d|20[0-3]\\d)";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const NAMED = "(?:jan|feb|f[ée]v|m[ae]r|mrt|maart|mars|apr|avr|mei|may|mai|jun|juin|jul|aug|ao[uû]|sep"
  + "|o[kc]t|nov|d[eé]c)[a-zéû]{0,9}\\.?";
const DATE = new RegExp(
  `(?<!\\d)(?:${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`
  + `|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])${YEAR}`
  + `|${YEAR}[-/._]${MONTH}[-/._]${DAY}|${DAY}[-/._]${MONTH}[-/._](?:${YEAR}|\\d\\d)`
  + `|${DAY}[\\s_-]+${NAMED}[\\s_-]+(?:${YEAR}|\\d\\d))(?!\\d)`,
  "i",
);
const MOST_DIGITS = 8;

/**
 * Why a case may not be called this: the key of a sentence; empty where it may.
 * @param {string} name
 * @returns {"" | "no_name" | "no_code" | "identifies"}
 */
export function wrongName(name) {
  if (!name) return "no_name";
  if (name.replace(/\D/g, "").length > MOST_DIGITS || DATE.test(name) || name.includes("@")) {
    return "identifies";
  }
  return CODE.test(name) ? "" : "no_code";
}
