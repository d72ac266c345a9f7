/**
 * One sitting at the form: a case, the instrument in view, and who wants to hear of a change.
 *
 * Answers are kept as a case file has them; what a question does not understand never gets here.
 *
 * @typedef {string | number | string[]} Given
 * @typedef {import("./block_form.js").Tree} Tree
 *
 * @typedef {object} Moment
 * @property {string | null} day
 * @property {Record<string, Given>} answers
 * @property {Record<string, Tree>} texts answers in people's own words, as they were written
 * @property {Record<string, string>} versions
 * @property {{agreements: Tree | null, decisions: Tree | null}} notes
 * @property {boolean} [isNotes] whether the file has notes of that day, and no place for answers
 *
 * @typedef {object} CaseFile
 * @property {string} id
 * @property {string} country
 * @property {string | null} keepUntil
 * @property {Moment[]} moments
 * @property {Record<string, string>} moved how questions were called in the file, and are called now
 * @property {Tree | null} closed what was done that was agreed before
 */

import { ownWord } from "./block_form.js";

/** The question that a case file answers once, for all its moments. */
const COUNTRY = "land";

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
   * @param {import("../../engine/program.js").Question} question what the case says once stands above
   *   its moments
   * @param {Given | null} answer
   */
  answer({ id, from_case, options }, answer) {
    if (from_case) this.file.country = options.includes(String(answer)) ? String(answer) : "";
    if (answer === null || (from_case && this.file.country)) delete this.moment.answers[id];
    else this.moment.answers[id] = answer;
    this.touch();
  }

  /**
   * Answer a question in people's own words, or take that back.
   * @param {string} id
   * @param {string} text
   */
  write(id, text) {
    if (text) this.moment.texts[id] = ownWord(text);
    else delete this.moment.texts[id];
    this.touch();
  }

  /** Something was said today: from here on there is a moment of today. */
  touch() {
    if (!this.file.moments.includes(this.moment)) this.file.moments.push(this.moment);
    this.isUnsaved = true;
    this.changed();
  }

  /** @param {string} id */
  name(id) {
    this.file.id = id;
    this.isUnsaved = true;
  }

  /**
   * Go on with a file: at its moment of today, or at a new one that begins with the first answer.
   *
   * Until then the file says what it said: who only opens it has not said that nothing is known.
   * @param {CaseFile} file
   */
  open(file) {
    this.file = file;
    const own = file.moments.find((moment) => moment.day === this.today);
    this.moment = own ?? emptyMoment(this.today);
    this.isUnsaved = false;
    this.changed();
  }

  /** Begin with an empty case. */
  clear() {
    this.open(emptyFile(this.today));
  }

  /** The case as the engine takes it. @returns {import("../../engine/assess.js").CaseData} */
  get case() {
    const read = (/** @type {Moment} */ moment) => ({
      day: moment.day,
      answers: withCountry({ ...moment.answers, ...textsOf(moment) }, this.file.country),
      instruments: Object.keys(moment.versions),
      is_noted: isNoted(moment),
    });
    const ordered = [...this.file.moments];
    ordered.sort((one, other) => (one.day ?? "").localeCompare(other.day ?? ""));
    const answered = ordered.filter((one) => !isOnlyNoted(one));
    // Where nothing was ever answered, all of them are looked at.
    const moments = answered.length ? answered : ordered;
    const isAhead = (/** @type {Moment} */ { day }) => day !== null && day > this.today;
    return {
      id: this.file.id,
      country: this.file.country,
      moments: moments.filter((moment) => !isAhead(moment)).map(read),
      ahead: ordered.filter(isAhead).map(read),
    };
  }
}

/** @param {Moment} moment whether people agreed or decided something at it */
function isNoted({ notes }) {
  return Boolean(notes.agreements || notes.decisions);
}

/**
 * Whether they did, and answered nothing: no instrument looks at it.
 *
 * What the case says of itself, such as its country, is no answer of a day.
 * @param {Moment} moment
 */
function isOnlyNoted(moment) {
  const { answers, texts, versions } = moment;
  const given = Object.keys(answers).filter((id) => id !== COUNTRY);
  return isNoted(moment) && ![...given, ...Object.keys(texts), ...Object.keys(versions)].length;
}

/** @param {Moment} moment @returns {Record<string, string>} */
function textsOf({ texts }) {
  const said = Object.entries(texts).map(([id, tree]) => [id, tree.kind === "word" ? tree.text : ""]);
  return Object.fromEntries(said);
}

/** @param {string} today @returns {CaseFile} */
function emptyFile(today) {
  const [year, rest] = [Number(today.slice(0, 4)), today.slice(4)];
  const keepUntil = `${year + 1}${rest === "-02-29" ? "-02-28" : rest}`;
  return {
    id: "",
    country: "",
    keepUntil,
    moments: [emptyMoment(today)],
    moved: {},
    closed: null,
  };
}

/** @param {string} day @returns {Moment} */
function emptyMoment(day) {
  return { day, answers: {}, texts: {}, versions: {}, notes: { agreements: null, decisions: null } };
}

/**
 * @param {Record<string, Given>} answers
 * @param {string} country
 */
function withCountry(answers, country) {
  return country ? { [COUNTRY]: country, ...answers } : answers;
}
