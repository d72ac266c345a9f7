/**
 * Why a file is not opened: the code of a finding, as the commands have it, with its line and values.
 *
 * What only this strict reader refuses has a sentence of its own; all else is said in the very words
 * of the terminal.
 */

/** What only the form refuses: the block form has no such thing, and it would be lost. */
const OWN = ["comment", "shape"];
/** What may be repeated on a screen: names and ids, and nothing that may be a person's. */
const HARMLESS = /^[a-z0-9_ .:,/-]{0,120}$|^[A-Z]?[a-z0-9_.-]{1,40}$/;

/** A day as a file has it, or so few digits that they are nobody's number. */
const FEW_DIGITS = /^\d{4}-\d\d-\d\d$|^(?:\D*\d){0,4}\D*$/;

export class Refused extends Error {
  /**
   * @param {string} code
   * @param {number} line from 1; 0 for the file as a whole
   * @param {Record<string, string | number>} [values]
   */
  constructor(code, line, values = {}) {
    super(`${code} in line ${line}`);
    this.code = code;
    this.line = line;
    this.values = values;
  }
}

/**
 * Say why a file is not opened, with the nearest remedy; what may tell of a person is left out.
 * @param {Refused} refused
 * @param {import("../speech.js").Speech} speech
 * @param {(text: string) => string[]} blocked names what is refused in a text
 */
export function refusedText({ code, line, values }, speech, blocked) {
  if (OWN.includes(code)) return speech.say(`formulier.wrong.${code}`, { line });
  const told = Object.entries(values).map(([name, value]) => {
    const text = String(value);
    const isHarmless = HARMLESS.test(text) && FEW_DIGITS.test(text) && !blocked(text).length;
    return [name, isHarmless ? text : "…"];
  });
  const said = Object.fromEntries(told);
  const remedy = [`remedy.${code}.${values.way ?? ""}`, `remedy.${code}`].find((key) => speech.knows(key));
  const what = speech.say(`finding.${code}`, said);
  const whole = remedy ? `${what} ${speech.say(remedy, said)}` : what;
  return speech.say(line ? "formulier.wrong.line" : "formulier.wrong.file", { line, what: whole });
}
