/**
 * One sitting at the form: a case, the instrument in view, and who wants to hear of a change.
 *
 * Answers are kept as a case file has them; what a question does not understand never gets here.
 *
 * @typedef {string | number | string[]} Given
 * @typedef {{day: string | null, answers: Record<string, Given>, versions: Record<string, string>,
 *   rest: Record<string, unknown>}} Moment `rest` is what the form shows but does not change
 * @typedef {{id: string, country: string, keepUntil: string | null, moments: Moment[]}} CaseFile
 */

export class Sitting {
  /** @param {string} today as a case file writes it */
  constructor(today) {
    this.today = today;
    /** @type {CaseFile} */
    this.file = emptyFile(today);
    this.moment = this.file.moments[0];
    /** Whether there are answers that no file has. */
    this.isUnsaved = false;
    /** @type {(() => void)[]} */
    this.listeners = [];
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }

  /** Tell everybody that something changed. */
  changed() {
    for (const listener of this.listeners) listener();
  }

  /**
   * Answer a question, or take its answer back.
   * @param {import("../engine/program.js").Question} question what the case says once stands above
   *   its moments
   * @param {Given | null} answer
   */
  answer({ id, from_case, options }, answer) {
    if (from_case) this.file.country = options.includes(String(answer)) ? String(answer) : "";
    if (answer === null || (from_case && this.file.country)) delete this.moment.answers[id];
    else this.moment.answers[id] = answer;
    this.isUnsaved = true;
    this.changed();
  }

  /** @param {string} id */
  name(id) {
    this.file.id = id;
    this.isUnsaved = true;
  }

  /**
   * Go on with a file: at its moment of today, or at a new one.
   * @param {CaseFile} file
   */
  open(file) {
    this.file = file;
    const own = file.moments.find((moment) => moment.day === this.today);
    if (!own) file.moments.push({ day: this.today, answers: {}, versions: {}, rest: {} });
    this.moment = own ?? file.moments[file.moments.length - 1];
    this.isUnsaved = false;
    this.changed();
  }

  /** Begin with an empty case. */
  clear() {
    this.open(emptyFile(this.today));
  }

  /** The case as the engine takes it. @returns {import("../engine/assess.js").CaseData} */
  get case() {
    const read = (/** @type {Moment} */ moment) => ({
      day: moment.day,
      answers: withCountry(moment.answers, this.file.country),
      instruments: Object.keys(moment.versions),
    });
    const moments = this.file.moments.filter((one) => one === this.moment || !isNoted(one));
    const isAhead = (/** @type {Moment} */ { day }) => day !== null && day > this.today;
    return {
      id: this.file.id,
      country: this.file.country,
      moments: moments.filter((moment) => !isAhead(moment)).map(read),
      ahead: moments.filter(isAhead).map(read),
    };
  }
}

/**
 * Whether people agreed something at a moment, and answered nothing: no instrument looks at it.
 * @param {Moment} moment
 * @returns {boolean}
 */
function isNoted({ answers, versions, rest }) {
  const given = [answers, versions, /** @type {Record<string, unknown>} */ (rest.texts ?? {})];
  return Boolean(rest.agreements) && given.every((each) => !Object.keys(each).length);
}

/** @param {string} today @returns {CaseFile} */
function emptyFile(today) {
  const [year, rest] = [Number(today.slice(0, 4)), today.slice(4)];
  const keepUntil = `${year + 1}${rest === "-02-29" ? "-02-28" : rest}`;
  return {
    id: "",
    country: "",
    keepUntil,
    moments: [{ day: today, answers: {}, versions: {}, rest: {} }],
  };
}

/**
 * @param {Record<string, Given>} answers
 * @param {string} country
 */
function withCountry(answers, country) {
  return country ? { land: country, ...answers } : answers;
}
