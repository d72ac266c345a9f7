/**
 * Look in what people write freely for what identifies a person: what is refused, by its kind.
 *
 * The patterns are those of the terminal; without its list of towns, any word with a capital behind a
 * postcode is taken for one. A filter misses things, and what is found is never repeated.
 */

import { hasAddress } from "./addresses.js";
import { dates } from "./dates.js";
import { hasAccount, hasPhoneOfAPerson, isBsn, isNationalNumber, numbersIn } from "./numbers.js";
import { Patterns, digitsOf } from "./patterns.js";

const DASHES = /[\u2010-\u2015\u2043\u2212]/g;
const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export class Guard {
  /** @param {import("./patterns.js").GuardData} data */
  constructor(data) {
    this.patterns = new Patterns(data);
  }

  /**
   * Name the kinds of what is refused in a text.
   * @param {string} written
   * @param {string} today when it was written: a date after it is nobody's birthday
   * @returns {string[]}
   */
  blocked(written, today) {
    const { patterns } = this;
    const text = seen(this.ofNoDesk(written));
    const found = dates(text, today, patterns);
    // A date is no number: "03-02-2027 14 uur" is not to be called.
    const rest = without(text, found);
    const numbers = [...numbersIn(rest)];
    const isMail = patterns.has("email", text);
    /** @type {[string, boolean][]} */
    const kinds = [
      ["bsn", numbers.some(isBsn) || this.says("bsn_said", rest, [8, 9])],
      ["rijksregisternummer",
        numbers.some(isNationalNumber) || this.says("national_said", text, [10, 11])],
      ["email", isMail || patterns.has("email_hidden", text)],
      ["telefoon", hasPhoneOfAPerson(rest, patterns)],
      ["geboortedatum", found.some(({ isBirth }) => isBirth)],
      ["iban", hasAccount(text, patterns)],
      ["kenteken", patterns.has("plate", text) || patterns.has("plate_said", text)],
      ["adres", hasAddress(rest, patterns)],
      ["dossiernummer", this.calls("file_said", text, 3) || this.calls("file_called", text, 5)],
      ["schermnaam", ["at", "tag", "called_there"].some((name) => patterns.has(name, text))],
      ["webadres", patterns.has("url", text) && !isMail],
    ];
    return kinds.filter(([, isThere]) => isThere).map(([kind]) => kind);
  }

  /**
   * A text with a sign instead of what desks of the region say of themselves.
   * @param {string} written
   */
  ofNoDesk(written) {
    return this.patterns.made.has("known") ? written.replace(this.patterns.get("known"), "·") : written;
  }

  /**
   * Whether a text calls a number that of a person, even one that fails its test.
   * @param {string} name
   * @param {string} text
   * @param {number[]} lengths
   */
  says(name, text, lengths) {
    return this.patterns.all(name, text).some(([, number]) => lengths.includes(digitsOf(number).length));
  }

  /**
   * Whether a text names a number under which an office knows somebody.
   * @param {string} name
   * @param {string} text
   * @param {number} least digits that such a number has
   */
  calls(name, text, least) {
    return this.patterns.all(name, text)
      .some(({ groups }) => digitsOf(groups?.token ?? "").length >= least);
  }
}

/**
 * A text as people see it: what is not to be seen left out, and digits of any script, and what a word
 * processor makes of a hyphen, as they are typed.
 * @param {string} written
 */
function seen(written) {
  const plain = written.normalize("NFKC").replace(UNSEEN, "").replace(DASHES, "-");
  return plain.replace(/\p{Nd}/gu, valueOf).replaceAll("\u0130", "I");
}

/** What a digit of any script counts; each script has its ten after each other. @param {string} digit */
function valueOf(digit) {
  const place = digit.codePointAt(0) ?? 0;
  let zero = place;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((place - zero) % 10);
}

/**
 * A text with a sign instead of each date that was understood.
 * @param {string} text
 * @param {import("./dates.js").Found[]} found
 */
function without(text, found) {
  let rest = "";
  let after = 0;
  for (const { start, end } of [...found].sort((one, other) => one.start - other.start)) {
    if (start < after) continue;
    rest += `${text.slice(after, start)}·`;
    after = end;
  }
  return rest + text.slice(after);
}
