/** What the page says, in the language that was chosen. */

/** @typedef {Record<string, string>} Sentences by key, with `{name}` where a value goes */

export class Speech {
  /**
   * @param {Record<string, Sentences>} sentences by language
   * @param {string} language
   */
  constructor(sentences, language) {
    this.sentences = sentences;
    this.language = language;
  }

  /**
   * Say a sentence.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  say(key, values = {}) {
    const sentence = this.sentences[this.language][key];
    if (sentence === undefined) throw new RangeError(`no sentence: ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  }

  /** Whether there is a sentence. @param {string} key */
  knows(key) {
    return key in this.sentences[this.language];
  }

  /**
   * A day as people write it.
   * @param {string} day such as 2026-11-21
   */
  day(day) {
    const [year, month, date] = day.split("-").map(Number);
    const months = this.say("months").split(" ");
    return `${date === 1 ? this.say("first_of_month") : date} ${months[month - 1]} ${year}`;
  }
}
