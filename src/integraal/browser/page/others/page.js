/**
 * A page for the family, a child or everybody at the table: what is on it, no answer of safety changes.
 *
 * What has no text for the family is not shown to them; a rule's number or source is not either.
 *
 * @typedef {import("../../engine/assess.js").Assessment} Assessment
 * @typedef {import("../../engine/readers.js").Reader} Reader
 * @typedef {import("../case/notes.js").Agreement} Agreement
 * @typedef {import("../speech.js").Speech} Speech
 *
 * @typedef {object} Line a number to call
 * @property {string[]} numbers
 * @property {string} name without its number
 * @property {string} place where it is for; empty for everybody
 * @property {string} hours
 * @property {string[]} callers
 * @property {string[]} countries
 * @property {string} checked
 *
 * @typedef {object} OthersText what an instrument says to others, by ids
 * @property {string} title
 * @property {boolean} speaks whether it has any words for them
 * @property {string} honest
 * @property {string} footer
 * @property {Said} family
 * @property {Said} child
 * @property {Record<string, string>} rules
 *
 * @typedef {object} Said what one of them reads, by ids
 * @property {Record<string, string>} levels
 * @property {Record<string, string>} outcomes
 * @property {Record<string, string>} actions
 */

import { FALSE, TRUE, UNKNOWN } from "../../engine/truth.js";
import { agreementText } from "../questions/agreements.js";
import { make } from "../dom.js";
import { lowered } from "../sayings.js";

const MAY_REFUSE = {
  [FALSE]: "family.voluntary",
  [UNKNOWN]: "family.maybe_voluntary",
  [TRUE]: "family.compulsory",
};
const SUPPORTS = ["source", "direction", "choice"];

/** The page of one case, in one language. */
export class OthersPage {
  /**
   * @param {Assessment} assessment as its reader may see it
   * @param {Exclude<Reader, "professional">} reader
   * @param {OthersText} text
   * @param {Record<string, import("../../engine/advice_data.js").Grounds>} grounds of rules
   * @param {Agreement[]} agreed what is still to be done and all may read
   * @param {import("../advice/services.js").Services | null} services of a region
   * @param {Speech} speech
   */
  constructor(assessment, reader, text, grounds, agreed, services, speech) {
    this.assessment = assessment;
    this.reader = reader;
    this.text = text;
    this.grounds = grounds;
    this.agreed = agreed;
    this.services = services;
    this.speech = speech;
    /** @type {"child" | "family"} */
    this.who = reader === "kind" ? "child" : "family";
  }

  /**
   * @param {Line[]} lines all that there are
   * @param {string} today
   * @returns {HTMLElement}
   */
  page(lines, today) {
    const { speech, assessment, text } = this;
    const title = this.who === "child" ? "" : text.title;
    return make(
      "article",
      { class: "sheet" },
      make("h1", {}, title || speech.say(`${this.who}.title`)),
      assessment.day && make("p", { class: "quiet" }, speech.day(assessment.day)),
      this.who === "child" ? this.forChild() : this.forFamily(),
      this.afterwards(today),
      this.closing(lines),
      make("p", { class: "quiet foot" }, text.footer),
    );
  }

  /**
   * The page of a professional without what is for professionals only, for everybody at the table.
   * @param {string} title
   * @param {HTMLElement[]} advice
   * @param {Line[]} lines
   */
  forTable(title, advice, lines) {
    const { speech, assessment, agreed, text } = this;
    return make(
      "article",
      { class: "sheet" },
      make("h1", {}, title),
      make("p", {}, make("strong", {}, speech.say("reader.tafel"))),
      assessment.day && make("p", { class: "quiet" }, speech.day(assessment.day)),
      ...this.list("course.agreements", agreed.map((one) => agreementText(one, speech))),
      make("h2", {}, speech.say("formulier.advice")),
      advice,
      this.closing(lines),
      make("p", { class: "quiet foot" }, text.footer),
    );
  }

  forFamily() {
    const { speech, assessment, agreed } = this;
    const { advice } = assessment;
    const deciding = advice.reasons.filter(({ rule }) => rule.target === advice.level);
    const held = advice.outcomes.filter(({ holdsNow }) => holdsNow).map(({ reason }) => reason);
    const routes = held.filter(({ rule }) => !rule.sensitive);
    const why = this.reasons([...deciding, ...routes]);
    const told = deciding.filter(({ rule }) => this.text.rules[rule.id]);
    const leftOut = advice.reasons.length - told.length;
    if (leftOut) why.push(speech.say("family.more", { count: leftOut }));
    const parts = [
      ...this.list("family.why", why),
      ...this.list("family.first", this.reasons(advice.provisional ? advice.first : [])),
      ...this.list("family.limits", this.reasons(advice.limits)),
    ];
    const refuse = speech.say(MAY_REFUSE[assessment.isCompulsory]);
    return [
      make("p", {}, speech.say("family.about")),
      ...this.list("course.agreements", agreed.map((one) => agreementText(one, speech))),
      ...this.whatAndHow(),
      ...parts,
      parts.length > 0 && make("p", { class: "quiet" }, this.legend()),
      ...this.together(),
      ...this.room("goes_well", "goes_well_room", 2),
      make("h2", {}, speech.say("family.yours")),
      make("p", {}, `${speech.say("family.rights")} ${refuse}`),
      ...this.writing("family.room", 3),
    ];
  }

  /** Less: what will happen, and room for the child's own words. */
  forChild() {
    const { speech } = this;
    const isCompulsory = this.assessment.isCompulsory === TRUE;
    return [
      make("p", {}, speech.say("child.about")),
      ...this.whatAndHow(),
      ...this.together(),
      ...this.room("goes_well", "goes_well_room", 2),
      make("h2", {}, speech.say("child.yours")),
      make("p", {}, speech.say("child.rights")),
      isCompulsory && make("p", {}, speech.say("child.compulsory")),
      ...this.writing("child.room", 3),
    ];
  }

