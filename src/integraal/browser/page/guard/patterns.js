/**
 * The patterns of the terminal's guard, as this body reads them: words of every language are words.
 *
 * @typedef {{patterns: Record<string, [string, string]>, lists: Record<string, string[]>}} GuardData
 */

const WORD = "\\p{L}\\p{N}_";
const EDGE = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`;

export class Patterns {
  /** @param {GuardData} data */
  constructor({ patterns, lists }) {
    const made = Object.entries(patterns).map(([name, [source, flags]]) => {
      const written = source.replace(/\\([bw])/g, (_, sign) => (sign === "b" ? EDGE : `[${WORD}]`));
      return /** @type {const} */ ([name, new RegExp(written, `${flags}gu`)]);
    });
    /** @type {Map<string, RegExp>} */
    this.made = new Map(made);
    this.lists = lists;
  }

  /**
   * Every match in a text.
   * @param {string} name
   * @param {string} text
   */
  all(name, text) {
    return [...text.matchAll(this.get(name))];
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  has(name, text) {
    return text.search(this.get(name)) >= 0;
  }

  /**
   * The match that begins at this place; null where there is none.
   * @param {string} name
   * @param {string} text
   * @param {number} [place]
   */
  at(name, text, place = 0) {
    const { source, flags } = this.get(name);
    const pattern = new RegExp(source, flags.replace("g", "y"));
    pattern.lastIndex = place;
    return pattern.exec(text);
  }

  /**
   * Whether all of a text is a match.
   * @param {string} name
   * @param {string} text
   */
  isAll(name, text) {
    const { source, flags } = this.get(name);
    return new RegExp(`^(?:${source})$`, flags.replace("g", "")).test(text);
  }

  /** @param {string} name @returns {RegExp} */
  get(name) {
    const found = this.made.get(name);
    if (found === undefined) throw new RangeError(`no pattern: ${name}`);
    return found;
  }
}

/** @param {string} text the digits in it */
export function digitsOf(text) {
  return text.replace(/\D/g, "");
}

/** Without accents and capitals. @param {string} text */
export function folded(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "");
}