  whatAndHow() {
    const { advice } = this.assessment;
    const { outcomes, levels } = this.text[this.who];
    const found = [];
    if (advice.level !== null && advice.reach !== null) {
      found.push(make("h2", {}, this.speech.say(`${this.who}.advice`)));
      found.push(make("p", {}, make("strong", {}, levels[advice.level])));
      if (!advice.settled) {
        const more = lowered(levels[advice.reach]);
        found.push(make("p", {}, this.speech.say(`${this.who}.could_become`, { more })));
      }
    }
    // What is no more than a possibility would unsettle more than it helps.
    const ways = advice.outcomes.filter(({ id, holdsNow }) => holdsNow && outcomes[id]);
    const change = ` ${this.speech.say("family.may_change")}`;
    const told = ways.map(({ id, certain }) => (certain ? outcomes[id] : `${outcomes[id]}${change}`));
    return [...found, ...this.list("family.way", told)];
  }

  together() {
    const { actions } = this.assessment.advice;
    const said = this.text[this.who].actions;
    return this.list("family.together", actions.map(({ rule }) => said[rule.target]));
  }

  /**
   * Reasons in words for the family, each with the letters of what it rests on.
   * @param {import("../../engine/evaluate.js").Reason[]} reasons
   */
  reasons(reasons) {
    /** @type {Map<string, Set<string>>} */
    const rests = new Map();
    for (const { rule } of reasons) {
      const said = this.text.rules[rule.id];
      const letter = `(${this.speech.say(`support.letter.${this.grounds[rule.id].support}`)})`;
      if (said) rests.set(said, (rests.get(said) ?? new Set()).add(letter));
    }
    return [...rests].map(([said, letters]) => [said, ...letters].join(" "));
  }

  legend() {
    const letters = SUPPORTS.map((each) =>
      `(${this.speech.say(`support.letter.${each}`)}) ${this.speech.say(`family.support.${each}`)}`);
    return this.speech.say("family.letters", { letters: letters.join(this.speech.say("apart")) });
  }

  /** @param {string} today a day before it is no next one */
  afterwards(today) {
    const { speech, who } = this;
    const days = this.agreed.map(({ by }) => by ?? "").filter((day) => day >= today).sort();
    const contacts = who === "child" ? "" : this.contacts();
    const blank = [...(contacts ? [] : [`${who}.contact`]), ...(days.length ? [] : [`${who}.next_day`])];
    return [
      make("h2", {}, speech.say(`${who}.next`)),
      contacts && make("p", {}, speech.say("family.contacts", { contacts })),
      days.length > 0 && make("p", {}, speech.say("family.day_known", { day: speech.day(days[0]) })),
      ...blank.map((key) => make("p", { class: "blank-line" }, speech.say(key))),
    ];
  }

  /** The desks of the region behind the routes that hold now, each once. */
  contacts() {
    const held = this.assessment.advice.outcomes.filter(({ holdsNow }) => holdsNow);
    const desks = [...new Set(held.flatMap(({ id }) => this.services?.desks[id] ?? []))];
    const last = desks.pop() ?? "";
    return desks.length ? `${desks.join(", ")} ${this.speech.say("and")} ${last}` : last;
  }

  /**
   * The end of a page for others, whatever the case: or it would tell something.
   * @param {Line[]} lines
   */
  closing(lines) {
    const { speech, reader } = this;
    const caller = reader === "kind" ? "child" : "adult";
    const { country } = this.assessment.case;
    const served = lines.filter(({ callers, countries }) =>
      callers.includes(caller) && (!country || countries.includes(country)));
    // A child that only wants to talk finds its own lines first.
    const isOwn = (/** @type {Line} */ { callers }) => caller === "child" && callers.length === 1;
    const shown = [...served.filter(isOwn), ...served.filter((line) => !isOwn(line))];
    const days = shown.map(({ checked }) => checked).sort();
    return [
      make("p", {}, speech.say("reader.again")),
      make("p", { class: "quiet" }, this.text.honest),
      ...(shown.length ? [
        make("h2", {}, speech.say("reader.lines")),
        make("ul", { class: "lines" }, shown.map((line) => this.line(line))),
        make("p", { class: "quiet" }, speech.say("danger.checked", { day: speech.day(days[0]) })),
      ] : []),
    ];
  }

  /** @param {Line} line */
  line({ numbers, name, place, hours }) {
    const named = place ? `${name} (${place})` : name;
    const told = numbers.join(` ${this.speech.say("or")} `);
    return make("li", {}, make("strong", {}, told), ` ${named} · ${hours}`);
  }

  /**
   * @param {string} key of the title
   * @param {string[]} texts
   */
  list(key, texts) {
    const said = [...new Set(texts)].filter(Boolean);
    if (!said.length) return [];
    return [make("h2", {}, this.speech.say(key)), make("ul", {}, said.map((one) => make("li", {}, one)))];
  }

  /**
   * @param {string} title
   * @param {string} about
   * @param {number} count
   */
  room(title, about, count) {
    const heading = make("h2", {}, this.speech.say(`${this.who}.${title}`));
    return [heading, ...this.writing(`${this.who}.${about}`, count)];
  }

  /**
   * Lines to write on.
   * @param {string} key of what they are for
   * @param {number} count
   */
  writing(key, count) {
    const lines = Array.from({ length: count }, () => make("div", { class: "line" }));
    return [make("p", {}, this.speech.say(key)), ...lines];
  }
}
